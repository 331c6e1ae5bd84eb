#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board as a process, from outside.

usage: board.py PROGRAMME FOLDER
"""

import contextlib
import csv
import json
import os
import random
import pathlib
import re
import shlex
import shutil
import signal
import socket
import sqlite3
import ssl
import subprocess
import sys
import time

from board_client import Board, Stream, events

programme, work = sys.argv[1], pathlib.Path(sys.argv[2])
small = pathlib.Path("Scenarios/small")


def until(question, seconds=60):
    """Waits for something that must come; the limit only ends what would hang."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = question()
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"it did not come in {seconds} s")


def ending():
    """Ctrl-C ends it while streams are open, and its port is free again at once."""
    board = Board(programme, small, work / "end")
    stream = events(board)
    with stream.connection:
        stream.until(b"event: open")
        taken = subprocess.run([programme, "board", str(small), "--out", str(work / "other"), "--port", str(board.port)],
                               capture_output=True, text=True)
        assert taken.returncode == 2, taken
        assert re.search(rf"port {board.port} is in use.*--port \d+", taken.stderr), taken.stderr
        status, errors = board.stop()
        assert status == 0 and not errors, (status, errors)
    again = Board(programme, small, work / "end", port=board.port)
    again.process.send_signal(signal.SIGTERM)
    again.process.communicate(timeout=60)
    assert again.process.returncode == 0


def pieces():
    """The page and all that it loads is there; nothing leads out of it."""
    board = Board(programme, small, work / "page")
    _, headers, page = board.ask("GET", "/")
    assert "default-src 'none'" in headers["content-security-policy"]
    assets = set(re.findall(r'"/assets/([^"]+)"', page))
    assert assets, page[:500]
    for name in sorted(assets):
        status, headers, text = board.ask("GET", f"/assets/{name}")
        assert status == 200 and text, name
        for inner in re.findall(r'from "\./([^"]+)"', text):
            assert board.ask("GET", f"/assets/{inner}")[0] == 200, inner
    for path in ("/assets/../Package.swift", "/..%2f..%2fetc/passwd", "/assets/%2e%2e/x", "/%00"):
        assert board.ask("GET", path)[0] in (400, 404), path
    assert board.ask("GET", "/", headers={"Host": "evil.example"})[0] == 421
    board.stop()


def repeated(board, act):
    """The command that the log has of a computed result finds the very same again."""
    words = shlex.split(act["computed"]["command"])
    assert words[0] == "programme", words
    out = work / f"again-{act['number']}"
    subprocess.run([programme, *words[1:], "--out", str(out)], check=True, capture_output=True)
    with open(out / "schedule.csv", newline="") as file:
        rows = {row["session"]: row for row in csv.DictReader(file)}
    for move in act["moves"]:
        row, to = rows[move["session"]], move["to"]
        assert to and f"{row['date']}T{row['start']}" == to["start"] and row["room"] == to["room"], (row, to)
    stays = {session: place for session, place in board.state()["places"].items()
             if place and session not in {move["session"] for move in act["moves"]}}
    for session, place in stays.items():
        row = rows[session]
        assert f"{row['date']}T{row['start']}" == place["start"] and row["room"] == place["room"], (row, place)


