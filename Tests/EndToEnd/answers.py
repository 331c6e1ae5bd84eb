# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what the commands print with --json to Scenarios/answers.schema.json, judged by jsonschema."""

import csv
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

program, work = sys.argv[1], Path(sys.argv[2])
schema = json.loads(Path("Scenarios/answers.schema.json").read_text())
Draft202012Validator.check_schema(schema)
small, draft = "Scenarios/small", work / "draft"
faults, asked, seen = [], set(), set()


def resolve(part):
    """The schema that a reference stands for, and its own."""
    while "$ref" in part:
        found = schema
        for key in part["$ref"].removeprefix("#/").split("/"):
            found = found[key]
        part = found
    return part


def walk(part, value, place):
    """Notes which declared members were met, by the place of their declaration."""
    part = resolve(part)
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in part.get("properties", {}):
                seen.add((id(part), key))
                walk(part["properties"][key], inner, f"{place}.{key}")
            elif isinstance(part.get("additionalProperties"), dict):
                walk(part["additionalProperties"], inner, place)
    elif isinstance(value, list) and "items" in part:
        for inner in value:
            walk(part["items"], inner, place)


def declared(part, place, known):
    """Every declared member with its place, each declaration once."""
    part = resolve(part)
    if id(part) in known:
        return
    known.add(id(part))
    for key, inner in part.get("properties", {}).items():
        yield (id(part), key), f"{place}.{key}"
        yield from declared(inner, f"{place}.{key}", known)
    for key in ("items", "additionalProperties"):
        if isinstance(part.get(key), dict):
            yield from declared(part[key], place, known)


def served(words):
    """What a command says that then serves until it is ended."""
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        line = run.stdout.readline()
        run.send_signal(signal.SIGINT)
        rest, errors = run.communicate()
        return subprocess.CompletedProcess(words, run.returncode, line + rest, errors)


def ask(status, command, *words, shape=None, serves=False):
    """What a command prints, which must fit its schema, and end with a status where one is given."""
    shape = shape or command
    words = [program, command, *map(str, words), "--json"]
    run = served(words) if serves else subprocess.run(words, capture_output=True, text=True)
    if status is not None and run.returncode != status:
        faults.append(f"{words[1:]}: status {run.returncode}, not {status}: {run.stderr[-300:]}")
    asked.add(command)
    try:
        answer = json.loads(run.stdout)
    except ValueError as error:
        faults.append(f"{words[1:]}: {error}: {run.stdout[:200]!r}")
        return {}
    part = {"$ref": f"#/$defs/{shape}", "$defs": schema["$defs"]}
    for error in Draft202012Validator(part).iter_errors(answer):
        faults.append(f"{words[1:]}: {error.json_path}: {error.message[:200]}")
    walk({"$ref": f"#/$defs/{shape}"}, answer, shape)
    for path in answer.get("written") or []:
        if not Path(path).exists():
            faults.append(f"{words[1:]}: {path} was not written")
    return answer


def scenario(name, *edits):
    """A copy of the small scenario with texts put in place of others."""
    copy = work / name
    shutil.copytree(small, copy)
    for file, old, new in edits:
        text = (copy / file).read_text()
        if old not in text:
            faults.append(f"{name}: {file} has no {old!r}")
        (copy / file).write_text(text.replace(old, new, 1))
    return copy


# Tables: as they are, with errors and spellings, as a workbook.
spelt = scenario(
    "spelt",
    ("sessions.csv", "2025-06-23,09:00,hall", "23.6.2025,9:00,hall"),
    ("sessions.csv", "id,activity,title", "ID,activity,title"),
    ("rooms.csv", "id,", "Rooms\n\nid,"),
    ("roles.csv", "mia,main-ai", "Mia,main-ai"),
)
(spelt / "limits.csv").rename(spelt / "Limits.CSV")
links = spelt / "links.csv"
links.write_text("".join(f"{line};\n" for line in links.read_text().replace(",", ";").splitlines()))
wrong = scenario("wrong", ("sessions.csv", "things,90,60", "things,ninety,60"))
ask(0, "new", work / "mine")
ask(0, "check", small)
ask(1, "check", wrong)
ask(0, "tidy", small)
ask(1, "tidy", spelt)
ask(0, "tidy", spelt, "--to", work / "plan.xlsx")
ask(0, "tidy", spelt, "--write")
book = scenario("book", ("rooms.csv", "Main Hall,300", "Main Hall,300 seats"))
ask(0, "check", book)
subprocess.run([sys.executable, "-c", f"""
import openpyxl
book = openpyxl.load_workbook({str(work / 'plan.xlsx')!r})
sheet = book["rooms"]
column = [cell.value for cell in sheet[1]].index("capacity") + 1
sheet.cell(2, column).value = "300 seats"
sheet.cell(3, column).value = "many"
book.save({str(work / 'edited.xlsx')!r})
"""], check=True)
ask(1, "check", work / "edited.xlsx")
ask(0, "rules")
ask(0, "rules", "theme-clash", "--scenario", small)
ask(0, "model", small, "--out", work / "model")

