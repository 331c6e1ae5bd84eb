# SPDX-License-Identifier: GPL-3.0-or-later
"""Tiny scenarios with every sort of rule through all solvers, against brute force; and what the generator promises."""

import csv
import itertools
import os
import random
import sys

import check_planted
import measure
import plot
import results
import table
from generators import filled
from generators.filled import FILL, SIZES, TURNOVER, UNIT, UNITS_A_DAY
from generators.folder import Folder
from greedy import greedy
from instances import STORE, Instance
from problem import Problem

TINY = os.path.join(STORE, "tiny")


def write_tiny(path, seed):
    """Five sessions, two halls that can be joined, two days: links, a limit, wishes, people, an optional session."""
    rng = random.Random(seed)
    folder = Folder(path)
    meeting = filled.meeting(f"tiny-{seed}", "Tiny", ["2026-12-07", "2026-12-08"], ["09:00", "09:45", "10:30"])
    # Whether activities meet their requirements does not concern the search.
    folder.write_meeting(meeting | {"eligibility": "report"})
    folder.write("rooms", "id,name,capacity,parts", [["r1", "One", 80, ""], ["r2", "Two", 80, ""], ["both", "Both", 160, "r1;r2"]])
    folder.write("dynamic-coalitions", "id,name,themes", [["dc1", "DC 1", "ai"], ["dc2", "DC 2", "rights"]])
    folder.write("programme-elements", "id,name,themes,kind", [["ws1", "WS 1", "ai", "WS"], ["ws2", "WS 2", "ai;rights", "WS"]])
    folder.write("people", "id,name,max_per_day", [["p1", "P", 1], ["p2", "Q", ""]])
    own = ["dc1", "dc2", "ws1", "ws1", "ws2"]
    folder.write("sessions", "id,activity,title,minutes,audience,placement,priority", [
        [f"s{i}", a, f"S {i}", rng.choice([30, 75]), 120 if i == 1 else 60, "optional" if i == 4 else "must", 1 if i == 4 else ""]
        for i, a in enumerate(own)])
    folder.write("roles", "person,subject,role,attendance", [
        ["p1", "s0", "speaker", "required"], ["p1", "s2", "speaker", "required"],
        ["p2", "s1", "speaker", "required"], ["p2", "s4", "speaker", "preferred"]])
    folder.write("links", "from,to,kind,strength,reason", [
        ["s0", "s1", rng.choice(["before", "same-day", "other-day"]), "must", "tried"],
        ["s2", "s3", rng.choice(["back-to-back", "before"]), rng.randint(2, 9), "tried"],
        ["s0", "s3", "same-room", rng.randint(2, 9), "tried"], ["s1", "s3", "apart", 7, "tried"]])
    folder.write("wishes", "subject,want,window,strength,reason", [["s2", "no", "2026-12-07", rng.randint(2, 9), "tried"]])
    folder.write("limits", "id,kinds,at_most,per,strength,reason", [
        ["few-ws", "WS", 1, "day", 3, "tried"], ["one-ws", "WS", 1, "moment", 2, "tried"]])


def brute_force(problem):
    """The least cost over all places of all sessions."""
    options = []
    for p in range(problem.count):
        own = [(s, k) for s in range(len(problem.starts[p])) for k in range(len(problem.classes[p])) if problem.prices[p][s, k] >= 0]
        options.append(own + ([None] if problem.unplaced[p] is not None else []))
    found = [cost for cost, broken in map(problem.cost, itertools.product(*options)) if not broken]
    return min(found)


class Tiny(Instance):
    def __init__(self, seed):
        self.name, self.seed = f"tiny-{seed}", seed
        self.scenario = os.path.join(TINY, str(seed))
        self.folder = os.path.join(TINY, f"{seed}-model")
        write_tiny(self.scenario, seed)


def check_solvers(book):
    for seed in (1, 2):
        instance = Tiny(seed)
        least = brute_force(Problem(instance.problem))
        for solver in measure.SOLVERS:
            record = measure.run(instance, solver, 1, 20)
            if (record["status"], record["objective"]) != ("optimal", least):
                sys.exit(f"{solver} on tiny scenario {seed}: {record['status']} at {record['objective']}, the optimum is {least}")
            book.put(record | {"instance": f"{5 * seed}-loose"})
        print(f"tiny {seed}: brute force finds {least}, and so do {', '.join(measure.SOLVERS)}")


def check_generator():
    for (count, (rooms, days)), fill in itertools.product(SIZES.items(), FILL):
        scenario = Instance(f"{count}-{fill}", 1).scenario
        with open(os.path.join(scenario, "sessions.csv"), newline="", encoding="utf-8") as file:
            used = sum(int(row["minutes"]) + TURNOVER for row in csv.DictReader(file))
        part = used / (rooms * days * UNITS_A_DAY * UNIT)
        if abs(part - FILL[fill]) > 0.01:
            sys.exit(f"{count}-{fill} takes {part:.1%} of the room time, not {FILL[fill]:.0%}")
    print("generated scenarios take 60, 92 and 110 % of the room time")
    for count in (60, 150, 300):
        problem = Problem(Instance(f"{count}-tight", 1).problem)
        faults = problem.cost(greedy(problem, random.Random(1)))[1]
        if faults:
            sys.exit(f"{count}-tight, seed 1: the greedy pass finds no complete schedule: {sorted(set(faults))}")
    print("tight ones have schedules")


def main():
    path = os.path.join(STORE, "selfcheck.json")
    if os.path.exists(path):
        os.remove(path)
    book = results.Book(path)
    check_solvers(book)
    check_generator()
    check_planted.check()
    again = results.Book(path)
    lines = [line for line in table.text(again).splitlines() if line.startswith("| ")]
    if len(lines) != 2 + 2 * len(measure.SOLVERS) or "<svg" not in plot.svg(again):
        sys.exit("table or plot do not show every run")
    print("self-check passed")


if __name__ == "__main__":
    main()
