# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command again and again with a fault at its n-th system call, and looks at its folder.

Usage: never_lost.py PROGRAMME SCENARIO CALLS FOLDER
"""
import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor

programme, scenario, calls, root = sys.argv[1:]
programme, scenario, root = (os.path.abspath(path) for path in (programme, scenario, root))
schedule = os.path.abspath("Output/small/schedule.csv")
# How many of some hundreds, or one of each kind where there are more kinds; EVERY=1 tries all.
TRIES = 10**9 if os.environ.get("EVERY") else 28
HISTORY = "drafts.sqlite"

# The next best places of runs that cannot write are looked for here, not where the tests are.
HERE = os.path.join(root, "here")
os.makedirs(os.path.join(HERE, "tmp"))
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": HERE,
         "env": {**os.environ, "TMPDIR": os.path.join(HERE, "tmp")}}


def plain(words):
    return subprocess.run([programme] + words, **QUIET).returncode


def traced(words, trace, fault=None, watched=calls):
    """The run's status; without a fault, descriptors stand with their paths in the trace, and with one
    it holds the calls that the fault counts."""
    command = ["strace", "-f", "-qq", "-o", trace]
    if fault:
        command += ["-e", "trace=" + fault.split(":")[0], "-e", "inject=" + fault]
    else:
        command += ["-y", "-e", "trace=" + watched]
    return subprocess.run(command + [programme] + words, **QUIET).returncode


def lines_of(trace):
    """Thread, call and line of each call that began, in order."""
    with open(trace, errors="replace") as file:
        for line in file:
            found = re.match(r"(\d+) +(\w+)\(", line)
            if found:
                yield found.group(1), found.group(2), line


def has_struck(trace):
    with open(trace, errors="replace") as file:
        text = file.read()
    return "INJECTED" in text or "killed by SIGKILL" in text


def look(folder):
    """What stands under all names but those of the history and of a change that is under way, as a reader
    sees it."""
    seen = {}
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != ".takeover"]
        for name in files:
            path = os.path.join(place, name)
            own = os.path.relpath(path, folder)
            if own.startswith((HISTORY, ".programme-")) or not os.path.exists(path):
                continue
            with open(path, "rb") as file:
                seen[own] = file.read()
    return seen


def timeless(seen):
    """Without the one value in which two runs may differ, and what follows from it."""
    return {name: re.sub(rb'"seconds" : [0-9.]+', b"", data) for name, data in seen.items()
            if name != ".programme.json"}


def agrees(seen):
    """Whether every file is as the record says that stands with them."""
    if ".programme.json" not in seen:
        return True
    for files in json.loads(seen[".programme.json"])["sets"].values():
        for name, digest in files.items():
            if name not in seen or hashlib.sha256(seen[name]).hexdigest() != digest:
                return False
    return True


def holds(folder, data):
    """Whether the history is sound and has a file with these bytes."""
    base = sqlite3.connect(os.path.join(folder, HISTORY))
    try:
        sound = base.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        digest = hashlib.sha256(data).hexdigest()
        found = base.execute("SELECT packed FROM files WHERE sha256 = ?", (digest,)).fetchone()
        return sound and found is not None and zlib.decompress(found[0]) == data
    finally:
        base.close()


def tells_failure(seen):
    """Whether what was written says itself that a run failed: the fault struck a worker, or its job."""
    return any(row["state"] == "failed"
               for row in json.loads(seen.get("what-if.json", '{"what_ifs": []}'))["what_ifs"])


def points_of(trace, folder):
    """Each call from the first that changes something in the folder on. Faults are counted by strace for
    each thread by itself, so that only those of the thread that writes are told."""
    found = list(lines_of(trace))
    writer = next(thread for thread, call, line in found
                  if call == "mkdir" and folder + "/.takeover" in line)
    counts, first = {}, {}
    for thread, call, line in found:
        if thread != writer:
            continue
        counts[call] = counts.get(call, 0) + 1
        changes = call != "openat" or "O_CREAT" in line or "O_WRONLY" in line or "O_RDWR" in line
        if changes and folder in line:
            first.setdefault(call, counts[call])
    return [(call, n) for call, begin in sorted(first.items()) for n in range(begin, counts[call] + 1)]


def kind_of(fault):
    """What strikes, at which call: without which of these calls it is."""
    return re.sub(r"when=\d+", "when=", fault)


def chosen(faults):
    """Some of each kind, so that none is left out however rare its call is: the kinds take turns until
    there are enough, and those of a kind are evenly spread over its own."""
    kinds = {}
    for fault in faults:
        kinds.setdefault(kind_of(fault), []).append(fault)
    shares = dict.fromkeys(kinds, 1)
    while sum(shares.values()) < min(TRIES, len(faults)):
        # Next is the kind whose calls lie the furthest apart.
        widest = max(kinds, key=lambda kind: len(kinds[kind]) / shares[kind])
        shares[widest] += 1
    return [own[(2 * i + 1) * len(own) // (2 * shares[kind])]
            for kind, own in kinds.items() for i in range(shares[kind])]


def study(label, prepare, words, may_repeat=True, keeps=None):
    folder = os.path.join(root, label)
    base = os.path.join(root, label + "-base")
    os.makedirs(base)
    prepare(base)
    before = look(base)
    shutil.copytree(base, folder, symlinks=True)
    trace = os.path.join(root, label + ".trace")
    traced(words(folder), trace)
    after = look(folder)
    assert timeless(before) != timeless(after) and agrees(after), label + ": the run changes nothing"
    points = points_of(trace, folder)
    faults = [f"{call}:signal=KILL:when={n}" for call, n in points]
    faults += [f"{call}:error=ENOSPC:when={n}" for call, n in points]
    faults += [f"{call}:error=ENOSPC:when={n}+" for call, n in points]
    total, kinds = len(faults), set(map(kind_of, faults))
    faults = chosen(faults)

    def attempt(number):
        own = os.path.join(root, f"{label}-{number}")
        shutil.copytree(base, own, symlinks=True)
        now = f"{own}.trace"
        missing = False
        traced(words(own), now, faults[number])
        if not has_struck(now):
            verdict = "missed"
        else:
            seen = look(own)
            verdict = "lost"
            missing = keeps and keeps not in seen.values()
            if seen == before:
                verdict = "old"
            elif agrees(seen) and (timeless(seen) == timeless(after) or tells_failure(seen)):
                verdict = "new"
        # The next run is not hindered by what the dead one left, and nothing of it stays.
        if may_repeat or verdict == "old":
            if plain(words(own)) not in (0, 1) or timeless(look(own)) != timeless(after):
                verdict = "lost"
            if os.path.lexists(os.path.join(own, ".takeover")):
                verdict = "lost"
        if missing or (keeps and keeps not in look(own).values()):
            verdict = "lost"
        if "schedule.csv" in before and not holds(own, before["schedule.csv"]):
            verdict = "lost"
        for path in (own, own + "-2"):
            shutil.rmtree(path, ignore_errors=True)
        return faults[number], verdict

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(attempt, range(len(faults))))
    count = {verdict: sum(found == verdict for _, found in outcomes)
             for verdict in ("old", "new", "missed", "lost")}
    struck = [fault for fault, verdict in outcomes if verdict != "missed"]
    tried, met = len(struck), set(map(kind_of, struck))
    print(f"{label}: tried {tried} of {total} faults, {len(met)} of {len(kinds)} kinds, whole {count['old'] + count['new']}"
          f" (the old set {count['old']}, the new one {count['new']}), lost {count['lost']}"
          + (f"; {count['missed']} did not strike" if count["missed"] else ""), flush=True)
    for fault, verdict in outcomes:
        if verdict == "lost":
            print("  lost:", fault)
    assert tried >= 20 and count["old"] and count["missed"] <= len(outcomes) // 10, label
    assert len(met) >= 0.9 * len(kinds), (label, kinds - met)
    assert not count["lost"], label


def drafted(folder, seed="1"):
    assert plain(["draft", scenario, "--out", folder, "--seed", seed, "--work", "400"]) == 0


def twice(folder):
    drafted(folder)
    drafted(folder, "2")


moved = os.path.join(root, "moved.csv")
with open(schedule) as source, open(moved, "w") as target:
    target.write(source.read().replace(",fell,", ",hall,", 1))


def done(*words):
    def prepare(folder):
        assert plain(list(words) + ["--out", folder]) in (0, 1)
    return prepare


study("draft", drafted,
      lambda f: ["draft", scenario, "--out", f, "--seed", "2", "--work", "400"])
study("restore", twice, lambda f: ["restore", scenario, "1", "--out", f])
BY_HAND = b"by hand"


def edited(folder):
    done("review", scenario, schedule)(folder)
    with open(os.path.join(folder, "review.md"), "wb") as file:
        file.write(BY_HAND)


# What somebody edited and force replaces is kept beside, whatever happens.
study("review", edited, lambda f: ["review", scenario, moved, "--out", f, "--force"], keeps=BY_HAND)
study("export", done("export", scenario, schedule),
      lambda f: ["export", scenario, moved, "--with-violations", "a test", "--out", f])
study("what-if", done("what-if", scenario, "--base", schedule, "--work", "200"),
      lambda f: ["what-if", scenario, "--base", schedule, "--change", "rooms fell remove", "--work", "200",
                 "--out", f])
study("new", lambda folder: None, lambda f: ["new", f], may_repeat=False)


def workbooks():
    """One failed call among those that write a workbook's temporary files: no cut workbook goes out."""
    words = lambda folder: ["export", scenario, schedule, "--out", folder]
    watched = "write,lseek,pwrite64"
    trace = os.path.join(root, "export.trace")
    reference = os.path.join(root, "export-reference")
    traced(words(reference), trace, watched=watched)
    with open(os.path.join(reference, "programme.xlsx"), "rb") as file:
        whole = file.read()
    tried = refused = cut = 0
    for call in watched.split(","):
        found = [line for _, name, line in lines_of(trace) if name == call]
        points = [n for n, line in enumerate(found, 1) if HERE + "/tmp" in line]
        for error in ("ENOSPC", "EINTR", "EIO"):
            for n in points[:: max(1, len(points) // 6)]:
                own = os.path.join(root, "export-now")
                shutil.rmtree(own, ignore_errors=True)
                now = os.path.join(root, "export-now.trace")
                code = traced(words(own), now, f"{call}:error={error}:when={n}")
                if not has_struck(now):
                    continue
                tried += 1
                path = os.path.join(own, "programme.xlsx")
                there = None
                if os.path.exists(path):
                    with open(path, "rb") as file:
                        there = file.read()
                if there != (whole if code == 0 else None):
                    cut += 1
                    print(f"  cut: {call} {error} at {n}, status {code}")
                refused += code != 0
    print(f"workbooks: tried {tried}, refused with a sentence {refused}, cut off {cut}")
    assert tried > 10 and refused and not cut


workbooks()