# Drafts: proven, planned anew, impossible, with sessions left out; their history.
ask(0, "draft", small, "--out", draft)
ask(0, "draft", small, "--out", work / "again", "--baseline", draft / "schedule.csv", "--max-moves", 3)
full = scenario("full", ("rooms.csv", "hybrid,,,Ground", "hybrid,2025-06-23 09:00-12:30,,Ground"))
crowded = scenario("crowded", ("people.csv", "yes,onsite,,", "yes,onsite,2025-06-24 09:00-10:30,"))
ask(1, "draft", full, "--out", work / "none")
ask(1, "draft", crowded, "--out", work / "part", "--allow-unplaced")
ask(0, "draft", small, "--out", draft, "--what-if", "lose-fjord-on-day-2")
ask(0, "drafts", small, "--out", draft)

# Drafts of a board: from nothing, from a draft, from each other; as the board keeps them.
with open(draft / "schedule.csv", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["status"] == "placed"]
places = {row["session"]: {"start": f"{row['date']}T{row['start']}", "room": row["room"]} for row in rows}
first = json.dumps({"places": places, "pins": {}, "accepted": {}})
base = sqlite3.connect(draft / "drafts.sqlite")
digest = base.execute("SELECT input_sha256 FROM drafts").fetchone()[0]
for number, parents in enumerate([(None, None, None), (1, None, None), (None, 1, 0)], 1):
    base.execute("INSERT INTO boards VALUES (?, 1750000000, ?, ?, 'Ana', 'why', ?, ?, ?, 'programme draft', ?, ?)",
                 (number, f"key {number}", f"Draft {'abc'[number - 1]}", *parents, digest, first))
for number, kind in enumerate([{"kind": "note", "session": "town-1", "text": "a"}, {"kind": "note", "text": "b"},
                               {"kind": "stage", "stage": "closed"}], 1):
    base.execute("INSERT INTO acts VALUES (?, 1, 1750000001, ?, 0, 'Bo', '', ?)",
                 (number, f"act {number}", json.dumps(kind)))
base.commit()
base.close()
ask(0, "review", small, "--from-board", "Draft a", "--drafts", draft)
ask(0, "draft", small, "--from-board", "Draft b", "--drafts", draft, "--out", work / "from-board")
ask(0, "publish", small, "--from-board", "Draft c", "--drafts", draft, "--out", work / "out-of-board",
    "--now", "2025-05-01T12:00:00Z")
boards = ask(0, "drafts", small, "--out", draft)["boards"]
if [board["kept"] != [] for board in boards] != [False, False, True]:
    faults.append(f"boards: {boards}")
ask(0, "restore", small, 1, "--out", draft)
(draft / "schedule.csv").write_text((draft / "schedule.csv").read_text() + "\n")
ask(0, "drafts", small, "--out", draft)
ask(0, "restore", small, 1, "--out", draft, "--force")

# Changes after all: a session that does not take place, and a late one, whether or not there is room.
ask(0, "cancel", scenario("less"), "town-1", "--reason", "the host is ill")
late = ["id=late-2", "activity=town", "minutes=60", "title=A late one"]
ask(None, "add", scenario("late"), *late, "--baseline", draft / "schedule.csv", "--out", work / "late-out")

# Schedules: judged by right and wrong tables, broken, compared, explained.
text = (draft / "schedule.csv").read_text()
broken = work / "broken.csv"
broken.write_text(text.replace("2025-06-23,10:45,11:45,fell", "2025-06-23,10:45,11:45,fjord"))
moved = work / "moved.csv"
moved.write_text(text.replace("2025-06-23,10:45,11:45,fell", "2025-06-23,10:45,11:45,hall"))
ask(0, "review", small, draft, "--out", work / "review")
ask(1, "review", small, broken)
ask(1, "review", wrong, draft)
dropped = work / "dropped.csv"
lines = []
for line in text.splitlines(keepends=True):
    if line.startswith("town-1,"):
        cells = line.split(",")
        line = ",".join([*cells[:4], "", "", "", "", "unplaced", "", "", cells[-1]])
    lines.append(line)
