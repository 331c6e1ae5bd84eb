# SPDX-License-Identifier: GPL-3.0-or-later
"""CP-SAT on the whole problem: solve_cpsat.py SCENARIO PROBLEM.json SECONDS SEED FOLDER"""

import random
import sys

from ortools.sat.python import cp_model

from cpsat_model import Model
from events import Teller
from greedy import descend, greedy
from problem import Problem


class OnSolution(cp_model.CpSolverSolutionCallback):
    def __init__(self, model, teller):
        super().__init__()
        self.model, self.teller = model, teller

    def on_solution_callback(self):
        self.teller.schedule(self.model.read(self.boolean_value), round(self.objective_value))


def main(scenario, path, seconds, seed, folder):
    problem = Problem(path)
    teller = Teller(scenario, folder, problem)
    rng = random.Random(seed)
    start = greedy(problem, rng)
    cost, broken = problem.cost(start)
    if not broken:
        teller.schedule(start, cost)
        start = descend(problem, start, rng, seconds / 10)
        teller.schedule(start, problem.cost(start)[0])
    model = Model(problem, [None] * problem.count, range(problem.count), by_order=True)
    model.hint(start)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = seed
    solver.parameters.max_time_in_seconds = max(1.0, seconds - teller.passed())
    solver.best_bound_callback = teller.bound
    status = solver.solve(model.cp, OnSolution(model, teller))
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        teller.bound(solver.best_objective_bound)
    teller.end({cp_model.OPTIMAL: "optimal", cp_model.INFEASIBLE: "infeasible"}.get(status, "stopped"))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