def solving():
    """A question is answered in a process of its own, and its answer accepted as one act; a worker that
    is killed takes nothing with it, and the board's end is that of its workers."""
    board = Board(programme, small, work / "solve")
    path = f"/api/drafts/{board.draft}/solves"
    before = board.state()["objective"]
    ids = {}
    status, answer = board.post(path, {"kind": "improve"})
    assert status == 200, answer
    done = until(lambda: [s for s in board.get(path)["solves"] if s["state"] != "running"])[0]
    assert done["state"] == "done" and done["status"] == "optimal", done
    status, answer = board.post(f"{path}/{done['id']}/accept", {"key": "a", "base": 0, "author": "Ana", "why": "it is cheaper"})
    assert status == 200, answer
    assert answer["objective"] == done["objective"] and not answer["violations"], answer["violations"]
    assert answer["objective"] == done["bound"]
    log = board.get(f"/api/drafts/{board.draft}/log")["acts"]
    assert len(log) == 1 and log[0]["computed"]["status"] == "optimal" and log[0]["why"] == "it is cheaper"
    repeated(board, log[0])
    session = done["moves"][0]["session"]
    for kind in ("replan", "fewest-moves", "why-not", "what-would-it-take"):
        status, answer = board.post(path, {"kind": kind, "session": session})
        assert status == 200, answer
        ids[kind] = answer["id"]
        until(lambda: board.get(f"{path}/{ids[kind]}")["state"] != "running")
        found = board.get(f"{path}/{ids[kind]}")
        assert found["state"] == "done", found
        if kind in ("replan", "why-not"):
            assert found["sentences"], found
    # The answers with a schedule, accepted, are found again by their commands; so is one with the fewest moves, from
    # a draft that breaks a rule.
    head = lambda: board.state()["draft"]["head"]
    places = board.state()["places"]
    one, other = sorted(session for session, place in places.items() if place)[:2]
    board.act("moves", head(), moves=[{"session": one, "from": places[one], "to": places[other]}])
    for kind in ("fewest-moves", "replan"):
        _, answer = board.post(path, {"kind": kind})
        found = until(lambda: (s := board.get(f"{path}/{answer['id']}"))["state"] != "running" and s)
        if not found["moves"]:
            continue
        status, _ = board.post(f"{path}/{found['id']}/accept", {"key": kind, "base": head(), "author": "Ana"})
        assert status == 200, found
        act = board.get(f"/api/drafts/{board.draft}/log")["acts"][-1]
        assert act["kind"] == "moves" and act["computed"]["question"] == kind, act
        repeated(board, act)
    whatif = board.get("/api/board")["scenario"]["what_ifs"][0]
    assert whatif["question"] == "What if Room Fjord is lost on the second day?", whatif
    base = work / "what-if-base.csv"
    board.post(f"/api/drafts/{board.draft}/checkpoints", {"note": "before the what-if"})
    out = ["--out", str(work / "solve")]
    listed = json.loads(subprocess.run([programme, "drafts", str(small), *out, "--json"], capture_output=True, text=True, check=True).stdout)
    assert [(d["origin"], d["note"]) for d in listed["drafts"]] == [("planned", "before the what-if")], listed["drafts"]
    subprocess.run([programme, "restore", str(small), "1", *out], check=True, capture_output=True)
    (work / "solve" / "schedule.csv").rename(base)
    status, answer = board.post(path, {"kind": "what-if", "name": whatif["name"]})
    assert status == 200, answer
    found = until(lambda: (s := board.get(f"{path}/{answer['id']}"))["state"] != "running" and s)
    run = subprocess.run([programme, "what-if", str(small), whatif["name"], "--base", str(base), "--out", str(work / "study"), "--json"],
                         capture_output=True, text=True, check=True)
    row = json.loads(run.stdout)["what_ifs"][0]
    assert found["state"] == "done" and found["status"] == row["state"] == "optimal", (found, row)
    assert found["objective"] == row["cost"], (found, row)
    assert found["moves"] and not found["may_accept"]
    # Kyoto takes long enough to be stopped.
    board.stop()
    board = Board(programme, "Scenarios/igf-2023-kyoto", work / "kyoto")
    path = f"/api/drafts/{board.draft}/solves"
    _, one = board.post(path, {"kind": "replan"})
    until(lambda: board.get(f"{path}/{one['id']}")["incumbent"] is not None or
          board.get(f"{path}/{one['id']}")["state"] != "running")
    assert board.ask("DELETE", f"{path}/{one['id']}", body={})[0] == 200
    ended = until(lambda: (s := board.get(f"{path}/{one['id']}"))["state"] != "running" and s)
    assert ended["state"] in ("stopped", "done"), ended
    board.post(path, {"kind": "replan"})
    children = until(lambda: subprocess.run(["pgrep", "-P", str(board.process.pid)], capture_output=True, text=True).stdout.split())
    board.kill()
    until(lambda: not any(os.path.exists(f"/proc/{child}") and
                          "Z" not in pathlib.Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()[0]
                          for child in children))
    print(f"  improved from {before} to {done['objective']}, accepted as one act")


