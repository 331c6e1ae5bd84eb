#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a workbook with openpyxl and checks what people rely on, against the schedule it was made of.

usage: check_workbook.py PROGRAMME.xlsx SCHEDULE.csv [EDITED.xlsx SESSION DATE TIME ROOM]

With five more arguments the session is moved in the sheet 'List' and the workbook saved again.
"""

import csv
import datetime
import sys

import openpyxl
from openpyxl.utils import range_boundaries


def luminance(colour):
    parts = [int(colour[place:place + 2], 16) / 255 for place in (0, 2, 4)]
    parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    a, b = sorted((luminance(one), luminance(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


def check_list(sheet, rows):
    header = [cell.value for cell in sheet[1]]
    assert header[:8] == ["Session", "Title", "Date", "Start", "Minutes", "End", "Room", "Status"], header
    assert sheet.freeze_panes == "C2" and sheet.auto_filter.ref.startswith("A1:"), sheet.freeze_panes
    assert sheet.data_validations.dataValidation, "no list of rooms to pick from"
    seen = {}
    for row in sheet.iter_rows(min_row=2):
        seen[row[0].value] = row
        assert row[1].data_type != "f", row[1].value
    assert set(seen) == {row["session"] for row in rows}
    for row in rows:
        cells = seen[row["session"]]
        assert cells[7].value == row["status"], row
        if row["status"] != "placed":
            continue
        assert isinstance(cells[2].value, datetime.datetime), cells[2].value
        assert cells[2].value.date().isoformat() == row["date"]
        assert isinstance(cells[3].value, datetime.time), cells[3].value
        assert cells[3].value.strftime("%H:%M") == row["start"]
        assert cells[5].data_type == "f", "the end follows the start"


def check_day(sheet, rows):
    assert sheet.freeze_panes == "B4", sheet.freeze_panes
    assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.fitToWidth in (None, 1)
    assert sheet.page_setup.fitToHeight == 0 and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows in ("1:3", "$1:$3"), sheet.print_title_rows
    taken = set()
    for area in sheet.merged_cells.ranges:
        left, top, right, bottom = range_boundaries(area.coord)
        for place in ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)):
            assert place not in taken, f"{sheet.title}: merged cells overlap at {place}"
            taken.add(place)
    bottoms = {(a.min_row, a.min_col): a.max_row for a in sheet.merged_cells.ranges}
    found = {}
    for line in sheet.iter_rows(min_row=4, min_col=2):
        for cell in line:
            if isinstance(cell.value, str) and " · " in cell.value:
                found[cell.value.rsplit(" · ", 1)[1]] = cell
    assert set(found) == {row["session"] for row in rows}, sheet.title
    for row in rows:
        cell = found[row["session"]]
        clock = sheet.cell(cell.row, 1).value
        assert clock.strftime("%H:%M") == row["start"], (row, clock)
        after = sheet.cell(bottoms.get((cell.row, cell.column), cell.row) + 1, 1).value
        assert after.strftime("%H:%M") == row["end"], (row, after)
        assert contrast(cell.fill.start_color.rgb[2:], cell.font.color.rgb[2:]) > 7


def main(path, schedule, *edit):
    book = openpyxl.load_workbook(path)
    with open(schedule, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    lists = ["List", "By person", "By room", "Changes", "Rooms", "As exported"]
    assert book.sheetnames[-6:] == lists, book.sheetnames
    assert [s.title for s in book if s.sheet_state != "visible"] == ["As exported"]
    dates = sorted({row["date"] for row in rows if row["date"]})
    for date in dates:
        day = datetime.date.fromisoformat(date)
        check_day(book[f"{day:%a} {day.day} {day:%b}"], [row for row in rows if row["date"] == date])
    check_list(book["List"], rows)
    placed = [row["session"] for row in rows if row["status"] == "placed"]
    assert sorted(c.value for c in book["By room"]["F"][1:]) == sorted(placed)
    for name in ("List", "By person", "By room", "Rooms"):
        assert book[name].freeze_panes and book[name].auto_filter.ref, name
    if edit:
        target, session, date, clock, room = edit
        for line in book["List"].iter_rows(min_row=2):
            if line[0].value == session:
                line[2].value = datetime.datetime.fromisoformat(date)
                line[3].value = datetime.time.fromisoformat(clock)
                line[6].value = room
        book.save(target)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 8):
        sys.exit(__doc__)
    main(*sys.argv[1:])
