#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast the board answers, and what it takes.

usage: board.py PROGRAMME [--viewers N] [--edits N] [--lifts N] [--sizes 300,1000] [--sort tight] [--out FILE]

Draws meetings, drafts each for a few seconds, opens a board on each and measures over the loopback
address, clients and board on the same machine: lifting a session to all its prices, alone and while others
edit and look for chains; swaps and chains; an edit of one of five editors reaching all viewers; the page in
Chromium, where Playwright is installed; and the most memory that the board's process has had. Prints a table with
the limits beside it, and writes it to FILE, or into the README here with `--readme`. Exit status 1 where a limit
is passed.
"""

import argparse
import contextlib
import itertools
import json
import multiprocessing
import os
import pathlib
import platform
import random
import re
import selectors
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent / "EndToEnd"))
from board_client import Board, move  # noqa: E402  (found once the path is set)

BEGIN, END = "<!-- board -->", "<!-- end of board -->"


def percentile(values, share):
    """The smallest value that is not below `share` of them."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def drawn(folder, size, sort, programme):
    """A meeting of so many sessions with a draft; the paths of both."""
    scenario, out = folder / f"scenario-{size}", folder / f"out-{size}"
    subprocess.run([sys.executable, here / "generate.py", str(size), "1", sort, scenario], check=True,
                   stdout=subprocess.DEVNULL)
    subprocess.run([programme, "draft", scenario, "--out", out, "--time", "20"], check=False, capture_output=True)
    return scenario, out


def timed(board, path):
    """Milliseconds from asking to having all of the answer."""
    began = time.perf_counter()
    status, _, text = board.ask("GET", path)
    taken = 1000 * (time.perf_counter() - began)
    assert status == 200, text[:300]
    return taken


def sessions_of(board):
    """In an order that tells nothing, over and over."""
    names = sorted(board.state()["places"])
    random.Random(1).shuffle(names)
    return itertools.cycle(names)


def lifts(board, count):
    """One after the other, nobody else there."""
    chosen = sessions_of(board)
    return [timed(board, f"/api/drafts/{board.draft}/lift/{next(chosen)}") for _ in range(count)]


def chains(board, count, query=""):
    chosen = sessions_of(board)
    return [timed(board, f"/api/drafts/{board.draft}/chains/{next(chosen)}{query}") for _ in range(count)]