def publishing():
    """What the board shows is what the command says; on a yes just that is published, kept and in the log. What
    changed meanwhile is not published, who may only look publishes nothing, and what was begun survives the board."""
    tables, out = work / "publish-tables", work / "publish"
    shutil.copytree(small, tables)
    subprocess.run([programme, "draft", str(tables), "--out", str(out)], check=True, capture_output=True)
    board = Board(programme, tables, out, "--share", "https://plan.example.org")
    secrets = {name: link.split("key=")[1] for name, link in board.said["links"].items()}

    def cookie(name):
        return {"Cookie": re.search(r"([^;]+)", board.ask("GET", f"/?key={secrets[name]}")[1]["set-cookie"]).group(1)}

    edit, look = cookie("edit"), cookie("look")
    draft = board.get("/api/board", **edit)["drafts"][0]
    path = f"/api/drafts/{draft['id']}/publications"

    def settled(id_):
        return until(lambda: (p := board.get(f"{path}/{id_}", **edit))["state"] not in ("previewing", "publishing") and p)

    def preview(key, **options):
        status, answer = board.post(path, {"key": key, "options": options}, edit)
        assert status == 200, answer
        # The board is open meanwhile.
        assert board.get("/api/board", **edit)["drafts"]
        return settled(answer["id"])

    def agree(id_, key, headers=edit):
        return board.post(f"{path}/{id_}/publish", {"key": key, "author": "Ana", "why": "the committee agreed"}, headers)

    def typed(*words):
        return subprocess.run([programme, "publish", str(tables), "--from-board", draft["name"], "--out", str(out), *words],
                              capture_output=True, text=True)

    shown, said = preview("a", status="final", note="New rooms."), typed("--status", "final", "--note", "New rooms.", "--preview")
    assert shown["state"] == "ready" and (shown["text"], shown["notes"]) == (said.stdout, said.stderr), (shown, said)
    assert not (out / "publications.sqlite").exists() and not (out / "public").exists()
    for status, _ in (board.post(path, {"key": "l", "options": {}}, look), agree(shown["id"], "l", look)):
        assert status == 403, status
    assert board.ask("GET", f"{path}/{shown['id']}", headers=look)[0] == 403
    status, answer = board.post(path, {"key": "o", "options": {"out": str(work / "elsewhere")}}, edit)
    assert status == 400 and not (work / "elsewhere").exists(), answer
    # The tables change before the yes: nothing goes out, and what would now is shown.
    rooms = (tables / "rooms.csv").read_text()
    (tables / "rooms.csv").write_text(rooms.replace("Room Fell", "Fell Room"))
    assert agree(shown["id"], "b")[0] == 200
    shown = settled(shown["id"])
    assert shown["state"] == "ready" and shown["changed"] == ["tables"] and "Nothing was published" in shown["meanwhile"], shown
    assert not (out / "public").exists()
    assert agree(shown["id"], "b")[0] == 200
    made = settled(shown["id"])
    assert made["state"] == "published" and made["result"]["publication"]["number"] == 1, made
    assert "Fell Room" in (out / "public/index.html").read_text()
    # Nobody's secret address is told.
    secret = {file.stem for file in (out / "public/people").iterdir()}
    assert secret and not any(name in json.dumps(made) for name in secret)
    log = board.get(f"/api/drafts/{draft['id']}/log", **edit)["acts"]
    assert [(act["kind"], act["why"]) for act in log] == [("publish", "the committee agreed")], log
    assert "published the draft as publication 1 (final)" in board.ask("GET", f"/decisions/{draft['id']}.md", headers=edit)[2]
    kept = json.loads(subprocess.run([programme, "drafts", str(tables), "--out", str(out), "--json"], check=True,
                                     capture_output=True, text=True).stdout)["drafts"]
    assert kept[-1]["origin"] == "planned" and kept[-1]["number"] == made["result"]["publication"]["kept"], kept
    # Other words for the same: compared by its name, and by the number that was kept.
    run = subprocess.run([programme, "compare", str(kept[-1]["number"]), f"board:{draft['name']}", "--scenario", str(tables),
                          "--drafts", str(out), "--json"], capture_output=True, text=True)
    assert run.returncode == 0 and not json.loads(run.stdout)["changes"], run
    # A published file that somebody edited is not replaced unasked; something else published meanwhile is seen.
    (out / "public/index.html").resolve().write_text("mine")
    again = preview("c", status="draft")
    assert agree(again["id"], "c")[0] == 200
    failed = settled(again["id"])
    assert failed["state"] == "failed" and "edited since it was published" in failed["sentences"][0], failed
    assert (out / "public/index.html").read_text() == "mine"
    again = preview("d", status="draft")
    assert typed("--status", "draft", "--note", "typed", "--force").returncode == 0
    assert agree(again["id"], "d")[0] == 200
    again = settled(again["id"])
    assert again["changed"] == ["register"] and again["state"] == "ready", again
    # The board is killed while a publication is being made: that is finished all the same, and in the log.
    for round_ in range(3):
        next_ = preview(f"k{round_}", note=f"round {round_}", force=True)
        assert agree(next_["id"], f"k{round_}")[0] == 200
        children = subprocess.run(["pgrep", "-P", str(board.process.pid)], capture_output=True, text=True).stdout.split()
        time.sleep(random.uniform(0, 0.1))
        board.kill()
        until(lambda: not any(pathlib.Path(f"/proc/{child}/cmdline").exists() and pathlib.Path(f"/proc/{child}/cmdline").read_bytes()
                              for child in children))
        board = Board(programme, tables, out, "--share", "https://plan.example.org", port=board.port)
        after = preview(f"r{round_}")
        assert after["number"] == next_["number"] and not after["is_new"], (next_, after)
        numbers = [act["publication"]["number"] for act in board.get(f"/api/drafts/{draft['id']}/log", **edit)["acts"]]
        assert numbers.count(after["number"]) == 1, numbers
    board.stop()
    print("  shown as typed, published as shown, in the log")


