#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills publishers at random instants and looks at what is left.

usage: crash_publisher.py PROGRAMME SCENARIO SCHEDULE.csv ROUNDS [SEED]

In each round a changed schedule is published and the publisher killed (kill -9) at a random instant
of the time that a whole run takes; every third round two publishers run at once and both are killed,
every fourth the one is killed after the register has its publication and before anybody sees it, an
instant that would hardly ever be met at random.
After each: what everybody sees is one whole publication that the register has, none that was
reported is lost, UIDs stay, SEQUENCE never falls. Every tenth round a run that is let be must then
complete what is left.
"""

import csv
import hashlib
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

programme, scenario, schedule, rounds = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
dice = random.Random(int(sys.argv[5]) if len(sys.argv) > 5 else 1)
work = Path(tempfile.mkdtemp(prefix="crash-"))
out = work / "out"
rows = list(csv.DictReader(open(schedule, newline="", encoding="utf-8")))
placed = [row for row in rows if row["status"] == "placed"]


def variant(number):
    """The schedule with one session's start moved: published with a reason, whatever it breaks."""
    path = work / f"s{number}.csv"
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["session", "date", "start", "room", "status"], extrasaction="ignore")
        writer.writeheader()
        chosen = placed[dice.randrange(len(placed))]["session"]
        for row in rows:
            row = dict(row)
            if row["session"] == chosen:
                row["start"] = f"{dice.randrange(8, 18):02}:{dice.randrange(0, 60, 5):02}"
            writer.writerow(row)
    return path


# The one symbolic link that a run makes is the one that shows the publication.
AT_THE_LINK = ["strace", "-f", "-qq", "-o", os.devnull, "-e", "trace=symlink",
               "-e", "inject=symlink:signal=KILL:when=1"]


def start(path, under=()):
    return subprocess.Popen(
        [*under, programme, "publish", scenario, str(path), "--out", str(out), "--with-violations", "a test"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def registered():
    if not (out / "publications.sqlite").exists():
        return [], []
    database = sqlite3.connect(out / "publications.sqlite", timeout=60)
    try:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if not database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'versions'").fetchone()[0]:
            return [], []
        numbers = [n for (n,) in database.execute("SELECT number FROM publications ORDER BY number")]
        versions = list(database.execute(
            "SELECT publication, session, uid, sequence FROM versions ORDER BY serial"))
    finally:
        database.close()
    return numbers, versions


def visible():
    """The number of the publication that everybody sees, each of its files as its digest says."""
    link = out / "published"
    if not link.is_symlink():
        return 0
    folder = link.resolve()
    listed = set()
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        digest, name = line[:64], line[66:]
        listed.add(name)
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name
    there = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()} - {"SHA256SUMS"}
    assert there == listed, there ^ listed
    if (out / "public").exists():
        assert (out / "public").resolve() == folder / "public"
    page = (folder / "public/index.html").read_text(encoding="utf-8")
    number = int(folder.name.split("-")[0])
    assert f"Publication {number}," in page
    return number


def check(before, reported):
    numbers, versions = registered()
    assert numbers == list(range(1, len(numbers) + 1)), numbers
    assert len(numbers) >= max(before, reported), (len(numbers), before, reported)
    assert versions[: len(check.versions)] == check.versions, "something registered has changed"
    check.versions = versions
    uids, sequences = {}, {}
    for _, session, uid, sequence in versions:
        assert uids.setdefault(session, uid) == uid
        assert sequence >= sequences.get(session, 0)
        sequences[session] = sequence
    seen = visible()
    assert check.seen <= seen <= len(numbers), (check.seen, seen, len(numbers))
    assert seen >= reported, (seen, reported)
    check.seen = seen
    return len(numbers)


check.versions, check.seen = [], 0


def said(text):
    found = re.match(r"Publication (\d+) ", text)
    return int(found.group(1)) if found else 0


# How long a whole run takes, without and with something there.
begin = time.monotonic()
process = start(variant(0))
text, errors = process.communicate()
assert process.returncode == 0, errors
whole = time.monotonic() - begin
last = check(0, said(text))
kills = survived = between = 0
number = 0
while kills < rounds:
    number += 1
    if number % 4 == 1:
        publishers = [start(variant(number * 2), AT_THE_LINK)]
        publishers[0].wait()
    else:
        publishers = [start(variant(number * 2 + k)) for k in range(2 if number % 3 == 0 else 1)]
        # Half of them anywhere, half near the end, where files and register change.
        time.sleep(whole * (dice.random() if dice.random() < 0.5 else dice.uniform(0.6, 1.05)))
    reported = 0
    for process in publishers:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        text, errors = process.communicate()
        assert process.returncode in (0, -signal.SIGKILL), errors
        kills += process.returncode != 0
        survived += process.returncode == 0
        reported = max(reported, said(text))
    last = check(last, reported)
    if visible() < last:
        between += 1
    if number % 10 == 0 or kills >= rounds:
        begin = time.monotonic()
        process = start(variant(number * 2))
        text, errors = process.communicate()
        assert process.returncode == 0, errors
        whole = (whole + time.monotonic() - begin) / 2
        last = check(last, said(text))
        assert visible() == last, "a run that was let be did not complete"
print(f"{kills} killed, {survived} ended before, {between} times between register and files; "
      f"{last} publications, none lost")
assert between >= rounds // 8, "too few were killed between register and files"
subprocess.run(["rm", "-rf", str(work)], check=True)
