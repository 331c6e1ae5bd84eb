#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether each target imports what it names in Package.swift. That none imports what it does not name
is seen by the compiler (--explicit-target-dependency-import-check).

usage: dependencies.py [PACKAGE.json]

Reads what `swift package dump-package` says, of the package in this folder or from a file.
"""

import json
import pathlib
import re
import subprocess
import sys

IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)", re.MULTILINE)


def described():
    if len(sys.argv) > 1:
        return json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    said = subprocess.run(["swift", "package", "dump-package"], check=True, capture_output=True)
    return json.loads(said.stdout)


def imports(folder):
    return {name for file in folder.rglob("*.swift")
            for name in IMPORT.findall(file.read_text(encoding="utf-8"))}


def main():
    faults, named = [], 0
    for target in described()["targets"]:
        if target["type"] == "system":
            continue
        folder = pathlib.Path(target.get("path") or f"Sources/{target['name']}")
        if not any(folder.rglob("*.swift")):
            continue  # of C: what it names gives it headers and libraries, and no module to import
        imported = imports(folder)
        for dependency in target["dependencies"]:
            name = dependency["byName"][0]
            named += 1
            if name not in imported:
                faults.append(f"{target['name']} names {name}, and no file of it imports it")
    assert named > 100, f"only {named} dependencies were found"
    if faults:
        sys.exit("\n".join(faults))
    print(f"each of {named} dependencies is imported")


main()
