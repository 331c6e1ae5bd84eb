# SPDX-License-Identifier: GPL-3.0-or-later
"""One run of one solver on one instance, timed from outside and judged by the referee."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

import referee
from instances import HERE, PROGRAMME, STORE

# Solver: its script, and the model file that it reads besides problem.json.
SOLVERS = {
    "ours": ("solve_ours.py", None),
    "glpk": ("solve_glpk.py", "model.mps"),
    "highs": ("solve_highs.py", "model.mps"),
    "cbc": ("solve_cbc.py", "model.mps"),
    "cpsat": ("solve_cpsat.py", None),
    "cpsat-lns": ("solve_lns.py", None),
}
GRACE = 15


def run(instance, solver, seed, seconds, draft_options=(), review_options=(), label=""):
    """The record of a run. Raises Disagreement where claim and referee differ."""
    script, model = SOLVERS[solver]
    folder = os.path.join(STORE, "runs", f"{instance.name}-{instance.seed}", f"{solver}-{seed}-{seconds:g}{label}")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    # The writing of the model is not a peer's time.
    problem = instance.problem if solver != "ours" else "-"
    if model:
        instance.file(model)
    began = time.time()
    events, memory, was_killed = _events(script, instance, problem, seconds, seed, folder, draft_options, began)
    wall = time.time() - began
    record = {"instance": instance.name, "solver": solver, "seed": seed, "seconds": seconds, "status": "stopped",
              "objective": None, "bound": None, "wall": round(wall, 1), "memory": memory, "incumbents": [], "bounds": []}
    best = None
    for event in events:
        if event["what"] == "schedule":
            found = referee.judge(instance.scenario, event["file"], event["claim"], event["cost"], review_options)
            record["objective"] = min(found, record["objective"] if record["objective"] is not None else found)
        if event["what"] in ("schedule", "claim"):
            value = event.get("cost", event["claim"])
            if best is None or value < best:
                best = value
                record["incumbents"].append([round(event.get("found", event["at"]), 2), best])
        elif event["what"] == "bound":
            record["bounds"].append([round(event["at"], 2), event["bound"]])
            record["bound"] = event["bound"]
        elif event["what"] == "memory":
            record["memory"] = event["mib"]
        elif event["what"] == "end":
            record["status"] = event["status"]
    if was_killed:
        record["status"] = "killed"
    if record["objective"] is not None and best is not None and best < record["objective"] and not was_killed:
        raise referee.Disagreement(f"{solver} on {instance.name}: {best} was claimed on the way, {record['objective']} handed over")
    if record["status"] == "optimal" and record["objective"] is not None:
        _check_proof(record, wall)
    if record["bound"] is not None and record["objective"] is not None and record["bound"] > record["objective"]:
        raise referee.Disagreement(f"{solver} on {instance.name}: bound {record['bound']} above its own {record['objective']}")
    return record


def _check_proof(record, wall):
    """A proof is a bound too."""
    if record["bound"] is None or record["bound"] < record["objective"]:
        record["bound"] = record["objective"]
        record["bounds"].append([round(wall, 2), record["bound"]])


def _events(script, instance, problem, seconds, seed, folder, draft_options, began):
    environment = os.environ | {"BENCH_BEGAN": repr(began), "PROGRAMME": PROGRAMME, "BENCH_DRAFT_OPTIONS": " ".join(draft_options)}
    with open(os.path.join(folder, "errors.txt"), "w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [sys.executable, os.path.join(HERE, script), instance.scenario, problem, str(seconds), str(seed), folder],
            stdout=subprocess.PIPE, stderr=errors, text=True, env=environment, start_new_session=True)
        late = threading.Timer(seconds + GRACE, os.killpg, [process.pid, signal.SIGKILL])
        late.start()
        events = []
        for line in process.stdout:
            # A solver's banner may stand among the events.
            if line.startswith("{"):
                events.append(json.loads(line))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        late.cancel()
    was_late = time.time() - began >= seconds + GRACE
    if process.returncode and not was_late:
        with open(os.path.join(folder, "errors.txt"), encoding="utf-8") as errors:
            raise RuntimeError(f"{script} on {instance.name} failed:\n{errors.read()[-3000:]}")
    return events, round(usage.ru_maxrss / 1024), was_late
