# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves a session's cell on its day sheet one row of times down, in the same room, as a hand would do it.

usage: move_in_grid.py WORKBOOK OUT SESSION
Prints the sheet, and the time of the row that it now stands in.
"""
import sys

import openpyxl

path, out, session = sys.argv[1:]
book = openpyxl.load_workbook(path)
for sheet in book:
    if sheet.sheet_state != "visible" or sheet["A3"].value != "Time":
        continue
    for row in sheet.iter_rows(min_row=4, min_col=2):
        for cell in row:
            if not str(cell.value or "").endswith("· " + session):
                continue
            for area in list(sheet.merged_cells.ranges):
                if cell.coordinate in area:
                    sheet.unmerge_cells(str(area))
            sheet.cell(cell.row + 1, cell.column).value = cell.value
            cell.value = None
            print(sheet.title, sheet.cell(cell.row + 1, 1).value.strftime("%H:%M"))
            book.save(out)
            sys.exit()
sys.exit(f"{session} stands on no day sheet")