def disturbed_store():
    """A store that is damaged or locked says so; the tables are as they were."""
    tables = {file.name: file.read_bytes() for file in small.iterdir() if file.is_file()}
    folder = work / "damaged"
    folder.mkdir()
    (folder / "drafts.sqlite").write_text("this is no database, and long enough to be looked at" * 40)
    run = subprocess.run([programme, "board", str(small), "--out", str(folder), "--port", "0"],
                         capture_output=True, text=True)
    assert run.returncode == 2 and "tables are as they were" in run.stderr, run
    assert (folder / "drafts.sqlite").read_text().startswith("this is no database")
    folder = work / "whole"
    board = Board(programme, small, folder)
    board.act("note", 0, text="one")
    board.stop()
    whole = (folder / "drafts.sqlite").read_bytes()

    def refused(out, *words):
        file = out / "drafts.sqlite"
        before = file.read_bytes() if file.is_file() else None
        run = subprocess.run([programme, "board", str(small), "--out", str(out), "--port", "0"],
                             capture_output=True, text=True)
        assert run.returncode == 2 and all(word in run.stderr for word in (*words, "tables are as they were")), run
        assert "Error Domain" not in run.stderr, run.stderr
        assert before is None or file.read_bytes() == before, out

    # Of a later version, as its tables or as one act says; in a folder that cannot be made.
    for name, statement in (("tables", "PRAGMA user_version = 4"),
                            ("act", "INSERT INTO acts (number, board, instant, key, base, author, why, kind) "
                                    "VALUES (2, 1, 1, 'k', 1, 'Ana', '', '{\"kind\": \"vote\"}')")):
        out = work / f"later-{name}"
        shutil.copytree(folder, out)
        with contextlib.closing(sqlite3.connect(out / "drafts.sqlite")) as base, base:
            base.execute(statement)
        refused(out, "written by a later version of this program; use that one, or a newer one")
    (work / "a-file").write_text("")
    refused(work / "a-file" / "drafts", "cannot make the folder")
    # An older copy that is put over the file while the board is open would lose what was answered as done.
    board = Board(programme, small, folder)
    assert board.act("note", 1, text="two")[0] == 200
    (folder / "drafts.sqlite").write_bytes(whole)
    status, answer = board.act("note", 2, text="three")
    assert status == 503 and "replaced while it was open" in answer["error"], answer
    board.stop()
    assert tables == {file.name: file.read_bytes() for file in small.iterdir() if file.is_file()}


def refused_tables():
    """Tables that `check` refuses open on their findings, and plan again when they are mended."""
    folder = work / "broken"
    shutil.copytree(small, folder)
    rooms = (folder / "rooms.csv").read_text()
    (folder / "rooms.csv").write_text(rooms.replace(",300,", ",many,", 1))
    board = Board(programme, folder, work / "findings")
    scenario = board.get("/api/board")["scenario"]
    assert not scenario["usable"] and not board.get("/api/board")["drafts"]
    assert any(f["file"] == "rooms.csv" and f["column"] == "capacity" for f in scenario["findings"]), scenario["findings"]
    (folder / "rooms.csv").write_text(rooms)
    until(lambda: board.get("/api/board")["scenario"]["usable"])
    # Now there is something to plan with.
    heads = board.get("/api/board")
    assert [head["id"] for head in heads["drafts"]] == [heads["opens_with"]] == [1], heads["drafts"]
    board.stop()


