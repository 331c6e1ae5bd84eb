# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios that are made around a schedule: that it keeps every rule, and that problem.py prices it, and
schedules on a random walk away from it, as the referee does."""

import os
import random
import subprocess
import sys

import numpy as np

import referee
from instances import PROGRAMME, STORE, Instance
from places import Standing
from problem import Problem

INSTANCES = ["66-rich", "150-rich", "36-tracks", "100-tracks", "70-cosp", "120-cosp"]
SEEDS = (1, 2)
STEPS, REVIEWED = 60, 6


def check():
    for name in INSTANCES:
        for seed in SEEDS:
            instance = Instance(name, seed)
            check_tables(instance)
            moved = check_prices(instance)
            print(f"{name}, seed {seed}: the planted schedule keeps the rules; {moved} moves away from it are priced as the referee does")


def check_tables(instance):
    answer = subprocess.run([PROGRAMME, "check", instance.scenario], capture_output=True, text=True)
    if answer.returncode:
        sys.exit(f"{instance.scenario}: {answer.stdout}{answer.stderr}")


def check_prices(instance):
    """The number of moves, each of a session to some place that is allowed with all others where they are."""
    problem, rng = Problem(instance.problem), random.Random(instance.seed)
    places = problem.read_schedule(instance.planted)
    compare(instance, problem, places, instance.planted)
    moved = 0
    for step in range(STEPS):
        p = rng.randrange(problem.count)
        allowed, _ = Standing(problem, places, {p}).options(p)
        options = list(zip(*np.nonzero(allowed)))
        if not options:
            continue
        s, k = rng.choice(options)
        tried = places[:p] + [(int(s), int(k))] + places[p + 1:]
        places, moved = tried, moved + 1
        if moved % (STEPS // REVIEWED) == 0:
            path = os.path.join(STORE, "walk.csv")
            problem.write_schedule(places, path, instance.scenario)
            compare(instance, problem, places, path)
    if not moved:
        sys.exit(f"{instance.name}: no session of the planted schedule can be moved")
    return moved


def compare(instance, problem, places, path):
    cost, broken = problem.cost(places)
    found = referee.objective(instance.scenario, path)
    if broken or cost != found:
        sys.exit(f"{path}: problem.py counts {cost} and {sorted(set(broken))} broken, the referee {found} and nothing")
