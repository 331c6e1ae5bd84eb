# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that no line is wider than it may be, but for one word that alone is.

usage: check_widths.py FILE WIDTH [FILE WIDTH …]
"""
import sys
import unicodedata


def columns(text):
    wide = {"W": 2, "F": 2}
    return sum(
        0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else wide.get(unicodedata.east_asian_width(c), 1)
        for c in text
    )


faults = 0
for path, width in zip(sys.argv[1::2], map(int, sys.argv[2::2])):
    command = ""
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("== "):
            command = line
        elif columns(line) > width and len(line.split()) > 1:
            faults += 1
            print(f"{path}: {command}: {columns(line)} columns: {line}")
sys.exit(faults > 0)
