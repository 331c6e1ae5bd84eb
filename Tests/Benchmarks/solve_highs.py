# SPDX-License-Identifier: GPL-3.0-or-later
"""HiGHS on model.mps: solve_highs.py SCENARIO PROBLEM.json SECONDS SEED FOLDER"""

import os
import sys

import highspy

from events import Teller
from model_file import places_of
from problem import Problem


def main(scenario, path, seconds, seed, folder):
    problem = Problem(path)
    teller = Teller(scenario, folder, problem)
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.readModel(os.path.join(os.path.dirname(path), "model.mps"))
    # Columns are x0, x1 … in the order of the file or not: by name is safe.
    number = {}
    for index, name in enumerate(highs.getLp().col_names_):
        number[int(name[1:])] = index

    def improved(event):
        solution = event.data_out.mip_solution
        teller.schedule(places_of(problem, lambda x: solution[number[x]]), round(event.data_out.objective_function_value))

    def working(event):
        teller.bound(event.data_out.mip_dual_bound)

    highs.cbMipImprovingSolution.subscribe(improved)
    highs.cbMipInterrupt.subscribe(working)
    highs.setOptionValue("random_seed", seed)
    highs.setOptionValue("threads", 2)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 0.999)
    highs.setOptionValue("time_limit", max(1.0, seconds - teller.passed()))
    highs.run()
    status = highs.getModelStatus()
    teller.bound(highs.getInfo().mip_dual_bound)
    ends = {highspy.HighsModelStatus.kOptimal: "optimal", highspy.HighsModelStatus.kInfeasible: "infeasible"}
    teller.end(ends.get(status, "stopped"))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
