#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast the board answers, and what it takes.

usage: board.py PROGRAMME [--viewers N] [--edits N] [--sizes 300,1000] [--out FILE]

Draws meetings, drafts each for a few seconds, opens a board on each and measures over the loopback
address, clients and board on the same machine: lifting a session to all its prices; an edit of one of
five editors reaching all viewers; the page's first paint in Chromium, where Playwright is installed; and
the most memory that the board's process has had. Prints a table, and writes it to FILE.
"""

import argparse
import json
import pathlib
import queue
import random
import selectors
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent / "EndToEnd"))
from board_client import Board, move  # noqa: E402  (found once the path is set)


def percentile(values, share):
    """The smallest value that is not below `share` of them."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def drawn(folder, size, programme):
    """A meeting of so many sessions with a draft; the paths of both."""
    scenario, out = folder / f"scenario-{size}", folder / f"out-{size}"
    subprocess.run([sys.executable, here / "generate.py", str(size), "1", "tight", scenario], check=True,
                   stdout=subprocess.DEVNULL)
    subprocess.run([programme, "draft", scenario, "--out", out, "--time", "20"], check=False, capture_output=True)
    return scenario, out


def lifts(board, count):
    """Milliseconds from asking for a session's prices to having them, one after the other."""
    places = board.state()["places"]
    board.get(f"/api/drafts/{board.draft}/lift/{next(iter(places))}")
    chosen = random.Random(1).choices(sorted(places), k=count)
    times = []
    for session in chosen:
        began = time.perf_counter()
        status, _, text = board.ask("GET", f"/api/drafts/{board.draft}/lift/{session}")
        json.loads(text)
        times.append(1000 * (time.perf_counter() - began))
        assert status == 200
    return times


class Viewers:
    """Streams of events that are all read, with the instant at which each act came."""

    def __init__(self, board, count):
        self.selector = selectors.DefaultSelector()
        self.arrivals = queue.SimpleQueue()
        self.sockets = []
        self.isOpen = True
        for _ in range(count):
            stream = socket.create_connection(("127.0.0.1", board.port))
            stream.sendall(f"GET /api/events HTTP/1.1\r\nHost: {board.host}\r\n\r\n".encode())
            self.sockets.append(stream)
            self.selector.register(stream, selectors.EVENT_READ, [b""])
        self.thread = threading.Thread(target=self.read)
        self.thread.start()

    def read(self):
        while self.isOpen:
            for key, _ in self.selector.select(0.1):
                part = key.fileobj.recv(1 << 16)
                now = time.perf_counter()
                if not part:
                    self.selector.unregister(key.fileobj)
                    continue
                rest = key.data[0] + part
                *events, key.data[0] = rest.split(b"\n\n")
                for event in events:
                    if b"event: act" in event:
                        at = event.index(b'"head":') + 7
                        self.arrivals.put((int(event[at:].split(b",")[0].split(b"}")[0]), now))

    def close(self):
        self.isOpen = False
        self.thread.join()
        for stream in self.sockets:
            stream.close()


def fan_out(board, viewers, edits):
    """Milliseconds from sending an edit to its arrival at each viewer, five editors at once; and those to
    its answer."""
    watching = Viewers(board, viewers)
    sent, answers = {}, []
    sessions = sorted(board.state()["places"])
    starts = board.get(f"/api/drafts/{board.draft}/lift/{sessions[0]}")["places"]

    def edit(editor):
        chance = random.Random(editor)
        own = sessions[editor::5]
        standing = {name: place for name, place in board.state()["places"].items() if name in own}
        head = board.state()["draft"]["head"]
        for number in range(edits):
            session = chance.choice(own)
            place = chance.choice(starts)
            target = {"start": place["start"], "room": place["room"]}
            if target == standing[session]:
                continue
            began = time.perf_counter()
            status, answer = board.act("moves", head, f"editor {editor}", key=f"{editor}-{number}",
                                       moves=[move(session, standing[session], target)])
            if status == 409:
                head = answer["conflict"]["head"]
                continue
            assert status == 200, answer
            answers.append(1000 * (time.perf_counter() - began))
            sent[answer["act"]["number"]] = began
            standing[session], head = target, answer["act"]["number"]

    threads = [threading.Thread(target=edit, args=(editor,)) for editor in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    arrived = {}
    end = time.monotonic() + 60
    while sum(map(len, arrived.values())) < viewers * len(sent) and time.monotonic() < end:
        try:
            number, instant = watching.arrivals.get(timeout=1)
        except queue.Empty:
            continue
        arrived.setdefault(number, []).append(instant)
    watching.close()
    lost = viewers * len(sent) - sum(len(arrived.get(number, [])) for number in sent)
    times = [1000 * (instant - sent[number]) for number in sent for instant in arrived.get(number, [])]
    return times, answers, lost


def first_paint(board):
    """Milliseconds to the first paint and to the timetable; `None` without a browser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        paints, tables = [], []
        for _ in range(5):
            page = browser.new_page(viewport={"width": 1920, "height": 1080})
            page.goto(f"http://{board.host}/")
            page.wait_for_selector("table", timeout=60_000)
            tables.append(page.evaluate("performance.now()"))
            paints.append(page.evaluate(
                "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"))
            page.close()
        browser.close()
    known = [paint for paint in paints if paint is not None]
    return (statistics.median(known) if known else None, statistics.median(tables))


def most_memory(board):
    """Mebibytes."""
    status = pathlib.Path(f"/proc/{board.process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


def main():
    asking = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asking.add_argument("programme")
    asking.add_argument("--viewers", type=int, default=200)
    asking.add_argument("--edits", type=int, default=40, help="of each of the five editors")
    asking.add_argument("--lifts", type=int, default=400)
    asking.add_argument("--sizes", default="300,1000")
    asking.add_argument("--out")
    asked = asking.parse_args()
    rows = [("sessions", "what", "median", "p99", "most", "limit")]
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, asked.sizes.split(",")):
            scenario, out = drawn(pathlib.Path(folder), size, asked.programme)
            board = Board(asked.programme, scenario, out)
            try:
                def add(what, times, limit, unit="ms"):
                    rows.append((size, what, *(f"{value:.0f} {unit}" for value in (
                        percentile(times, 0.5), percentile(times, 0.99), max(times))), limit))

                add("lift to prices", lifts(board, asked.lifts), "100 ms" if size <= 300 else "400 ms")
                paint = first_paint(board)
                if paint:
                    add("first paint (5 loads)", [paint[0] or paint[1]], "1000 ms")
                    add("timetable there (5 loads)", [paint[1]], "")
                times, answers, lost = fan_out(board, asked.viewers, asked.edits)
                add(f"edit at {asked.viewers} viewers, 5 editors", times, "1000 ms")
                add("edit answered", answers, "")
                rows.append((size, "events lost", lost, "", "", "0"))
                add("memory", [most_memory(board)], "512 MiB", "MiB")
            finally:
                board.stop()
    text = "\n".join("| " + " | ".join(map(str, row)) + " |" for row in rows[:1])
    text += "\n| --: | --- | --: | --: | --: | --: |\n"
    text += "\n".join("| " + " | ".join(map(str, row)) + " |" for row in rows[1:]) + "\n"
    print(text, end="")
    if asked.out:
        pathlib.Path(asked.out).write_text(text)


if __name__ == "__main__":
    main()
