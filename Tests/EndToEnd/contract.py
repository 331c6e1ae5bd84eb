# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the pages that tell of commands, options and files to the program's own help and output."""

import json
import re
import subprocess
import sys
from pathlib import Path

program, folder, history, exported = sys.argv[1], *map(Path, sys.argv[2:])
contract = Path("Scenarios/scenario-format.md").read_text()
pages = {name: Path(name).read_text() for name in ("README.md", "Sources/rules.md")}
pages["Scenarios/scenario-format.md"] = contract
faults = []


def check(told, real, what):
    """Both lists hold the same, in the same order."""
    if list(told) != list(real):
        faults.append(f"{what}: the page has {list(told)}, the program {list(real)}")


def printed(*words):
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


def section(heading):
    return re.search(rf"^## {re.escape(heading)}.*?\n(.*?)(?=^## |\Z)", contract, re.M | re.S)[1]


def keys(text):
    """The members of the outermost object of a shape such as {"a", "b": {"c"}}."""
    depth, found, before = 0, [], ""
    for token in re.findall(r'"[^"]*"|[{}\[\]:|,]', text):
        if token in "{[":
            depth += 1
        elif token in "}]":
            depth -= 1
            if depth == 0:
                return found
        elif depth == 1 and token.startswith('"') and before in "{,":
            found.append(token.strip('"'))
        before = token
    return found


# Commands: the help, the contract's list and the README's table name the same.
commands = re.findall(r"^  programme (\S+)", printed("--help"), re.M)
told = re.search(r"`programme ((?:[a-z-]+\|)+[a-z-]+) …`", section("Command line"))[1].split("|")
check(told, commands, "commands in the contract")
table = re.findall(r"^\| `programme ([a-z-]+)[^|]*\|", pages["README.md"], re.M)
check(sorted(table), sorted(commands), "commands in the README")

# Options: what a page names is there, where it names the command, with that command; all are told.
options = {name: re.findall(r"^  (--[a-z-]+)", printed(name, "--help"), re.M) for name in commands}
known = {option for of_one in options.values() for option in of_one}
named = set()
for page, text in pages.items():
    found = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))
    named |= found
    faults += [f"{page}: no command has {option}" for option in sorted(found - known)]
    for code in (part for line in text.splitlines() for part in line.split("`")[1::2]):
        name = code.removeprefix("programme ").split(" ")[0]
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", code):
            if name in commands and option not in options[name]:
                faults.append(f"{page}: '{name}' has no {option}")
faults += [f"{option} is told in no page" for option in sorted(known - named)]

# Files: those of a draft, the columns of its schedule, the members of its JSON.
listed = re.search(r"`draft` writes into .*?`([^`]*schedule\.csv[^`]*)`", contract, re.S)[1].split(", ")
found = sorted(path.name for path in folder.iterdir())
check(found, sorted([*listed, "drafts.sqlite", ".programme.json"]), "files of a draft")
listed = re.search(r"`export` writes into .*?`([^`]*index\.html[^`]*)`", contract, re.S)[1].split(", ")
check(sorted(listed), sorted(path.name for path in exported.iterdir() if path.name[0] != "."), "files of an export")
columns = section("schedule.csv").splitlines()[0].strip("`").split(", ")
check(columns, (folder / "schedule.csv").read_text().splitlines()[0].split(","), "schedule.csv")
members = keys(section("draft.json"))
check(sorted(members), sorted(json.loads((folder / "draft.json").read_text())), "draft.json")
shape = re.search(r'\{"drafts": \[(\{[^}]*\})\], "edited"\}', contract)[1]
check(sorted(keys(shape)), sorted(json.loads(history.read_text())["drafts"][0]), "drafts --json")
shape = re.search(r'"boards": \[(\{[^\]]*\})\]', contract)[1]
answers = json.loads(Path("Scenarios/answers.schema.json").read_text())
check(keys(shape), answers["$defs"]["drafts"]["properties"]["boards"]["items"]["required"], "boards of drafts --json")

sys.exit("\n".join(faults) or 0)
