# SPDX-License-Identifier: GPL-3.0-or-later
"""A scenario's folder as a workbook by a writer that is not ours: workbook.py FOLDER FILE.xlsx"""
import csv
import datetime
import json
import pathlib
import re
import sys

import openpyxl


def typed(text):
    """Cells as people's spreadsheets keep them: numbers, dates, times and yes or no by type."""
    if re.fullmatch(r"\d{1,6}", text):
        return int(text)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return datetime.date.fromisoformat(text)
    if re.fullmatch(r"\d\d:\d\d", text):
        return datetime.time.fromisoformat(text)
    return {"yes": True, "no": False}.get(text, text or None)


def changes(what_if):
    for change in what_if["changes"]:
        if "meeting" in change:
            yield json.dumps(change)
            continue
        cells = " ".join(f'{k}="{v}"' for k, v in (change.get("set") or change.get("add") or {}).items())
        row = change.get("id") or "where " + " ".join(f'{k}="{v}"' for k, v in change.get("where", {}).items())
        verb = "add " + cells if "add" in change else row + (" remove" if "remove" in change else " " + cells)
        yield change["table"] + " " + verb


def main(folder, target, json5):
    meeting = json5(folder / "meeting.json")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Meeting"
    sheet.append(["Setting", "Value"])
    for key, value in meeting.items():
        if not isinstance(value, (dict, list)):
            sheet.append([key, value])
        elif isinstance(value, dict):
            for inner, own in value.items():
                sheet.append([f"{key}.{inner}", own])
    days = book.create_sheet("Days")
    days.append(["A title above the header"])
    days.append([])
    days.append(["Date", "Label", "Open hours", "Starts"])
    for day in meeting["days"]:
        days.append([typed(day["date"]), day.get("label"), "; ".join(day["open"]), "; ".join(day.get("starts", []))])
    for path in sorted(folder.glob("*.csv")):
        name = path.stem
        sheet = book.create_sheet(name.replace("-", " ").title())
        with open(path, newline="", encoding="utf-8-sig") as lines:
            rows = list(csv.reader(lines))
        sheet.append(rows[0])
        for row in rows[1:]:
            sheet.append([None if cell == "" else cell if i == 0 else typed(cell) for i, cell in enumerate(row)])
    what_ifs = sorted(folder.glob("what-if/*.json"))
    if what_ifs:
        sheet = book.create_sheet("what-if")
        sheet.append(["name", "question", "change"])
        for path in what_ifs:
            what_if = json5(path)
            for number, change in enumerate(changes(what_if)):
                sheet.append([path.stem, what_if.get("question") if number == 0 else None, change])
    book.save(target)


def json5(path):
    """Comments and trailing commas off, bare keys quoted: as much of JSON5 as our samples use."""
    text = path.read_text()
    text = re.sub(r'("(?:[^"\\]|\\.)*")|//[^\n]*', lambda m: m.group(1) or "", text)
    text = re.sub(r'("(?:[^"\\]|\\.)*")|([A-Za-z_]\w*)(\s*:)', lambda m: m.group(1) or f'"{m.group(2)}"{m.group(3)}', text)
    return json.loads(re.sub(r",(\s*[\]}])", r"\1", text))


main(pathlib.Path(sys.argv[1]), sys.argv[2], json5)