def processor_time(board):
    """Milliseconds that the board has computed so far."""
    fields = pathlib.Path(f"/proc/{board.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def read_streams(port, host, count, ready, ended, told):
    """A process of its own, so that it does not wait for the editors' Python: streams that are all read, and
    the instants at which each act came."""
    selector = selectors.DefaultSelector()
    rests = {}
    for _ in range(count):
        stream = socket.create_connection(("127.0.0.1", port))
        stream.sendall(f"GET /api/events HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        selector.register(stream, selectors.EVENT_READ)
        rests[stream] = b""
    arrivals, opened = [], 0
    while not ended.is_set():
        for key, _ in selector.select(0.05):
            part = key.fileobj.recv(1 << 16)
            now = time.perf_counter()
            if not part:
                selector.unregister(key.fileobj)
                continue
            *events, rests[key.fileobj] = (rests[key.fileobj] + part).split(b"\n\n")
            for event in events:
                if b"event: open" in event:
                    opened += 1
                elif b"event: act" in event:
                    arrivals.append((int(re.search(rb'"head":(\d+)', event)[1]), now))
        if opened == count:
            ready.set()
    told.send(arrivals)
    told.close()


@contextlib.contextmanager
def viewers(board, count):
    """Many who look; yields a list that is filled at the end: (act, instant)."""
    ready, ended = multiprocessing.Event(), multiprocessing.Event()
    receiver, sender = multiprocessing.Pipe(False)
    process = multiprocessing.Process(target=read_streams, args=(board.port, board.host, count, ready, ended, sender))
    process.start()
    assert ready.wait(60), "not all streams were opened"
    arrivals = []
    try:
        yield arrivals
        # What was sent last is still on its way.
        time.sleep(1)
    finally:
        ended.set()
        arrivals += receiver.recv()
        process.join()


class Editors:
    """Five who move sessions of their own, each as soon as the last move is answered."""

    def __init__(self, board):
        self.board, self.sent, self.answers = board, {}, []
        state = board.state()
        self.places, self.head = state["places"], state["draft"]["head"]
        self.sessions = sorted(self.places)
        self.starts = [{"start": place["start"], "room": place["room"]}
                       for place in board.get(f"/api/drafts/{board.draft}/lift/{self.sessions[0]}")["places"]]

    def edit(self, editor, goes_on):
        chance, own, head = random.Random(editor), self.sessions[editor::5], self.head
        for number in itertools.count():
            if not goes_on(number):
                return
            session, target = chance.choice(own), chance.choice(self.starts)
            if target == self.places[session]:
                continue
            body = {"key": f"{editor}-{len(self.sent)}-{number}-{time.monotonic_ns()}", "base": head,
                    "author": f"editor {editor}", "kind": "moves",
                    "moves": [move(session, self.places[session], target)]}
            began = time.perf_counter()
            status, _, text = self.board.ask("POST", f"/api/drafts/{self.board.draft}/acts", body)
            taken = 1000 * (time.perf_counter() - began)
            if status == 409:
                head = json.loads(text)["conflict"]["head"]
                continue
            if status == 429:
                time.sleep(0.1)
                continue
            assert status == 200, text[:300]
            act = int(re.search(r'"number":(\d+)', text)[1])
            self.answers.append(taken)
            self.sent[act] = began
            self.places[session], head = target, act

    def at_once(self, goes_on):
        threads = [threading.Thread(target=self.edit, args=(editor, goes_on)) for editor in range(5)]
        for thread in threads:
            thread.start()
        return threads


def fan_out(board, count, edits):
    """Milliseconds from sending an edit to its arrival at each viewer, five editors at once; those to its answer;
    how many arrivals are missing."""
    editors = Editors(board)
    with viewers(board, count) as arrivals:
        for thread in editors.at_once(lambda number: number < edits):
            thread.join()
    times = [1000 * (instant - editors.sent[act]) for act, instant in arrivals if act in editors.sent]
    return times, editors.answers, count * len(editors.sent) - len(times)


def busy_lifts(board, count):
    """The same as `lifts` while two others look for chains and five edit, about ten edits a second."""
    is_over = threading.Event()
    editors = Editors(board)
    others = editors.at_once(lambda _: not is_over.wait(0.5))
    chosen = sessions_of(board)

    def search():
        own = sessions_of(board)
        while not is_over.is_set():
            timed(board, f"/api/drafts/{board.draft}/chains/{next(own)}")

    searching = [threading.Thread(target=search) for _ in range(2)]
    for thread in searching:
        thread.start()
    times = [timed(board, f"/api/drafts/{board.draft}/lift/{next(chosen)}") for _ in range(count)]
    is_over.set()
    for thread in others + searching:
        thread.join()
    return times


# Until the frame that shows the prices is painted: what comes after it, chains of moves, is another wait.
LIFT = """id => new Promise(done => {
  const box = document.querySelector(`.session[data-session="${CSS.escape(id)}"]`);
  const table = document.querySelector("table.grid:not(.sizer)");
  const began = performance.now();
  const watch = new MutationObserver(() => {
    if (!table.matches(".is-lifting") || !table.querySelector(".place")) return;
    watch.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now() - began);
      channel.port2.postMessage(0);
    });
  });
  watch.observe(table, { subtree: true, childList: true, attributes: true });
  box.click();
})"""


def page(board, count):
    """Milliseconds, by what: first paints, until the timetable is there, lifts until prices are on the screen, and
    what the page itself computes for one; `None` without a browser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    chosen = sessions_of(board)
    times = {"first paint": [], "timetable there": [], "lift, prices on screen": [], "lift, the page's computing": []}
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for _ in range(5):
            opened = browser.new_page(viewport={"width": 1920, "height": 1080})
            opened.goto(f"http://{board.host}/")
            opened.wait_for_selector("table", timeout=60_000)
            times["timetable there"].append(opened.evaluate("performance.now()"))
            paint = opened.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null")
            if paint is not None:
                times["first paint"].append(paint)
            opened.close()
        opened = browser.new_page(viewport={"width": 1920, "height": 1080})
        opened.add_init_script("localStorage.setItem('board-author', 'Ana')")
        opened.goto(f"http://{board.host}/")
        opened.wait_for_selector(".grid .session", timeout=60_000)
        metrics = opened.context.new_cdp_session(opened)
        metrics.send("Performance.enable", {"timeDomain": "threadTicks"})

        def computed():
            told = metrics.send("Performance.getMetrics")["metrics"]
            return 1000 * next(each["value"] for each in told if each["name"] == "TaskDuration")

        while len(times["lift, prices on screen"]) < count:
            session = next(chosen)
            if not opened.query_selector(f'.session[data-session="{session}"]'):
                continue
            before = computed()
            times["lift, prices on screen"].append(opened.evaluate(LIFT, session))
            times["lift, the page's computing"].append(computed() - before)
            opened.keyboard.press("Escape")
            opened.wait_for_selector(".grid:not(.is-lifting)")
        browser.close()
    return times


def most_memory(board):
    """Mebibytes."""
    status = pathlib.Path(f"/proc/{board.process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


class Table:
    def __init__(self):
        self.rows, self.passed = [], []

    def add(self, size, what, values, limit=None, unit="ms", isMost=False):
        """Of many values the median, the 99th of a hundred and the most; the limit is for the 99th, or the most."""
        if not values:
            return
        figures = [percentile(values, 0.5), percentile(values, 0.99), max(values)]
        if limit is not None and figures[2 if isMost else 1] > limit:
            self.passed.append(f"{size} sessions, {what}")
        several = [f"{figure:.0f}" for figure in figures] if len(values) > 1 else [f"{figures[2]:.0f}", "", ""]
        self.rows.append((size, what, *several, unit, "" if limit is None else f"{limit:.0f}"))

    def text(self):
        head = "| sessions | what | median | p99 | most | | limit |\n| --: | --- | --: | --: | --: | --- | --: |\n"
        return head + "".join("| " + " | ".join(map(str, row)) + " |\n" for row in self.rows)


def measure(table, size, board, asked):
    """All of one meeting."""
    lifts(board, 3)
    began = processor_time(board)
    times = lifts(board, asked.lifts)
    table.add(size, "lift to prices", times, 100 if size <= 300 else 400)
    table.add(size, "lift, the board's computing", [(processor_time(board) - began) / asked.lifts])
    table.add(size, "lift while 5 edit and 2 search chains", busy_lifts(board, asked.lifts), 100 if size <= 300 else 400)
    table.add(size, "swaps and chains, first found", chains(board, asked.chains, "?first=yes"))
    table.add(size, "swaps and chains", chains(board, asked.chains), 1000 if size <= 300 else None)
    for what, values in (page(board, 100) or {}).items():
        # Both are asked for on the screen, the second of 300 and of 1,000 sessions.
        limits = {"first paint": 1000 if size <= 300 else None, "lift, prices on screen": 100 if size <= 300 else 400}
        table.add(size, what, values, limits.get(what))
    times, answers, lost = fan_out(board, asked.viewers, asked.edits)
    table.add(size, f"an edit of 5 editors at {asked.viewers} viewers", times, 1000)
    table.add(size, "an edit answered", answers)
    table.add(size, "events lost", [lost], 0, "")
    table.add(size, "memory", [most_memory(board)], 512, "MiB", isMost=True)


def main():
    asking = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asking.add_argument("programme")
    asking.add_argument("--viewers", type=int, default=200)
    asking.add_argument("--edits", type=int, default=40, help="of each of the five editors")
    asking.add_argument("--lifts", type=int, default=400)
    asking.add_argument("--chains", type=int, default=20)
    asking.add_argument("--sizes", default="300,1000")
    asking.add_argument("--sort", default="tight", help="as generate.py draws them")
    asking.add_argument("--out")
    asking.add_argument("--readme", action="store_true", help="into the README here")
    asked = asking.parse_args()
    table = Table()
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, asked.sizes.split(",")):
            scenario, out = drawn(pathlib.Path(folder), size, asked.sort, asked.programme)
            board = Board(asked.programme, scenario, out)
            try:
                measure(table, size, board, asked)
            finally:
                board.stop()
    text = table.text()
    print(text, end="")
    if asked.out:
        pathlib.Path(asked.out).write_text(text)
    if asked.readme:
        readme = here / "README.md"
        whole = readme.read_text()
        machine = f"\n{os.cpu_count()} cores, {platform.system()} {platform.release()}, `{asked.sort}`, seed 1.\n"
        start, end = whole.index(BEGIN) + len(BEGIN), whole.index(END)
        readme.write_text(whole[:start] + "\n" + text + machine + whole[end:])
    if table.passed:
        sys.exit("limits passed: " + "; ".join(table.passed))


if __name__ == "__main__":
    main()
