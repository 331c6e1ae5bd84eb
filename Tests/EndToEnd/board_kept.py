#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that a running board has answered is lost, whatever happens: five editors at once, and kills.

usage: board_kept.py PROGRAMME FOLDER

KILLS in the environment says how many times it is killed (200 for the whole proof)."""

import http.client
import os
import pathlib
import random
import shutil
import subprocess
import sys
import threading
import time

from board_client import Board
from board_editors import Editor, replayed, told

programme, work = sys.argv[1], pathlib.Path(sys.argv[2])
kills = int(os.environ.get("KILLS", "40"))
small = pathlib.Path("Scenarios/small")


def log_of(board):
    return board.get(f"/api/drafts/{board.draft}/log")["acts"]


def in_threads(bodies):
    """Runs functions at once; what one of them fails with."""
    failures = []

    def run(body):
        try:
            body()
        except BaseException as error:  # told below
            failures.append(error)

    threads = [threading.Thread(target=run, args=(body,)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def several_editors(editors=5, edits=200):
    """5 editors × 200 random edits end in the same state as their log replayed one after the other, by another
    reading of it and by a board that is given one act after the other; none is lost."""
    board = Board(programme, small, work / "editors")
    first, answered, people = board.state(), {}, []

    def edit(number):
        person = Editor(board, f"e{number}", number)
        people.append(person)
        for _ in range(edits):
            key, act = person.does()
            answered[key] = act

    in_threads([lambda number=number: edit(number) for number in range(editors)])
    acts, state = log_of(board), board.state()
    assert {act["key"]: act["number"] for act in acts} == answered, "an edit is lost, or there without an answer"
    assert len(acts) == editors * edits and [act["number"] for act in acts] == list(range(1, len(acts) + 1))
    conflicts = sum(person.conflicts for person in people)
    assert conflicts > 20, f"only {conflicts} conflicts: nothing was shown of them"
    assert told(state) == replayed(first, acts, state)
    status, errors = board.stop()
    assert status == 0 and not errors, (status, errors)
    # Once more from the start, by one hand and one after the other.
    other = Board(programme, small, work / "replayed")
    for act in acts:
        body = {name: value for name, value in act.items() if name not in ("number", "draft", "instant", "undone", "undoable")}
        status, answer = other.patiently(f"/api/drafts/{other.draft}/acts", {**body, "base": act["number"] - 1})
        assert status == 200 and answer["act"]["number"] == act["number"], (act, answer)
    again = other.state()
    assert told(again) == told(state)
    for name in ("objective", "costs", "unplaced", "can_undo", "can_redo", "undo", "redo"):
        assert again[name] == state[name], name
    # Which act wrote a note, and when, is another matter.
    assert [each["id"] for each in again["violations"]] == [each["id"] for each in state["violations"]]
    other.stop()
    # And as it was, after a restart.
    board = Board(programme, small, work / "editors")
    assert board.state() == state and log_of(board) == acts
    board.stop()
    print(f"  {editors} editors made {len(acts)} edits, {conflicts} times they met; 0 lost")


class Kills:
    """One board's folder, killed again and again while three people edit."""

    def __init__(self, name, *options):
        self.out, self.options = work / name, options
        self.answered, self.port, self.links, self.first = {}, 0, None, None
        self.edits = self.starts = 0

    def open(self):
        board = Board(programme, small, self.out, *self.options, port=self.port)
        if self.options:
            # Behind a proxy, the links of a shared board are the same after each start.
            assert self.links in (None, board.said["links"]), "other links than before"
            self.links = board.said["links"]
            board.come_in(self.links["edit"])
        return board

    def look(self, board):
        """All that was answered is there, once, under its number; the state is what the log leaves."""
        acts, state = log_of(board), board.state()
        if self.first is None:
            self.first = state
        numbers = {act["key"]: act["number"] for act in acts}
        assert len(numbers) == len(acts), "an act is there twice"
        assert [act["number"] for act in acts] == list(range(1, len(acts) + 1)), "a number is missing"
        lost = {key: number for key, number in self.answered.items() if numbers.get(key) != number}
        assert not lost, f"answered and lost: {lost}"
        assert state["draft"]["head"] == len(acts)
        assert told(state) == replayed(self.first, acts, state)

    def kill_at_work(self, number, chance):
        board = self.open()
        self.look(board)
        people = [Editor(board, f"{number}-{one}", f"{number} {one}") for one in range(3)]
        isKilled = threading.Event()

        def kill():
            isKilled.set()
            board.process.kill()

        killer = threading.Timer(chance.uniform(0, 0.1), kill)

        def edit(person):
            try:
                while True:
                    key, act = person.does()
                    self.answered[key] = act
                    self.edits += 1
            except (OSError, http.client.HTTPException, ValueError):
                # The connection or the answer ended with the board.
                assert isKilled.is_set(), "it ended by itself"

        killer.start()
        in_threads([lambda person=person: edit(person) for person in people])
        killer.join()
        board.process.communicate()

    def kill_at_start(self, chance):
        """Before it is open, or just then."""
        process = subprocess.Popen(
            [programme, "board", str(small), "--out", str(self.out), "--port", str(self.port), "--json", *self.options],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, 0.06))
        process.kill()
        process.communicate()
        self.starts += 1


def killed():
    """At any instant, a board of this machine and a shared one."""
    chance = random.Random(7)
    boards = [Kills("killed"), Kills("killed-shared", "--share", "https://plan.example.org")]
    for board in boards:
        # The first one makes the store, and the links.
        board.look(opened := board.open())
        opened.kill()
    for number in range(kills):
        board = boards[number % 2]
        if number % 8 < 2:
            board.kill_at_start(chance)
        else:
            board.kill_at_work(number, chance)
    for board in boards:
        opened = board.open()
        board.look(opened)
        status, errors = opened.stop()
        assert status == 0 and not errors, (status, errors)
    edits = sum(board.edits for board in boards)
    assert edits > kills, f"only {edits} edits were answered"
    print(f"  {kills} kills ({sum(board.starts for board in boards)} of them as it starts, half of them of a shared board),"
          f" {edits} edits answered; 0 lost")


shutil.rmtree(work, ignore_errors=True)
work.mkdir(parents=True)
several_editors()
killed()
