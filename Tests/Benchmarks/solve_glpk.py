# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain GLPK on model.mps, its cuts and presolver on: solve_glpk.py SCENARIO PROBLEM.json SECONDS SEED FOLDER"""

import os
import re
import subprocess
import sys

from events import Teller

# "+  1234: mip =   2.150000000e+02 >=   1.360000000e+02  36.7% (12; 3)"
NODE = re.compile(r"mip = +(\S+|not found yet) +>= +(\S+)")


def main(scenario, path, seconds, seed, folder):
    teller = Teller(scenario, folder)
    answer = os.path.join(folder, "answer.txt")
    process = subprocess.Popen(
        ["stdbuf", "-oL", "glpsol", "--freemps", os.path.join(os.path.dirname(path), "model.mps"), "--cuts",
         "--tmlim", str(max(1, int(seconds - teller.passed()))), "-w", answer, "--seed", str(seed)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    best, is_over = None, "stopped"
    for line in process.stdout:
        if match := NODE.search(line):
            if match[1] != "not found yet" and (best is None or float(match[1]) < best):
                best = float(match[1])
                teller.claim(round(best))
            if match[2] not in ("-inf", "tree"):
                teller.bound(float(match[2]))
        if "INTEGER OPTIMAL SOLUTION FOUND" in line:
            is_over = "optimal"
        if "NO PRIMAL FEASIBLE" in line or "NO INTEGER FEASIBLE" in line:
            is_over = "infeasible"
    process.wait()
    teller.memory()
    if best is not None and os.path.exists(answer):
        from model_file import places_of
        from problem import Problem
        teller.problem = Problem(path)
        values = {}
        with open(answer, encoding="utf-8") as file:
            for line in file:
                fields = line.split()
                if fields[:1] == ["j"]:
                    values[int(fields[1]) - 1] = float(fields[2])
        teller.schedule(places_of(teller.problem, values.get), round(best))
    teller.end(is_over)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
