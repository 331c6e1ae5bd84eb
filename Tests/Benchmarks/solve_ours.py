# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself: solve_ours.py SCENARIO PROBLEM.json SECONDS SEED FOLDER

Its progress lines are timed when they are read. BENCH_DRAFT_OPTIONS adds options (a baseline, a what-if).
"""

import json
import os
import subprocess
import sys

from events import Teller


def main(scenario, seconds, seed, folder):
    teller = Teller(scenario, folder)
    out = os.path.join(folder, "draft")
    options = os.environ.get("BENCH_DRAFT_OPTIONS", "").split()
    process = subprocess.Popen(
        [os.environ["PROGRAMME"], "draft", scenario, "--out", out, "--time", f"{seconds:g}", "--seed", str(seed),
         "--progress", "json", *options], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    best, words = None, []
    for line in process.stderr:
        try:
            news = json.loads(line)
        except json.JSONDecodeError:
            words.append(line)
            continue
        if news.get("incumbent") is not None and (best is None or news["incumbent"] < best):
            best = news["incumbent"]
            teller.claim(best)
        if news.get("bound") is not None:
            teller.bound(news["bound"])
    if process.wait() == 2:
        sys.exit("".join(words))
    teller.memory()
    with open(os.path.join(out, "draft.json"), encoding="utf-8") as file:
        draft = json.load(file)
    if draft.get("bound") is not None:
        teller.bound(draft["bound"])
    if draft["status"] in ("optimal", "feasible"):
        teller.reviewed(os.path.join(out, "schedule.csv"), draft["objective"])
    teller.end(draft["status"] if draft["status"] in ("optimal", "infeasible") else "stopped")


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