dropped.write_text("".join(lines))
ask(0, "compare", draft, draft, "--scenario", small, "--out", work / "compare")
for pair in [(draft, moved), (moved, broken), (draft, dropped), (dropped, draft)]:
    one = ask(0, "compare", *pair, "--scenario", small)
    other = ask(0, "compare", *reversed(pair), "--scenario", small)
    if one and other:
        # What one side gains the other loses.
        if one["difference"] != -other["difference"] or one["before"]["cost"] != other["after"]["cost"]:
            faults.append(f"compare {pair}: {one['difference']} and {other['difference']}")
        if {c["session"] for c in one["changes"]} != {c["session"] for c in other["changes"]}:
            faults.append(f"compare {pair}: other sessions change backwards")
        for rule, cost in one["costs"].items():
            back = other["costs"][rule]
            if (cost["units_before"], cost["units_after"]) != (back["units_after"], back["units_before"]):
                faults.append(f"compare {pair}: {rule}")
ask(0, "explain", small, "--out", work / "why")
ask(1, "explain", full)
ask(1, "explain", scenario("one-a-day", ("limits.csv", "1,moment", "0,day")))
ask(1, "explain", scenario("few", ("limits.csv", "1,moment", "1,meeting")))
ask(1, "explain", scenario("at-once", ("limits.csv", "one-main,MAIN,,", "one-main,,,")))
ask(1, "explain", scenario("busy", ("people.csv", "WEOG,,no,no,onsite,,", "WEOG,,no,no,onsite,2025-06-24 09:00-10:30,")))
ask(1, "explain", scenario("day-full", ("limits.csv", "one-main,MAIN", "one-main,TH"),
    ("meeting.json", ', starts: ["09:00", "10:45"] }', " }"), *(
    ("sessions.csv", f"{title},90,250,,interpretation,must,,,", f"{title},180,250,,interpretation,must,,2025-06-24,")
    for title in ("Artificial intelligence: what next?", "Security: who does what?"))))
ask(0, "tidy", full, "--to", work / "full.xlsx")
ask(1, "explain", work / "full.xlsx")
ask(0, "explain", small, draft, "--session", "town-1")
ask(0, "explain", small, draft, "--session", "town-1", "--at", "2025-06-24 09:00", "--room", "fjord")
ask(0, "explain", small, draft, "--prices")
ask(0, "explain", small, draft, "--fragile")

# What-ifs: on each sort of base, possible and not, with another weight.
ask(0, "what-if", small, "--base", moved, "--out", work / "ask-1")
ask(0, "what-if", small, "--base", broken, "--out", work / "ask-2")
ask(0, "what-if", small, "--drafts", draft, "--change", "meeting weights.theme-clash=30", "--out", work / "ask-3")
ask(1, "what-if", full, "--drafts", draft, "--out", work / "ask-5")
ask(1, "what-if", small, "--fresh-base", "--change", "rooms hall remove", "--out", work / "ask-4")

# Out and back in.
ask(0, "export", small, draft, "--out", work / "out")
ask(1, "export", small, broken, shape="refused")
ask(1, "publish", small, broken, "--out", work / "public", shape="refused")
ask(0, "import", work / "out/programme.xlsx", "--scenario", small, "--out", work / "back.csv")
ask(0, "publish", small, draft, "--out", work / "public", "--now", "2025-05-01T12:00:00Z")
later = ["--now", "2025-05-02T12:00:00Z", "--preview", "--with-violations", "a trial"]
ask(0, "publish", small, moved, "--out", work / "public", *later)

# A board: for this machine, shared, and with new links.
ask(0, "board", small, "--port", "0", "--out", work / "board", serves=True)
shared = ["--share", "https://plan.example.org", "--out", work / "board"]
ask(0, "board", small, "--port", "0", *shared, serves=True)
ask(0, "board", small, "--renew-links", *shared)


def printed(*words):
    return subprocess.run([program, *words], capture_output=True, text=True).stdout


listed = [line.split()[1] for line in printed("--help").splitlines() if line.startswith("  programme ")]
commands = {name for name in listed if "  --json " in printed(name, "--help")}
faults += [f"{name} has --json and no schema" for name in sorted(commands - set(schema["$defs"]))]
commands &= set(schema["$defs"])
faults += [f"nobody asked {name}" for name in sorted(commands - asked)]
for name in sorted(commands):
    for key, place in declared({"$ref": f"#/$defs/{name}"}, name, set()):
        if key not in seen:
            faults.append(f"{place} is declared and was never met")
sys.exit("\n".join(faults) or 0)
