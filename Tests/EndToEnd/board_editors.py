# SPDX-License-Identifier: GPL-3.0-or-later
"""People who edit a board at random, and what their log leaves, worked out another way than the board does."""

import random


class Editor:
    """Draws one edit after the other by what it sees, which is often what was there some time ago."""

    def __init__(self, board, author, seed):
        self.board, self.author, self.chance = board, author, random.Random(seed)
        self.seen = board.state()
        self.sessions = sorted(self.seen["places"])
        self.spots = [{"start": place["start"], "room": place["room"]}
                      for place in board.get(f"/api/drafts/{board.draft}/lift/{self.sessions[0]}")["places"]]
        self.conflicts = self.count = 0

    def key(self):
        self.count += 1
        return f"{self.author}-{self.count}"

    def move(self, *sessions):
        places = self.seen["places"]
        return {"kind": "moves", "moves": [
            {"session": session, "from": places[session],
             "to": None if self.chance.random() < 0.15 else self.chance.choice(self.spots)} for session in sessions]}

    def note(self, text):
        return {"kind": "note", "text": text}

    def drawn(self):
        """An edit as the page sends it, without its key, author and base."""
        one, other = self.chance.sample(self.sessions, 2)
        places = self.seen["places"]
        violations = [violation["id"] for violation in self.seen["violations"]]
        own = self.chance.random() < 0.5
        undo, redo = (self.seen[which] if own else {} for which in ("undo", "redo"))
        match self.chance.randrange(12):
            case 0:
                return {"session": one, **self.note(f"n{self.chance.randrange(100)}")}
            case 1 if places[one]:
                return {"kind": "pin", "sessions": [one], "why": "it stays"}
            case 2:
                return {"kind": "unpin", "sessions": [one]}
            case 3 if violations:
                return {"kind": "accept", "violation": self.chance.choice(violations), "why": "so be it"}
            case 4 if violations:
                return {"kind": "withdraw", "violation": self.chance.choice(violations)}
            case 5 | 6 if self.author in undo:
                return {"kind": "undo", "act": undo[self.author]}
            case 7 if self.author in redo:
                return {"kind": "redo", "act": redo[self.author]}
            case 8 if places[one] and places[other]:
                return {"kind": "moves", "moves": [
                    {"session": one, "from": places[one], "to": places[other]},
                    {"session": other, "from": places[other], "to": places[one]}]}
            case 9:
                return self.move(one, other)
            case _:
                return self.move(one)

    def again(self, edit):
        """The same by what is seen now; what cannot be had any more is at least told."""
        match edit["kind"]:
            case "moves":
                return {**edit, "moves": [{**each, "from": self.seen["places"][each["session"]]}
                                          for each in edit["moves"]]}
            case "undo" | "redo":
                return self.note(f"was to {edit['kind']} {edit['act']}")
            case "pin" if not all(self.seen["places"][session] for session in edit["sessions"]):
                return self.note("was to pin")
            case _:
                return edit

    def does(self):
        """Goes on until an edit is done, whatever the others do meanwhile; its key and number."""
        if self.chance.random() < 0.25:
            self.seen = self.board.state()
        edit = self.drawn()
        while True:
            key = self.key()
            sent = {"key": key, "base": self.seen["draft"]["head"], "author": self.author, "why": "", **edit}
            status, answer = self.board.patiently(f"/api/drafts/{self.board.draft}/acts", sent)
            if status == 200:
                break
            assert status in (400, 409), (status, answer)
            self.conflicts += status == 409
            self.seen = self.board.state()
            edit = self.again(edit) if status == 409 else self.note("was refused: " + answer["error"][:80])
        number = answer["act"]["number"]
        if self.chance.random() < 0.1:
            # As a browser does that never got the answer.
            status, answer = self.board.patiently(f"/api/drafts/{self.board.draft}/acts", sent)
            assert status == 200 and answer["repeated"] and answer["act"]["number"] == number, answer
        return key, number


def told(state):
    """What a draft's state says of places, pins, notes and accepted violations."""
    return {"places": state["places"], "pins": sorted(state["pins"]), "notes": [note["text"] for note in state["notes"]],
            "accepted": sorted(each["id"] for each in state["violations"] if each["accepted"] is not None)}


def replayed(first, acts, state):
    """The same of a log: acts that are undone are passed over, all others are done one after the other.

    first: the state before all of them; state: afterwards, for the violations that there are."""
    undone = set()
    for act in acts:
        if act["kind"] == "undo":
            undone.add(act["act"])
        elif act["kind"] == "redo":
            undone.discard(act["act"])
    places, pins = dict(first["places"]), set(first["pins"])
    notes, accepted = [note["text"] for note in first["notes"]], set()
    for act in acts:
        if act["number"] in undone:
            continue
        match act["kind"]:
            case "moves":
                places |= {move["session"]: move.get("to") for move in act["moves"]}
            case "pin":
                pins |= set(act["sessions"])
            case "unpin":
                pins -= set(act["sessions"])
            case "note":
                notes.append(act["text"])
            case "accept":
                accepted.add(act["violation"])
            case "withdraw":
                accepted.discard(act["violation"])
    there = {violation["id"] for violation in state["violations"]}
    return {"places": places, "pins": sorted(pins), "notes": notes, "accepted": sorted(accepted & there)}
