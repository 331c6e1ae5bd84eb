# SPDX-License-Identifier: GPL-3.0-or-later
"""CBC on model.mps: solve_cbc.py SCENARIO PROBLEM.json SECONDS SEED FOLDER"""

import os
import re
import subprocess
import sys

from events import Teller

NUMBER = r"(-?\d[\d.]*(?:e[+-]?\d+)?)"
FOUND = [re.compile(words + NUMBER) for words in (
    r"Integer solution of ", r"best solution ", r"Best objective ", r"Objective value: +")]
BOUND = [re.compile(words + NUMBER) for words in (
    r"best possible ", r"Best possible ", r"Lower bound: +", r"Continuous objective value is ")]


def number(patterns, line):
    """What stands behind any of some words; CBC writes 1e+50 where it knows nothing."""
    for pattern in patterns:
        if (match := pattern.search(line)) and abs(float(match[1])) < 1e20:
            return float(match[1])
    return None


def main(scenario, path, seconds, seed, folder):
    teller = Teller(scenario, folder)
    answer = os.path.join(folder, "answer.txt")
    process = subprocess.Popen(
        ["stdbuf", "-oL", "cbc", os.path.join(os.path.dirname(path), "model.mps"), "threads", "2", "randomCbcSeed", str(seed),
         "timeMode", "elapsed", "sec", f"{max(1, seconds - teller.passed()):g}", "solve", "solu", answer],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    best, is_over = None, "stopped"
    for line in process.stdout:
        value = number(FOUND, line)
        if value is not None and (best is None or value < best - 0.5):
            best = value
            teller.claim(round(best))
        if (value := number(BOUND, line)) is not None:
            teller.bound(value)
        if "Result - Optimal solution found" in line:
            is_over = "optimal"
        if "proven infeasible" in line or "Result - Problem proven infeasible" in line:
            is_over = "infeasible"
    process.wait()
    teller.memory()
    if best is not None and os.path.exists(answer):
        from model_file import places_of
        from problem import Problem
        teller.problem = Problem(path)
        with open(answer, encoding="utf-8") as file:
            lines = [line.replace("**", "").split() for line in file][1:]
        values = {int(fields[1][1:]): float(fields[2]) for fields in lines}
        teller.schedule(places_of(teller.problem, lambda x: values.get(x, 0)), round(best))
    teller.end(is_over)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
