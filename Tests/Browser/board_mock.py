#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for the board's server, so that its page can be tried with every answer there is.

usage: board_mock.py SITE [--port N] [--small] [--hostile] [--scenario DIR --schedule FILE] [--look]

SITE holds index.html and assets/. Prices are simple (a taken room, a shared person, themes that
meet); what matters is that the page gets every sort of answer. Besides the board's own addresses:
/mock/bodies lists the bodies of editing requests as they came; POST /mock/fault {"drop": N} cuts the
next N editing requests off after they were done; {"down": true} answers nothing until {"down": false}.
"""

import argparse
import datetime
import json
import pathlib
import queue
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import board_meetings
import board_publications

POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8"}


def minutes(clock):
    return int(clock[:2]) * 60 + int(clock[3:5])


class Draft:
    """Places, and the acts that made them."""

    def __init__(self, id_, name, places, scenario):
        self.id, self.name, self.scenario = id_, name, scenario
        self.first, self.acts, self.stage, self.kept = places, [], "open", []
        self.sessions = {session["id"]: session for session in scenario["sessions"]}

    def live(self):
        undone = set()
        for act in self.acts:
            if act["kind"] == "undo":
                undone.add(act["act"])
            elif act["kind"] == "redo":
                undone.discard(act["act"])
        return [act for act in self.acts if act["number"] not in undone and act["kind"] not in ("undo", "redo")], undone

    def places(self):
        places = dict(self.first)
        for act in self.live()[0]:
            for move in act.get("moves", []):
                places[move["session"]] = move["to"]
        return places

    def stays(self, places):
        for id_, place in places.items():
            if place:
                start = minutes(place["start"][11:])
                yield id_, place["start"][:10], start, start + self.sessions[id_]["minutes"], place["room"]

    def price(self, id_, place, stays):
        """The cost of a place, and the rules it breaks."""
        session, cost, breaks = self.sessions[id_], 0, []
        start = minutes(place["start"][11:])
        end, date = start + session["minutes"], place["start"][:10]
        people = {person["id"] for person in session["people"]}
        for other, day, from_, to, room in stays:
            if other == id_ or day != date or to <= start or end <= from_:
                continue
            that = self.sessions[other]
            if room == place["room"]:
                breaks.append({"rule": "room-clash", "title": "One session in a room",
                               "sessions": [id_, other], "sentence": f"“{that['title']}” is in the room then"})
            if people & {person["id"] for person in that["people"]}:
                breaks.append({"rule": "person-clash", "title": "Nobody in two places",
                               "sessions": [id_, other], "sentence": f"Somebody is also in “{that['title']}”"})
            cost += 4 * len(set(session["themes"]) & set(that["themes"]))
        return cost, breaks

    def review(self, places):
        stays, causes, violations = list(self.stays(places)), [], {}
        accepted = {act["violation"]: act["why"] for act in self.live()[0] if act["kind"] == "accept"}
        for id_, place in places.items():
            if not place:
                continue
            for broken in self.price(id_, place, stays)[1]:
                ids = sorted(broken["sessions"])
                key = broken["rule"] + ":" + "+".join(ids)
                violations[key] = {"id": key, "rule": broken["rule"], "title": broken["title"], "sessions": ids,
                                   "people": [], "rooms": [], "sentence": broken["sentence"] + ".",
                                   "accepted": accepted.get(key, False)}
        for index, (one, day, start, end, _) in enumerate(stays):
            for other, day2, start2, end2, _ in stays[index + 1:]:
                shared = set(self.sessions[one]["themes"]) & set(self.sessions[other]["themes"])
                if shared and day == day2 and start < end2 and start2 < end:
                    causes.append({"sessions": [one, other], "people": [], "units": len(shared), "sentence":
                                   f"{one} and {other} share a theme at the same time"})
        units = sum(cause["units"] for cause in causes)
        costs = [{"rule": "theme-clash", "title": "Clashes between themes", "unit": "clashes", "units": units,
                  "weight": 4, "cost": 4 * units, "causes": causes[:200]},
                 {"rule": "wish", "title": "Wishes", "unit": "wishes", "units": 0, "weight": 1, "cost": 0,
                  "causes": []}]
        return costs, list(violations.values())

    def state(self):
        places, (live, undone) = self.places(), self.live()
        costs, violations = self.review(places)
        pins = {}
        for act in live:
            for session in act.get("sessions", []):
                if act["kind"] == "pin":
                    pins[session] = act["why"]
                else:
                    pins.pop(session, None)
        held = [id_ for id_, session in self.sessions.items() if session["held_reason"] and not places[id_]]
        return {"draft": self.told(),
                "places": places, "pins": pins, "held": held,
                "notes": [{"session": act.get("session"), "text": act["text"], "author": act["author"]}
                          for act in live if act["kind"] == "note"],
                "unplaced": [id_ for id_, place in places.items() if not place and id_ not in held],
                "costs": costs, "objective": sum(cost["cost"] for cost in costs), "violations": violations,
                "linkages": [{"kind": "apart", "strength": 5, "kept": True, "sessions": sorted([id_, other]),
                              "sentence": f"{id_} and {other}: apart"}
                             for id_, session in self.sessions.items() for other in session["links"] if id_ < other],
                "fairness": [{"sort": "kind", "group": kind, "cost": 4, "sessions": [
                    id_ for id_, session in self.sessions.items() if session["kind"] == kind]}
                    for kind in sorted({session["kind"] for session in self.sessions.values()})],
                "can_undo": any(act["kind"] == "moves" for act in live), "can_redo": bool(undone)}

    def told(self):
        return {"id": self.id, "name": self.name, "parent": None, "stage": self.stage, "head": self.head(),
                "kept": self.kept}

    def head(self):
        return self.acts[-1]["number"] if self.acts else 0

    def lift(self, id_):
        places, session = self.places(), self.sessions[id_]
        stays = list(self.stays(places))
        here = places[id_]
        now = self.price(id_, here, stays)[0] if here else 500
        priced = []
        for day in self.scenario["days"]:
            starts = day["starts"] or [f"{m // 60:02}:{m % 60:02}" for from_, to in day["open"]
                                       for m in range(minutes(from_), minutes(to), self.scenario["grid_minutes"])]
            for start in starts:
                busy = [stay for stay in stays if stay[1] == day["date"]]
                for room in self.scenario["rooms"]:
                    place = {"start": f"{day['date']}T{start}", "room": room["id"]}
                    cost, breaks = self.price(id_, place, busy)
                    priced.append({**place, "cost": cost - now, "breaks": breaks, "always": False})
        people = {person["id"] for person in session["people"]}
        return {"session": id_, "here": here, "places": priced, "related": {
            "activity": [other for other, that in self.sessions.items() if other != id_
                         and set(that["activities"]) & set(session["activities"])],
            "links": session["links"],
            "people": [other for other, that in self.sessions.items() if other != id_
                       and people & {person["id"] for person in that["people"]}]}}

    def chains(self, id_):
        places, here = self.places(), self.places()[id_]
        swaps = []
        for other, place in places.items():
            if here and place and other != id_ and self.sessions[other]["minutes"] == self.sessions[id_]["minutes"]:
                swaps.append({"delta": len(swaps) % 9 - 3, "moves": [
                    {"session": id_, "from": here, "to": place}, {"session": other, "from": place, "to": here}],
                    "ask": [{"activity": self.sessions[other]["activities"][0], "contacts": ["contact@example.org"]}]})
        return {"session": id_, "swaps": sorted(swaps, key=lambda swap: swap["delta"])[:30], "complete": True}


class Board:
    """The one state of all windows."""

    def __init__(self, scenario, places, may_edit):
        self.scenario, self.may_edit, self.lock = scenario, may_edit, threading.RLock()
        scenario["what_ifs"] = [{"name": "no-hall", "question": "What if the hall is lost on the second day?"}]
        self.drafts = {1: Draft(1, "First draft", places, scenario)}
        self.number, self.answers, self.listeners, self.solves = 0, {}, [], {}
        self.publications = board_publications.Publications(self)
        self.bodies, self.fault = [], {"drop": 0, "down": False}
        self.rooms = [[room["id"], room["name"], str(room.get("seats") or "")] for room in scenario["rooms"]]

    def tell(self, event, data):
        for listener in list(self.listeners):
            listener.put((event, data))

    def add(self, draft, body, **more):
        self.number += 1
        act = {**body, **more, "number": self.number, "instant": int(datetime.datetime.now().timestamp())}
        draft.acts.append(act)
        if act["kind"] == "stage":
            draft.stage = act["stage"]
        if act["kind"] == "name":
            draft.name = act["name"]
        self.tell("act", {"draft": draft.id, "head": self.number})
        return 200, {"act": act, "head": self.number, **draft.state()}

    def act(self, draft, body):
        """An act, a repeated one, a conflict or a refusal."""
        if body["key"] in self.answers:
            return self.answers[body["key"]]
        if not body["author"]:
            return 400, {"error": "An act needs its author."}
        mine = {move["session"] for move in body.get("moves", [])} | set(body.get("sessions", []))
        since = [act for act in draft.acts if act["number"] > body["base"]]
        theirs = [act for act in since if mine & {move["session"] for move in act.get("moves", [])}]
        if theirs:
            return 409, {"conflict": {"theirs": theirs, "sentence": "Somebody moved the same session meanwhile."}}
        if draft.stage == "closed" and body["kind"] == "moves":
            return 403, {"error": "The draft is closed: nothing moves."}
        answer = self.answers[body["key"]] = self.add(draft, body)
        return answer

    def step(self, draft, body, which):
        if body["key"] in self.answers:
            return self.answers[body["key"]]
        live, undone = draft.live()
        if which == "undo":
            acts = [act["number"] for act in live]
        else:
            acts = [act["act"] for act in draft.acts if act["kind"] == "undo" and act["act"] in undone]
        if not acts:
            return 400, {"error": "There is nothing to undo." if which == "undo" else "There is nothing to do again."}
        self.answers[body["key"]] = self.add(draft, {**body, "kind": which}, act=acts[-1])
        return self.answers[body["key"]]

    def solve(self, draft, body):
        id_ = f"s{len(self.solves) + 1}"
        solve = {"id": id_, "draft": draft.id, **body, "may_accept": body["kind"] != "what-if", "state": "running", "incumbent": None, "bound": 0, "gap": None, "seconds": 0}
        self.solves[id_] = solve
        threading.Thread(target=self.run, args=(draft, solve), daemon=True).start()
        return 200, {"id": id_}

    def run(self, draft, solve):
        before = draft.state()["objective"]
        for second in range(1, 4):
            time.sleep(.4)
            if solve["state"] != "running":
                break
            best, bound = max(before - 4 * second, 0), before * second // 5
            solve.update(incumbent=best, bound=bound, gap=(best - bound) / max(best, 1), seconds=second)
            self.tell("solve", solve)
        with self.lock:
            places = draft.places()
            ids = [id_ for id_, place in places.items() if place][:2]
            solve.update(state="done" if solve["state"] == "running" else "stopped", before=before,
                         objective=solve["incumbent"], sentences=["Two sessions change places."],
                         moves=[{"session": ids[0], "from": places[ids[0]], "to": places[ids[1]]},
                                {"session": ids[1], "from": places[ids[1]], "to": places[ids[0]]}])
        self.tell("solve", solve)

    def table_findings(self, edits):
        return [{"severity": "error", "row": edit["row"], "column": edit["column"],
                 "sentence": "Seats are a number, such as 80."}
                for edit in edits if edit["column"] == "seats" and not edit["value"].isdigit()]

    def get(self, path, query):
        match path:
            case ["api", "board"]:
                return 200, {"scenario": self.scenario, "drafts": [draft.told() for draft in self.drafts.values()],
                             "you": {"may_edit": self.may_edit, "name": None}}
            case ["api", "drafts", id_]:
                return 200, self.drafts[int(id_)].state()
            case ["api", "drafts", id_, "lift", session]:
                return 200, self.drafts[int(id_)].lift(session)
            case ["api", "drafts", id_, "lift", session, "why"]:
                draft, at = self.drafts[int(id_)], {"start": query["start"][0], "room": query["room"][0]}
                cost, breaks = draft.price(session, at, list(draft.stays(draft.places())))
                return 200, {**at, "cost": cost, "breaks": breaks}
            case ["api", "drafts", id_, "chains", session]:
                return 200, self.drafts[int(id_)].chains(session)
            case ["api", "drafts", id_, "log"]:
                undone = self.drafts[int(id_)].live()[1]
                return 200, {"acts": [{**act, "undone": act["number"] in undone} for act in self.drafts[int(id_)].acts]}
            case ["api", "drafts", id_, "solves"]:
                return 200, {"solves": [solve for solve in self.solves.values() if solve["draft"] == int(id_)]}
            case ["api", "drafts", id_, "publications"]:
                return self.publications.list(int(id_))
            case ["api", "tables"]:
                return 200, {"tables": [{"name": "rooms.csv", "rows": len(self.rooms), "findings": 0}]}
            case ["api", "tables", "rooms.csv"]:
                return 200, {"name": "rooms.csv", "digest": "d" + str(len(str(self.rooms))),
                             "columns": ["id", "name", "seats"], "rows": self.rooms, "findings": []}
            case ["api", "history"]:
                return 200, {"drafts": []}
            case ["api", "compare"]:
                one, other = (self.drafts[int(query[side][0])] for side in ("a", "b"))
                return 200, compared(one, other)
            case ["mock", "bodies"]:
                return 200, self.bodies
        return 404, {"error": "There is nothing at this address."}

    def post(self, path, body):
        match path:
            case ["api", "drafts"]:
                source, id_ = self.drafts[int(body["from"])], max(self.drafts) + 1
                self.drafts[id_] = Draft(id_, body["name"], source.places(), self.scenario)
                self.tell("drafts", {})
                return 200, self.drafts[id_].state()
            case ["api", "drafts", id_, "acts"]:
                return self.act(self.drafts[int(id_)], body)
            case ["api", "drafts", id_, "undo" | "redo" as which]:
                return self.step(self.drafts[int(id_)], body, which)
            case ["api", "drafts", id_, "checkpoints"]:
                draft = self.drafts[int(id_)]
                if not draft.kept or draft.kept[-1]["act"] != draft.head():
                    draft.kept.append({"draft": 1 + sum(len(each.kept) for each in self.drafts.values()), "act": draft.head()})
                self.tell("drafts", {})
                return 200, {"kept_as": draft.kept[-1]["draft"], "draft": draft.told()}
            case ["api", "drafts", id_, "publications"]:
                return self.publications.preview(self.drafts[int(id_)], body)
            case ["api", "drafts", id_, "publications", publication, "publish"]:
                return self.publications.publish(self.drafts[int(id_)], self.publications.all[publication], body)
            case ["api", "drafts", id_, "solves"]:
                return self.solve(self.drafts[int(id_)], body)
            case ["api", "drafts", id_, "solves", solve, "accept"]:
                self.solves[solve]["state"] = "accepted"
                return self.act(self.drafts[int(id_)], {**body, "kind": "moves", "moves": self.solves[solve]["moves"]})
            case ["api", "drafts", id_, "solves", solve, "drop"]:
                self.solves[solve]["state"] = "dropped"
                return 200, {}
            case ["api", "tables", "rooms.csv", "check"]:
                return 200, {"findings": self.table_findings(body["edits"])}
            case ["api", "tables", "rooms.csv", "preview"]:
                return 200, {"difference": [f"+ row {edit['row'] + 1}, {edit['column']}: {edit['value']}" for edit in body["edits"]]}
            case ["api", "tables", "rooms.csv", "save"]:
                columns = ["id", "name", "seats"]
                for edit in body["edits"]:
                    self.rooms[edit["row"]][columns.index(edit["column"])] = edit["value"]
                return 200, {"digest": "saved"}
            case ["mock", "fault"]:
                self.fault.update(body)
                return 200, self.fault
        return 404, {"error": "There is nothing at this address."}


def compared(one, other):
    before, after = one.state(), other.state()

    def stay(place):
        return {"date": place["start"][:10], "start": place["start"][11:], "room": place["room"]} if place else None

    return {"before": {"cost": before["objective"]}, "after": {"cost": after["objective"]}, "costs": {
        cost["rule"]: {"cost_before": cost["cost"], "cost_after": that["cost"], "difference": that["cost"] - cost["cost"]}
        for cost, that in zip(before["costs"], after["costs"])},
        "changes": [{"session": id_, "title": one.sessions[id_]["title"], "before": stay(place),
                     "after": stay(after["places"][id_])}
                    for id_, place in before["places"].items() if place != after["places"][id_]]}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, data, kind="application/json", policy=False):
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-cache")
        if policy:
            self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def events(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        mine = queue.Queue()
        self.server.board.listeners.append(mine)
        self.close_connection = True
        try:
            self.wfile.write(b": hello\n\n")
            while not self.server.board.fault["down"]:
                try:
                    event, data = mine.get(timeout=.25)
                    self.wfile.write(f"event: {event}\ndata: {json.dumps(data)}\n\n".encode())
                except queue.Empty:
                    self.wfile.write(b":\n\n")
                self.wfile.flush()
        except OSError:
            pass
        self.server.board.listeners.remove(mine)

    def parts(self):
        split = urllib.parse.urlsplit(self.path)
        return [urllib.parse.unquote(part) for part in split.path.split("/") if part], urllib.parse.parse_qs(split.query)

    def is_cut(self, path):
        if self.server.board.fault["down"] and path[:1] != ["mock"]:
            self.close_connection = True
            self.connection.close()
            return True
        return False

    def do_GET(self):
        path, query = self.parts()
        if self.is_cut(path):
            return
        if not path:
            self.answer(200, (self.server.site / "index.html").read_bytes(), TYPES[".html"], policy=True)
        elif path[0] == "assets" and len(path) == 2 and (self.server.site / "assets" / path[1]).is_file():
            file = self.server.site / "assets" / path[1]
            self.answer(200, file.read_bytes(), TYPES.get(file.suffix, "application/octet-stream"))
        elif path == ["api", "events"]:
            self.events()
        else:
            with self.server.board.lock:
                told = self.server.board.get(path, query)
            self.answer(*told)

    def do_POST(self):
        path, _ = self.parts()
        text = self.rfile.read(int(self.headers["Content-Length"]))
        if self.is_cut(path):
            return
        if path[0] == "api" and (self.headers.get("X-Board") != "1" or self.headers.get("Content-Type") != "application/json"):
            return self.answer(403, {"error": "That request did not come from the board."})
        board = self.server.board
        with board.lock:
            if path[0] == "api" and path[-1] in ("acts", "undo", "redo"):
                board.bodies.append(text.decode())
            told = board.post(path, json.loads(text or b"{}"))
            if path[0] == "api" and board.fault["drop"] > 0:
                board.fault["drop"] -= 1
                self.close_connection = True
                return self.connection.close()
        return self.answer(*told)

    def do_DELETE(self):
        path, _ = self.parts()
        with self.server.board.lock:
            if path[-2] == "publications":
                self.server.board.publications.all[path[-1]]["state"] = "dropped"
            else:
                self.server.board.solves[path[-1]]["state"] = "stopping"
        self.answer(200, {})


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


def serve(site, scenario, places, port=0, may_edit=True):
    """A server on loopback, running; its address is in `address`."""
    server = Server(("127.0.0.1", port), Handler)
    server.site, server.board = pathlib.Path(site), Board(scenario, places, may_edit)
    server.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def main():
    options = argparse.ArgumentParser()
    options.add_argument("site")
    options.add_argument("--port", type=int, default=8765)
    options.add_argument("--small", action="store_true")
    options.add_argument("--hostile", action="store_true")
    options.add_argument("--look", action="store_true")
    options.add_argument("--scenario")
    options.add_argument("--schedule")
    chosen = options.parse_args()
    if chosen.scenario:
        meeting = board_meetings.read(chosen.scenario, chosen.schedule)
    else:
        meeting = board_meetings.drawn(*(30, 5) if chosen.small else (300, 25), hostile=chosen.hostile)
    print(serve(chosen.site, *meeting, chosen.port, not chosen.look).address, flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main()
