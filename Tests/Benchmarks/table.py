# SPDX-License-Identifier: GPL-3.0-or-later
"""The results as a Markdown table: medians over seeds, and ratios to ours seed by seed."""

from statistics import median

import whatif
from generate import SORTS
from instances import GENERATED
from measure import SOLVERS

NEVER = float("inf")
# What is filled to a part, as it stands in the table.
FILLED = ["twins", "loose", "tight", "over"]
NAMES = {"ours": "ours", "glpk": "GLPK, plain", "highs": "HiGHS", "cbc": "CBC", "cpsat": "CP-SAT, whole",
         "cpsat-lns": "CP-SAT in neighbourhoods"}
BEGIN, END = "<!-- table -->", "<!-- end of table -->"


def order(name):
    """Kyoto first, then what is filled to a part, then the other sorts; each by size."""
    found = GENERATED.fullmatch(name)
    if not found:
        return (0, 0, 0)
    if found[2] in FILLED:
        return (1, int(found[1]), FILLED.index(found[2]))
    return (2 + list(SORTS).index(found[2]), int(found[1]), 0)


def is_drawn(name):
    """Whether its seed draws the scenario; a fixed one is the same for all seeds."""
    return GENERATED.fullmatch(name) is not None


def best_known(book):
    """The least objective of each scenario, whoever found it."""
    best = {}
    for r in book.records:
        if r["objective"] is not None:
            key = (r["instance"], scenario_seed(r))
            best[key] = min(best.get(key, NEVER), r["objective"])
    return best


def scenario_seed(record):
    """A generated scenario is drawn by the seed; Kyoto is one."""
    return record["seed"] if is_drawn(record["instance"]) else 0


def time_within(record, target):
    return next((at for at, value in record["incumbents"] if value <= target), NEVER)


def ours_after(book, record):
    """What ours had on the same scenario after the same seconds, from a longer run if there is none of equal length."""
    runs = [r for r in book.records if r["solver"] == "ours" and r["seconds"] >= record["seconds"]
            and (r["instance"], r["seed"]) == (record["instance"], record["seed"])]
    if not runs:
        return {}
    run = min(runs, key=lambda r: r["seconds"])
    if run["seconds"] == record["seconds"]:
        return run
    return {what: next((value for at, value in reversed(run[points]) if at <= record["seconds"]), None)
            for what, points in (("objective", "incumbents"), ("bound", "bounds"))}


def ratio(value, ours):
    if value is None or ours is None:
        return NEVER
    return value / ours if ours else 1.0 if value == 0 else NEVER


def shown(values, form="{:.0f}", never="–"):
    """The median; what more than half never reach has none."""
    values = [NEVER if value is None else value for value in values]
    middle = sorted(values)[(len(values) - 1) // 2] if NEVER in values else median(values)
    return never if middle == NEVER else form.format(middle)


def text(book):
    best, groups = best_known(book), {}
    for r in book.records:
        groups.setdefault((r["instance"], float(r["seconds"]), r["solver"]), []).append(r)
    lines = ["| scenario | s | solver | seeds | objective | to ours | bound | to ours | gap | proven | first | to 5 % | to 1 % | MiB |",
             "| --- | --: | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |"]
    solvers = list(SOLVERS)
    for (name, seconds, solver), own in sorted(
            groups.items(), key=lambda item: (order(item[0][0]), item[0][1], solvers.index(item[0][2]))):
        rival = [ours_after(book, r) for r in own]
        known = [best.get((name, scenario_seed(r)), NEVER) for r in own]
        gaps = [None if r["objective"] is None else (r["objective"] - (r["bound"] or 0)) / max(1, r["objective"]) for r in own]
        lines.append("| " + " | ".join([
            name, f"{seconds:g}", NAMES[solver], str(len(own)),
            shown([r["objective"] for r in own]),
            shown([ratio(r["objective"], o.get("objective")) for r, o in zip(own, rival)], "{:.2f}"),
            shown([r["bound"] for r in own]),
            shown([ratio(r["bound"], o.get("bound")) for r, o in zip(own, rival)], "{:.2f}"),
            shown([None if g is None else 100 * g for g in gaps], "{:.1f} %"),
            f"{sum(r['status'] == 'optimal' for r in own)}",
            shown([r["incumbents"][0][0] if r["incumbents"] else None for r in own], "{:.1f}"),
            shown([time_within(r, 1.05 * k) for r, k in zip(own, known)], "{:.1f}"),
            shown([time_within(r, 1.01 * k) for r, k in zip(own, known)], "{:.1f}"),
            shown([r["memory"] for r in own])]) + " |")
    lines += what_ifs(book)
    m = book.machine
    foot = (f"{m['processor']}, {m['cores']} cores, {m['memory']}, {m['system']}; programme {m['commit']}, GLPK {m['glpsol']}, "
            f"CBC {m['cbc']}, highspy {m['highspy']}, ortools {m['ortools']}.") if m else ""
    return "\n".join(lines) + "\n\n" + foot + "\n"


def what_ifs(book):
    """A room is lost for a day: cold start and start from the known draft."""
    groups = {}
    for r in book.what_ifs:
        groups.setdefault((r["instance"], float(r["seconds"])), []).append(r)
    if not groups:
        return []
    lines = ["", "A room is lost for a day. A cold start has the seconds of the table, one from the known draft a tenth of them. *as good*: how many of the "
             "starts from the draft were as cheap as the cold start's end, and after how many seconds; *ratio*: those to the seconds of the cold start.", "",
             "| scenario | s | seeds | cold | from the draft | to cold | cold, s | as good | as good, s | ratio |",
             "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |"]
    for (name, seconds), own in sorted(groups.items(), key=lambda item: order(item[0][0])):
        pairs = [whatif.times(r) for r in own]
        lines.append("| " + " | ".join([
            name, f"{seconds:g}", str(len(own)), shown([r["cold"] for r in own]), shown([r["warm"] for r in own]),
            shown([r["warm"] / r["cold"] for r in own], "{:.3f}"), shown([cold for cold, _ in pairs], "{:.1f}"),
            f"{sum(warm is not None for _, warm in pairs)}", shown([warm for _, warm in pairs], "{:.2f}"),
            shown([None if warm is None else warm / max(cold, 0.01) for cold, warm in pairs], "{:.2f}")]) + " |")
    return lines


def into_readme(words, path):
    with open(path, encoding="utf-8") as file:
        page = file.read()
    head, rest = page.split(BEGIN)
    with open(path, "w", encoding="utf-8") as file:
        file.write(head + BEGIN + "\n" + words + END + rest.split(END)[1])
