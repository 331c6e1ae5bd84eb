# SPDX-License-Identifier: GPL-3.0-or-later
"""What the solver scripts say on standard output, a JSON object a line, for the harness to time.

`claim`: an objective found, by the solver's own count. `schedule`: a file that the referee shall judge,
with the claim and the cost that problem.py finds. `bound`: a lower bound. `memory`: the peak of a program that a script ran for its solver. `end`: `optimal`, `infeasible` or `stopped`.
"""

import json
import math
import os
import resource
import sys
import time

# Solvers count in fractions; costs are whole.
SLACK = 1e-4


class Teller:
    """Tells the harness, and writes schedules into a folder."""

    def __init__(self, scenario, folder, problem=None):
        self.problem, self.scenario, self.folder = problem, scenario, folder
        self.number = 0
        self.best_bound = -math.inf
        self.began = float(os.environ.get("BENCH_BEGAN", time.time()))

    def passed(self):
        """Seconds since the harness started this process; start-up is part of a solver's time."""
        return time.time() - self.began

    def _say(self, **fact):
        sys.stdout.write(json.dumps(fact | {"at": round(self.passed(), 3)}) + "\n")
        sys.stdout.flush()

    def schedule(self, places, claim):
        """A schedule and what the solver thinks it costs: perhaps more than it does, where the columns of
        overlaps and the like stand higher than they must, but never less."""
        path = os.path.join(self.folder, f"{self.number:05}.csv")
        self.number += 1
        at = self.passed()
        self.problem.write_schedule(places, path, self.scenario)
        self._say(what="schedule", file=path, claim=claim, cost=self.problem.cost(places)[0], found=round(at, 3))

    def claim(self, objective):
        self._say(what="claim", claim=objective)

    def bound(self, value):
        if not math.isfinite(value):
            return
        whole = math.ceil(value - SLACK)
        if whole > self.best_bound:
            self.best_bound = whole
            self._say(what="bound", bound=whole)

    def reviewed(self, path, claim):
        """A schedule that is a file already."""
        self._say(what="schedule", file=path, claim=claim, cost=claim, found=round(self.passed(), 3))

    def memory(self):
        """The peak of the programs that this script has waited for."""
        self._say(what="memory", mib=round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024))

    def end(self, status):
        self._say(what="end", status=status)