def behind_a_proxy():
    """The contract's nginx example: TLS, links, events as they come, no secret in any log."""
    if not shutil.which("nginx"):
        sys.exit("nginx is missing; Tests/run installs it")
    text = pathlib.Path("Scenarios/scenario-format.md").read_text()
    example = re.search(r"```nginx\n(.*?)```", text, re.S).group(1)
    folder = work / "nginx"
    folder.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=plan.example.org",
                    "-addext", "subjectAltName=DNS:plan.example.org", "-keyout", folder / "key", "-out", folder / "pem"],
                   check=True, capture_output=True)
    address = "https://plan.example.org"
    board = Board(programme, small, work / "shared", "--share", address)
    for old, new in (("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"), ("127.0.0.1:8018", f"127.0.0.1:{board.port}"),
                     ("/etc/ssl/plan.example.org.pem", str(folder / "pem")), ("/etc/ssl/plan.example.org.key", str(folder / "key")),
                     ("/var/log/nginx/board.log", str(folder / "board.log")),
                     ("/var/log/nginx/board-errors.log", str(folder / "errors.log"))):
        assert old in example, old
        example = example.replace(old, new)
    temporary = "".join(f"{name}_temp_path {folder}/{name};\n"
                        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/main.log;\nworker_processes 1;\nuser root;\n"
        f"events {{ worker_connections 256; }}\nhttp {{\n{temporary}{example}}}\n")
    nginx = subprocess.Popen(["nginx", "-c", folder / "nginx.conf", "-p", folder], stderr=subprocess.DEVNULL)
    context = ssl.create_default_context(cafile=str(folder / "pem"))

    def connect():
        try:
            plain = socket.create_connection(("127.0.0.1", port), timeout=60)
            return context.wrap_socket(plain, server_hostname="plan.example.org")
        except ConnectionRefusedError:
            return None

    def ask(method, path, cookie="", body=None, **headers):
        connection = until(connect)
        fields = {"Host": "plan.example.org", "Connection": "close", "Cookie": cookie, **headers}
        if body is not None:
            body = json.dumps(body)
            fields |= {"Content-Length": str(len(body)), "Content-Type": "application/json", "X-Board": "1"}
        head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in fields.items())
        connection.sendall((head + "\r\n" + (body or "")).encode())
        answer = b""
        while part := connection.recv(65536):
            answer += part
        head, _, rest = answer.partition(b"\r\n\r\n")
        return int(head.split()[1]), head.decode(), rest.decode(errors="replace")

    try:
        links = board.said["links"]
        assert links["edit"].startswith(f"{address}/?key=") and links["edit"] != links["look"]
        secrets = {name: link.split("key=")[1] for name, link in links.items()}
        assert all(len(secret) == 64 for secret in secrets.values())
        assert ask("GET", "/")[0] == 401 and ask("GET", "/api/board")[0] == 401
        status, head, page = ask("GET", f"/?key={secrets['edit']}")
        assert status == 200 and "Secure" in head and "SameSite=Strict" in head and secrets["edit"] not in page, head
        cookie = re.search(r"set-cookie: ([^;]+)", head, re.I).group(1)
        look = cookie.replace(secrets["edit"], secrets["look"])
        assert ask("GET", "/api/board", cookie)[0] == 200
        path = f"/api/drafts/{board.draft}/acts"
        note = {"key": "n", "base": 0, "author": "Ana", "kind": "note", "text": "from afar"}
        assert ask("POST", path, cookie, note, Origin="https://evil.example")[0] == 403
        assert ask("POST", path, look, note, Origin=address)[0] == 403
        # An event comes at once, though the proxy could hold it back.
        stream = Stream(until(connect), "plan.example.org", look)
        stream.until(b"event: open")
        status, _, answer = ask("POST", path, cookie, note, Origin=address)
        assert status == 200, answer
        stream.until(b"event: act")
        # A host's name that the proxy passes on opens nothing, and another one is refused.
        assert ask("GET", "/api/board", Host=board.host)[0] in (401, 421)
        assert ask("GET", "/api/board", cookie, Host="evil.example")[0] == 421
        # New links end the old ones while the board runs.
        renewed = subprocess.run([programme, "board", str(small), "--renew-links", "--out", str(work / "shared"), "--json"],
                                 capture_output=True, text=True, check=True)
        new = json.loads(renewed.stdout)["links"]
        assert new["edit"] != links["edit"]
        assert ask("GET", "/api/board", cookie)[0] == 401
        assert ask("GET", f"/?key={secrets['edit']}")[0] == 401
        # Whoever listens by an old link hears nothing more.
        stream.until(b"\r\n0\r\n\r\n")
        assert ask("GET", f"/?key={new['look'].split('key=')[1]}")[0] == 200
        _, errors = board.stop()
        logs = [file for file in folder.glob("*.log")]
        assert any(file.name == "board.log" and "GET /" in file.read_text() for file in logs)
        for file in logs:
            written = file.read_text()
            assert not any(secret in written for secret in secrets.values()), f"{file.name} has a secret"
        assert not any(secret in errors for secret in secrets.values())
        modes = oct((work / "shared/board-links.json").stat().st_mode & 0o777)
        assert modes == "0o600", modes
    finally:
        nginx.terminate()
        nginx.wait()


for check in (ending, pieces, refused_tables, disturbed_store, solving, publishing, behind_a_proxy):
    check()
