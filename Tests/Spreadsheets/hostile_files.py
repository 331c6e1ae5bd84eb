#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes files that pretend to be workbooks, and a scenario with hostile titles.

usage: hostile_files.py GOOD.xlsx FOLDER     workbooks into FOLDER
       hostile_files.py SCENARIO             hostile titles into its sessions.csv
"""

import csv
import pathlib
import random
import sys
import zipfile

TITLES = [
    "=cmd|' /C calc'!A0", "</script><script>document.title='owned'</script>", "+SUM(1;2)", "@home",
    "Innocent\r\nBEGIN:VEVENT\r\nSUMMARY:Injected\r\nEND:VEVENT", "\u202etxet desrever\u202c",
    "Ten kilobytes without end " * 400, "👩🏽‍💻 Emoji 🇯🇵", "a;=1+1", "-2+3", "'=1", "_x003D_1", "bell\x07",
]


def titles(folder):
    path = pathlib.Path(folder) / "sessions.csv"
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for index, row in enumerate(rows):
        row["title"] = TITLES[index % len(TITLES)]
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def workbooks(good, folder):
    folder = pathlib.Path(folder)
    parts = {}
    with zipfile.ZipFile(good) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    sheet = next(name for name in sorted(parts) if name.startswith("xl/worksheets/sheet"))

    def variant(name, part, data):
        with zipfile.ZipFile(folder / f"{name}.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
            for other in parts:
                if other != part:
                    archive.writestr(other, parts[other])
            if data is not None:
                archive.writestr(part, data)

    head = b'<?xml version="1.0"?>'
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9)) + b"]>"
    variant("packed-zeros", sheet, bytes(200_000_000))
    variant("packed-strings", "xl/sharedStrings.xml", b"<sst>" + b"<si><t>a</t></si>" * 3_000_000 + b"</sst>")
    variant("entities", sheet, head + bomb + b"<w>&j;</w>")
    variant("external", sheet, head + b'<!DOCTYPE w SYSTEM "file:///etc/passwd"><w/>')
    variant("entities-16", sheet, (head + bomb + b"<w>&j;</w>").decode().encode("utf-16"))
    variant("cells", sheet, b"<w><row>" + b"<c><v>1</v></c>" * 600_000 + b"</row></w>")
    variant("deep", sheet, b"<w>" * 100_000)
    variant("no-book", "xl/workbook.xml", None)
    variant("no-sheet", sheet, None)
    variant("no-xml", sheet, b"\x00\xff\xfe<")
    variant("far", sheet, b'<w><row r="1048577"><c r="A1048577"><v>1</v></c></row></w>')
    (folder / "old.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000))
    chance = random.Random(6)
    data = pathlib.Path(good).read_bytes()
    for index in range(40):
        broken = bytearray(data)
        for _ in range(chance.randrange(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        (folder / f"broken-{index}.xlsx").write_bytes(broken[:chance.randrange(1, len(broken))])


if __name__ == "__main__":
    if len(sys.argv) == 2:
        titles(sys.argv[1])
    elif len(sys.argv) == 3:
        workbooks(*sys.argv[1:])
    else:
        sys.exit(__doc__)
