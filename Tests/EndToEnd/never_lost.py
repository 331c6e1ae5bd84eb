# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command again and again with a fault at its n-th system call, and looks at its folder.

Usage: never_lost.py PROGRAMME SCENARIO CALLS FOLDER
"""
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

programme, scenario, calls, root = sys.argv[1:]
# So many, evenly spread, of some hundreds; EVERY=1 tries all.
TRIES = 10**9 if os.environ.get("EVERY") else 80


def run(words, fault=None, trace=None):
    command = ["strace", "-f", "-qq", "-o", trace or "/dev/null", "-e", "trace=" + calls]
    if fault:
        command += ["-e", "inject=" + fault]
    return subprocess.run(command + [programme] + words, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL).returncode


def look(folder, names):
    """What stands under the set's names, as a reader sees it."""
    seen = {}
    for name in names:
        path = os.path.join(folder, name)
        if os.path.exists(path):
            with open(path, "rb") as file:
                seen[name] = file.read()
    return seen


def is_own(seen, record):
    """Whether a set is whole by its own record: the digests of all files in it."""
    if record not in seen:
        return False
    files = json.loads(seen[record]).get("files")
    return files is not None and all(
        name in seen and hashlib.sha256(seen[name]).hexdigest() == digest for name, digest in files.items())


def study(label, prepare, words, names, record=None):
    folder = os.path.join(root, label)
    base = os.path.join(root, label + "-base")
    os.makedirs(base)
    prepare(base)
    before = look(base, names)
    shutil.copytree(base, folder, symlinks=True)
    trace = os.path.join(root, label + ".trace")
    run(words(folder), trace=trace)
    after = look(folder, names)
    assert before != after, label + ": the run changes nothing"
    # The first part of a run reads tables and loads libraries; faults begin at the first write.
    lines = [line for line in open(trace, errors="replace") if re.match(r"\d+ +\w+\(", line)]
    kinds = {}
    first = {}
    for line in lines:
        call = re.match(r"\d+ +(\w+)\(", line).group(1)
        kinds[call] = kinds.get(call, 0) + 1
        changes = call != "openat" or "O_CREAT" in line or "O_WRONLY" in line or "O_RDWR" in line
        if changes and folder in line and call not in first:
            first[call] = kinds[call]
    points = [(call, n) for call, count in kinds.items() for n in range(first.get(call, count + 1), count + 1)]
    faults = [f"{call}:signal=KILL:when={n}" for call, n in points]
    faults += [f"{call}:error=ENOSPC:when={n}" for call, n in points]
    faults += [f"{call}:error=ENOSPC:when={n}+" for call, n in points]
    total = len(faults)
    if total > TRIES:
        faults = [faults[i * total // TRIES] for i in range(TRIES)]
    result = {"tried": 0, "old": 0, "new": 0, "lost": []}

    def attempt(number):
        own = os.path.join(root, f"{label}-{number}")
        shutil.copytree(base, own, symlinks=True)
        run(words(own), fault=faults[number])
        seen = look(own, names)
        verdict = "old" if seen == before else None
        if verdict is None and (is_own(seen, record) if record else seen.keys() == after.keys()):
            verdict = "new"
        # The next run is not hindered by what the dead one left.
        code = subprocess.run([programme] + words(own), stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode
        if code not in (0, 1):
            verdict = None
        leftovers = [name for name in os.listdir(own) if name.startswith(".takeover")]
        shutil.rmtree(own, ignore_errors=True)
        return faults[number], verdict if not leftovers else None

    with ThreadPoolExecutor(2) as pool:
        for fault, verdict in pool.map(attempt, range(len(faults))):
            result["tried"] += 1
            if verdict:
                result[verdict] += 1
            else:
                result["lost"].append(fault)
    print(f"{label}: tried {result['tried']} of {total} faults, whole {result['old'] + result['new']}"
          f" (the old set {result['old']}, the new one {result['new']}), lost {len(result['lost'])}")
    for fault in result["lost"]:
        print("  lost:", fault)
    assert result["tried"] >= 20 and result["old"] and not result["lost"], label


DRAFT = ["schedule.csv", "programme.ics", "review.html", "review.md", "review.json", "draft.json"]


def drafted(folder, seed="1"):
    subprocess.run([programme, "draft", scenario, "--out", folder, "--seed", seed, "--work", "400"],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


study("draft", drafted, lambda f: ["draft", scenario, "--out", f, "--seed", "2", "--work", "400"], DRAFT,
      record="draft.json")


def twice(folder):
    drafted(folder)
    drafted(folder, "2")


study("restore", twice, lambda f: ["restore", scenario, "1", "--out", f], DRAFT, record="draft.json")


def reviewed(folder):
    subprocess.run([programme, "review", scenario, "Output/small/schedule.csv", "--out", folder],
                   stdout=subprocess.DEVNULL, check=True, stderr=subprocess.DEVNULL)


moved = os.path.join(root, "moved.csv")
with open("Output/small/schedule.csv") as source, open(moved, "w") as target:
    target.write(source.read().replace(",fell,", ",hall,", 1))
study("review", reviewed, lambda f: ["review", scenario, moved, "--out", f],
      ["review.html", "review.md", "review.json"])


def workbooks():
    """One failed call among those that write a workbook's temporary files: no cut workbook goes out."""
    words = lambda folder: ["export", scenario, "Output/small/schedule.csv", "--out", folder]
    trace = os.path.join(root, "export.trace")
    reference = os.path.join(root, "export-reference")
    run(words(reference), trace=trace)
    with open(os.path.join(reference, "programme.xlsx"), "rb") as file:
        whole = file.read()
    tried = refused = cut = 0
    for call in ("write", "lseek", "pwrite64"):
        lines = [line for line in open(trace, errors="replace") if re.match(r"\d+ +" + call + r"\(", line)]
        for error in ("ENOSPC", "EINTR", "EIO"):
            points = range(1, len(lines) + 1)
            for n in list(points)[:: max(1, len(lines) // 12)]:
                own = os.path.join(root, "export-now")
                shutil.rmtree(own, ignore_errors=True)
                code = run(words(own), fault=f"{call}:error={error}:when={n}")
                tried += 1
                path = os.path.join(own, "programme.xlsx")
                there = open(path, "rb").read() if os.path.exists(path) else None
                if code == 0 and there != whole or there is not None and there != whole:
                    cut += 1
                    print(f"  cut: {call} {error} at {n}")
                refused += code != 0
    print(f"workbooks: tried {tried}, refused with a sentence {refused}, cut off {cut}")
    assert tried > 10 and refused and not cut


calls += ",lseek"
workbooks()
