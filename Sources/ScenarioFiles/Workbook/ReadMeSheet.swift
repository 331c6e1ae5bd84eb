// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Workbooks

/// The first sheet: how the workbook is used, and what each column of each sheet means.
enum ReadMeSheet {
  private static let opening = [
    "Every sheet here is yours to edit, in Excel, LibreOffice or Google Sheets. The rows are examples:"
      + " replace them. A sheet that you do not need may be deleted, except meeting, days, rooms and"
      + " sessions.",
    "'programme check FILE.xlsx' names all that is wrong, by sheet and cell; 'programme draft"
      + " FILE.xlsx' draws up the agenda. Save the workbook first: what is not saved is not seen.",
    "Columns may come in any order, and those that are not needed may be left out; columns and sheets"
      + " of your own are kept. The headings' notes say what each column holds; dark headings are"
      + " those that no row can do without.",
    "Several values in one cell are separated by ; and every id is unique over activities, sessions,"
      + " rooms and people together.",
  ]

  static func plan(_ name: String) -> SheetPlan {
    var plan = SheetPlan(name: SheetRole.readMe.name)
    plan.widths = [26, 44, 76]
    var row = 0
    plan.put(.text(name), row, 0, SheetStyles.title)
    for text in opening {
      row += 1
      plan.put(text, rows: row...row, columns: 0...2, SheetStyles.prose)
      plan.heights[row] = Double((text.count + 139) / 140) * 14 + 3
    }
    for role in SheetRole.all where role != .readMe {
      row += 2
      plan.put(.text(role.name), row, 0, SheetStyles.tableName)
      plan.put(.text(subject(role)), row, 1)
      row += 1
      for (place, text) in ["column", "holds", "meaning"].enumerated() {
        plan.put(.text(text), row, place, SheetStyles.heading)
      }
      for (name, form, meaning) in lines(role) {
        row += 1
        for (place, text) in [name, form, meaning].enumerated() {
          plan.put(.text(text), row, place, SheetStyles.prose)
        }
      }
    }
    return plan.withHeights()
  }

  private static func lines(_ role: SheetRole) -> [(String, String, String)] {
    switch role {
    case .meeting: MeetingPlans.meanings.map { ("setting " + $0, "", $1) }
    case .calendar: MeetingPlans.calendarMeanings.map { ("setting " + $0, "", $1) }
    case .weights: columns(Array(MeetingSheets.weightColumns.prefix(2)))
    case .days: columns(MeetingSheets.dayColumns)
    case .whatIf: columns(WhatIfSheet.columns)
    case .table(let table): columns(table.contract + table.further)
    case .readMe: []
    }
  }

  private static func columns(_ columns: [Column]) -> [(String, String, String)] {
    columns.map { ($0.name + ($0.isRequired ? " (needed)" : ""), $0.form, $0.meaning) }
  }

  private static func subject(_ role: SheetRole) -> String {
    switch role {
    case .meeting: "the frame of the meeting, a row for each setting"
    case .days: "a row is a day of the meeting"
    case .weights: "what one unit of each soft rule costs; 'programme rules' explains them"
    case .calendar: "how calendar entries are identified"
    case .whatIf: "questions to the tables: a row is one change; 'programme what-if' answers them"
    case .readMe: ""
    case .table(let table): subject(table)
    }
  }

  private static func subject(_ table: TableName) -> String {
    switch table {
    case .rooms: "a row is a room"
    case .dynamicCoalitions, .bestPracticeForums, .nris, .policyNetworks:
      "a row is an activity; a 'no' where something is required holds its sessions back"
    case .programmeElements: "everything else that sessions come from"
    case .sessions: "a row is a session to place"
    case .people: "a row is a person"
    case .roles: "who must, or would like to, be where"
    case .links: "what two sessions ask of each other"
    case .wishes: "where and when sessions would like to be"
    case .limits: "how many sessions of some sort may be at once, on a day or in all"
    case .waivers: "requirements that are lifted for one activity"
    case .cancellations: "sessions that do not take place, and why"
    }
  }
}
