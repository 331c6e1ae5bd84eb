# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of Scenarios/small gets characters that steer and the beginnings of formulas; then each
command runs on it, and all that it says and writes is looked through."""

import csv
import html
import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile

PROGRAMME, OUT = sys.argv[1:3]
FREE = {"name", "title", "reason", "asked_by", "region", "stakeholder_group", "location"}
HOSTILE = "\x1b[31m\u202e\u2067\x9b\x7f\u200f\x07"
STEERS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
BEGINS = re.compile(r"(^|[;,\t\n\r])[\s\"]*[=+\-@]")


def scenario():
    folder = f"{OUT}/scenario"
    shutil.copytree("Scenarios/small", folder)
    texts = 0
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".csv"):
            continue
        with open(f"{folder}/{name}", newline="") as file:
            reader = csv.DictReader(file)
            columns = reader.fieldnames
            rows = list(reader)
        for row in rows:
            for column in columns:
                if row[column] and column in FREE:
                    row[column] = f"={row[column][:3]}{HOSTILE}{row[column][3:]};=1+1{HOSTILE}"
                    texts += 1
                elif row[column] and column == "themes":
                    row[column] = row[column].replace(";", f"{HOSTILE};@")
                    texts += 1
        with open(f"{folder}/{name}", "w", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    assert texts > 30, texts
    meeting = open(f"{folder}/meeting.json").read()
    changed = re.sub(r'("?name"?\s*:\s*")', lambda m: m[1] + "\\u001b[2J\u202e", meeting, count=1)
    assert changed != meeting
    open(f"{folder}/meeting.json", "w").write(changed)
    for name in os.listdir(f"{folder}/what-if"):
        path = f"{folder}/what-if/{name}"
        text = open(path).read()
        open(path, "w").write(
            re.sub(r'("?question"?\s*:\s*")', lambda m: m[1] + "\\u009b\u2066", text, count=1))
    return folder


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from strings(item)


faults = []


def clean(text, where):
    found = STEERS.search(text)
    if found:
        around = text[max(0, found.start() - 60):found.end() + 20]
        faults.append(f"{where}: U+{ord(found[0]):04X} in {around!r}")


checked = 0


def look(data, name, where):
    """All texts of a file, also those that its format holds in escapes."""
    global checked
    checked += 1
    if name.endswith((".sqlite", ".png", ".sqlite-wal", ".sqlite-shm")):
        return
    if name.endswith((".xlsx", ".zip")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.namelist():
                look(archive.read(part), part, f"{where}!{part}")
        return
    text = data.decode("utf-8-sig")
    clean(text, where)
    if name.endswith(".json"):
        for item in strings(json.loads(text)):
            clean(item, where)
    if name.endswith((".html", ".xml", ".svg", ".atom")):
        clean(html.unescape(text), where)
    # Schedules are exact copies: programs read them.
    if name.endswith(".csv") and not name.endswith("schedule.csv") and "/schedules/" not in where:
        for row in csv.reader(io.StringIO(text)):
            for cell in row:
                number = re.fullmatch(r"[+\-]?\d+(\.\d+)?", cell)
                if BEGINS.search(cell) and not number:
                    faults.append(f"{where}: a cell begins a formula: {cell!r}")


def look_through(folder):
    for path, _, names in os.walk(folder):
        for name in names:
            file = f"{path}/{name}"
            if not os.path.islink(file) and "/.programme" not in file:
                look(open(file, "rb").read(), name, file)


def run(*words, may=(0, 1)):
    ended = subprocess.run([PROGRAMME, *words], capture_output=True)
    where = " ".join(words)
    assert ended.returncode in may, (where, ended.returncode, ended.stderr.decode())
    for stream, data in (("out", ended.stdout), ("err", ended.stderr)):
        text = data.decode()
        clean(text, f"{where} ({stream})")
        if stream == "out" and text.startswith("{"):
            for item in strings(json.loads(text)):
                clean(item, where)
    return ended.stdout.decode()


folder = scenario()
said = run("check", folder)
assert "U+001B" in said and "sessions.csv" in said, said
findings = json.loads(run("check", folder, "--json"))["findings"]
own = [finding for finding in findings if finding["rule"] == "steering-sign"]
assert {"sessions.csv", "people.csv", "meeting.json"} <= {finding["file"] for finding in own}, own
assert all(finding["line"] and finding["column"] for finding in own)

run("draft", folder, "--out", f"{OUT}/draft")
schedule = f"{OUT}/draft/schedule.csv"
for flags in ([], ["--json"]):
    run("review", folder, schedule, "--out", f"{OUT}/review", *flags)
    for asked in (["--session", "main-ai"], ["--fragile"], ["--prices"]):
        run("explain", folder, f"{OUT}/draft", "--out", f"{OUT}/explain", *asked, *flags)
    run("what-if", folder, "--out", f"{OUT}/what-if", "--base", schedule, *flags)
    run("compare", schedule, "Output/small/schedule.csv", "--scenario", folder,
        "--out", f"{OUT}/compare", *flags)
    run("export", folder, schedule, "--out", f"{OUT}/export", *flags)
    run("tidy", folder, *flags)
run("drafts", folder, "--out", f"{OUT}/draft")
run("import", f"{OUT}/export/schedule-excel.csv", "--scenario", folder, "--out",
    f"{OUT}/imported.csv")
with open(f"{OUT}/imported.csv") as back, open(schedule) as out:
    places = [[(row["session"], row["start"], row["room"]) for row in csv.DictReader(file)]
              for file in (back, out)]
assert sorted(places[0]) == sorted(places[1])
publish = ["--out", f"{OUT}/publication", "--now"]
run("publish", folder, schedule, *publish, "2025-05-01T12:00:00Z")
first = open(schedule).read()
cancelled = "\n".join(line for line in first.split("\n") if not line.startswith("main-ai,"))
open(f"{OUT}/second.csv", "w").write(cancelled)
run("publish", folder, f"{OUT}/second.csv", *publish, "2025-05-03T12:00:00Z",
    "--with-violations", f"a reason{HOSTILE}", "--note", f"a note{HOSTILE}", may=(0,))
for made in ("draft", "review", "explain", "what-if", "compare", "export", "publication"):
    look_through(f"{OUT}/{made}")
assert checked > 60, checked
if faults:
    raise SystemExit("\n".join(faults[:40]))

# What names people and their own addresses is for its owner alone.
publication = f"{OUT}/publication"
assert stat.S_IMODE(os.stat(f"{publication}/publications.sqlite").st_mode) == 0o600
team = os.path.realpath(f"{publication}/team")
for path, folders, names in os.walk(team):
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o700, path
    for name in names:
        assert stat.S_IMODE(os.stat(f"{path}/{name}").st_mode) == 0o600, name
public = os.path.realpath(f"{publication}/public")
assert stat.S_IMODE(os.stat(public).st_mode) & 0o005 == 0o005
print(f"{checked} files hold nothing that steers")
