# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the plan, or a part of it, and writes results, table and plot. `Tests/Benchmarks/run --help` tells more."""

import argparse
import json
import os
import sys

import measure
import plot
import results
import table
import whatif
from instances import HERE, STORE, Instance

WHAT_IFS = "what-ifs"


def arguments():
    parser = argparse.ArgumentParser(prog="Tests/Benchmarks/run", description=(
        "Ours and its peers on the same scenarios. Runs that stand in the results are not run again."))
    parser.add_argument("--plan", metavar="NAME", default="full", help="a plan of plan.json: full, more (adds to the same results), quick")
    parser.add_argument("--quick", action="store_true", help="--plan quick, into .build/benchmarks/quick.json")
    parser.add_argument("--only", metavar="A,B", help="these instances: kyoto, 300-tight, 66-rich, 300-tracks …, what-ifs")
    parser.add_argument("--solvers", metavar="A,B", help=", ".join(measure.SOLVERS))
    parser.add_argument("--seeds", metavar="1,2")
    parser.add_argument("--time", type=float, metavar="SECONDS")
    parser.add_argument("--results", metavar="FILE", help="another file of results (Tests/Benchmarks/results.json); its table and plot stand beside it")
    parser.add_argument("--redo", action="store_true", help="run again what is there")
    parser.add_argument("--list", action="store_true", help="say what would be run, and how long at most")
    return parser.parse_args()


def plan_of(options):
    with open(os.path.join(HERE, "plan.json"), encoding="utf-8") as file:
        plans, name = json.load(file), "quick" if options.quick else options.plan
    if name not in plans:
        sys.exit(f"'{name}' is no plan: {', '.join(plans)}")
    return plans[name]


def what_ifs(options):
    """Instance, seed and seconds of each what-if of the plan, unless other things were asked for."""
    if options.solvers or (options.only and WHAT_IFS not in options.only.split(",")):
        return []
    seeds = [int(seed) for seed in options.seeds.split(",")] if options.seeds else None
    return [(name, seed, options.time or entry["seconds"]) for entry in plan_of(options)["what-ifs"]
            for name in entry["instances"] for seed in entry["seeds"] if seeds is None or seed in seeds]


def wanted(options):
    """Instance, solver, seed and seconds of each run, the plan cut down by the options."""
    plan = plan_of(options)
    names = [name for name in options.only.split(",") if name != WHAT_IFS] if options.only else None
    solvers = options.solvers.split(",") if options.solvers else None
    seeds = [int(seed) for seed in options.seeds.split(",")] if options.seeds else None
    for solver in solvers or ():
        if solver not in measure.SOLVERS:
            sys.exit(f"'{solver}' is no solver: {', '.join(measure.SOLVERS)}")
    runs = []
    for entry in plan["runs"]:
        for name in entry["instances"]:
            if names is None or name in names:
                runs += [(name, solver, seed, options.time or entry["seconds"])
                         for seed in entry["seeds"] for solver in entry["solvers"]
                         if (solvers is None or solver in solvers) and (seeds is None or seed in seeds)]
    # What the plan does not have can be asked for by name.
    for name in names or ():
        known = [run for run in runs if run[0] == name]
        runs += [(name, solver, seed, options.time or 60) for seed in seeds or [1]
                 for solver in solvers or ["ours", "cpsat-lns", "cpsat"]
                 if (not known or solvers) and (name, solver, seed) not in {run[:3] for run in known}]
    return runs


def main():
    options = arguments()
    path = options.results or (os.path.join(STORE, "quick.json") if options.quick else os.path.join(HERE, "results.json"))
    book = results.Book(path)
    todo = [run for run in wanted(options) if options.redo or not book.has(*run)]
    most = sum(run[3] for run in todo) + sum(
        1.1 * seconds for name, seed, seconds in what_ifs(options) if options.redo or not book.has_what_if(name, seed, seconds))
    print(f"{len(todo)} runs and what-ifs, {most / 60:.0f} minutes at most", flush=True)
    if options.list:
        for run in todo:
            print("  {} {} seed {} {:g} s".format(*run))
        return
    for name, solver, seed, seconds in todo:
        record = measure.run(Instance(name, seed), solver, seed, seconds)
        book.put(record)
        print(f"{name:12} {solver:10} seed {seed}  {record['status']:9} objective {record['objective']}"
              f"  bound {record['bound']}  {record['wall']} s  {record['memory']} MiB", flush=True)
    for name, seed, seconds in what_ifs(options):
        if options.redo or not book.has_what_if(name, seed, seconds):
            record = whatif.run(name, seed, seconds)
            book.put_what_if(record)
            print(f"{name:12} what-if    seed {seed}  cold {record['cold']}, from the draft {record['warm']}; as good after", *whatif.times(record), "s", flush=True)
    write(book, path)


def write(book, path):
    base = os.path.splitext(path)[0]
    words = table.text(book)
    if path == os.path.join(HERE, "results.json"):
        table.into_readme(words, os.path.join(HERE, "README.md"))
    else:
        with open(base + ".md", "w", encoding="utf-8") as file:
            file.write(words)
        print(words)
    with open(base + ".svg", "w", encoding="utf-8") as file:
        file.write(plot.svg(book))


if __name__ == "__main__":
    main()
