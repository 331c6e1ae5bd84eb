# SPDX-License-Identifier: GPL-3.0-or-later
"""CP-SAT in neighbourhoods, from a greedy start: solve_lns.py SCENARIO PROBLEM.json SECONDS SEED FOLDER

A few sessions are freed, CP-SAT places them anew at least cost while the others stay, and so on. The
bound is that of counting.py, worked out beside the search on one of the two cores; when it is done a
second searcher has that core. Where the whole problem fits into one neighbourhood, CP-SAT's own bound
counts too.
"""

import os
import random
import subprocess
import sys
import threading

from ortools.sat.python import cp_model

from cpsat_model import MISSING, Model
from events import Teller
from greedy import descend, greedy
from neighbourhoods import Neighbourhoods
from problem import Problem

SECONDS_EACH = 2.0


class Search:
    def __init__(self, problem, teller, seconds, seed):
        self.problem, self.teller, self.seconds = problem, teller, seconds
        self.lock = threading.Lock()
        rng = random.Random(seed)
        self.ways = Neighbourhoods(problem, rng)
        self.places = greedy(problem, rng)
        self.value = self.worth(self.places)
        self.failure = None
        self.tell()
        better = descend(problem, self.places, rng, seconds / 10)
        if better != self.places:
            self.places, self.value = better, self.worth(better)
            self.tell()

    def worth(self, places):
        """The objective, missing sessions at their price; None where a rule is broken."""
        cost, broken = self.problem.cost(places)
        missing = broken.count("placed-once")
        return None if len(broken) > missing else cost + missing * MISSING

    def tell(self):
        if self.value < MISSING:
            self.teller.schedule(self.places, self.value)

    def left(self):
        return self.seconds - self.teller.passed()

    def solve(self, places, free, seconds, seed):
        """The freed sessions placed anew, whether that is proven best, and CP-SAT's bound."""
        model = Model(self.problem, places, free, may_miss=any(
            places[p] is None and self.problem.unplaced[p] is None for p in free))
        model.hint(places)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        # Fifty times as fast on these as without.
        solver.parameters.linearization_level = 2
        solver.parameters.random_seed = seed
        solver.parameters.max_time_in_seconds = max(0.05, seconds)
        status = solver.solve(model.cp)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None, False, solver
        return model.read(solver.boolean_value), status == cp_model.OPTIMAL, solver

    def take(self, base, found):
        """What was found on `base` becomes the incumbent if it helps there or, where the other searcher
        has been quicker, by itself."""
        merged = [new if new != old else now for old, new, now in zip(base, found, self.places)]
        before = self.value
        for places in (merged, found):
            value = self.worth(places)
            if value is not None and value <= self.value:
                self.places, self.value = places, value
                break
        if self.value < before:
            self.tell()
        return before - self.value

    def run(self):
        try:
            while self.left() > 0.2 and self.value > self.teller.best_bound:
                self.step()
        except Exception as error:  # A thread's error must end the run, not the thread alone.
            self.failure = error

    def step(self):
        before = self.teller.passed()
        with self.lock:
            base = self.places
            name, free = self.ways.choose(base)
            seed = self.ways.rng.randrange(2**31)
        is_whole = len(free) == self.problem.count
        limit = SECONDS_EACH * (4 if is_whole else 1)
        places, is_proven, solver = self.solve(base, free, min(self.left(), limit), seed)
        with self.lock:
            if places is not None and self.worth(places) is None:
                raise RuntimeError(f"neighbourhood {name} broke {self.problem.cost(places)[1]}")
            gain = self.take(base, places) if places is not None else 0
            if is_whole and self.value < MISSING:
                self.teller.bound(solver.best_objective_bound)
            self.ways.learn(name, gain, self.teller.passed() - before, is_proven, limit)


def count(search, path, seconds):
    """The counting bound in a process of its own, then search on the same core."""
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "counting.py")
    answer = subprocess.run([sys.executable, script, path, str(seconds)], capture_output=True, text=True)
    if answer.returncode:
        search.failure = RuntimeError(answer.stderr)
        return
    text = answer.stdout.strip().splitlines()[-1]
    if text != "none":
        search.teller.bound(float(text) - 1e-3)
    search.run()


def main(scenario, path, seconds, seed, folder):
    problem = Problem(path)
    teller = Teller(scenario, folder, problem)
    search = Search(problem, teller, seconds, seed)
    counting = threading.Thread(target=count, args=(search, path, seconds * 0.7), daemon=True)
    counting.start()
    search.run()
    while counting.is_alive() and search.left() > 0 and search.value > teller.best_bound:
        counting.join(0.1)
    if search.failure:
        raise search.failure
    teller.end("optimal" if search.value <= teller.best_bound else "stopped")
    # The other thread may still be inside CP-SAT, which does not bear an interpreter that ends.
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
