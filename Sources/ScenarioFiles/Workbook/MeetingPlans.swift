// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Tables
import Texts
import Workbooks

/// The parts of `meeting.json` as sheets, with every setting explained.
struct MeetingPlans {
  private let meeting: [String: Any]

  init(_ meeting: [String: Any]) { self.meeting = meeting }

  // MARK: Settings

  static let meanings: KeyValuePairs<String, String> = [
    "id": "names the folder under Output/ and the calendar entries",
    "name": "what the meeting is called",
    "timeZone": "all times are on the clocks of this zone, such as Europe/Oslo",
    "gridMinutes": "sessions begin on this grid: 5, 10, 15, 30 or 60; empty: 15",
    "turnoverMinutes": "between two sessions in one room; empty: 0",
    "transferMinutes": "between two sessions of one person; empty: 0",
    "localHours": "bearable for people online, on their own clocks; empty: 07:00-22:00",
    "eligibility": "hold: a session whose activity misses a requirement is not placed (also when"
      + " empty); report: only reported",
    "dateOrder": "how 06/07/2027 is read in all sheets: day-month or month-day",
  ]
  static let calendarMeanings: KeyValuePairs<String, String> = [
    "domain": "the domain that calendar entries are identified by, such as meeting.example",
    "organizer": "who sends them, such as mailto:programme@meeting.example",
    "url": "the programme's page",
  ]

  func settings() -> SheetPlan {
    let apart: Set<String> = ["days", "weights", "calendar"]
    var rows = Self.meanings.map { [$0, text(meeting[$0]), $1] }
    let known = Set(Self.meanings.map(\.key))
    for key in meeting.keys.sorted() where !known.contains(key) && !apart.contains(key) {
      rows.append([key, text(meeting[key]), ""])
    }
    var plan = sheet(
      .meeting, MeetingSheets.settingColumns, rows, numbers: [1], widths: [22, 40, 60])
    for (key, words) in [
      ("gridMinutes", ["5", "10", "15", "30", "60"]),
      ("eligibility", EligibilityMode.allCases.map(\.rawValue)),
      ("dateOrder", DateOrder.allCases.map(\.rawValue)),
    ] {
      guard let row = rows.firstIndex(where: { $0[0] == key }),
        let choice = SheetPlan.Choice(rows: row + 1...row + 1, column: 1, words: words)
      else { continue }
      plan.choices.append(choice)
    }
    return plan
  }

  func weights() throws(ScenarioWorkbook.Failure) -> SheetPlan {
    let object = try object("weights")
    var rows = SoftRule.allCases.map {
      [$0.rawValue, text(object[$0.rawValue]), "when empty: \($0.defaultWeight)"]
    }
    for key in object.keys.sorted() where SoftRule(rawValue: key) == nil {
      rows.append([key, text(object[key]), ""])
    }
    return sheet(.weights, MeetingSheets.weightColumns, rows, numbers: [1], widths: [22, 12, 60])
  }

  func calendar() throws(ScenarioWorkbook.Failure) -> SheetPlan {
    let object = try object("calendar")
    var rows = Self.calendarMeanings.map { [$0, text(object[$0]), $1] }
    let known = Set(rows.map { $0[0] })
    for key in object.keys.sorted() where !known.contains(key) {
      rows.append([key, text(object[key]), ""])
    }
    return sheet(.calendar, MeetingSheets.settingColumns, rows, widths: [22, 40, 60])
  }

  // MARK: Days

  func days() throws(ScenarioWorkbook.Failure) -> SheetPlan {
    let list = try days(meeting["days"])
    let names = MeetingSheets.dayColumns.map(\.name)
    let others = Set(list.flatMap(\.keys)).subtracting(names).sorted()
    let headings = names + others
    let records = list.map { day in
      let cells = headings.map { ($0, cell(day[$0], $0)) }.filter { !$0.1.isEmpty }
      return Table.Record(file: "", line: 0, cells: Dictionary(uniqueKeysWithValues: cells))
    }
    let table = Table(file: "", columns: headings, rows: records)
    return TableSheet(SheetRole.days.name, table, MeetingSheets.dayColumns).plan()
  }

  private func cell(_ value: Any?, _ key: String) -> String {
    guard let list = value as? [Any] else { return text(value) }
    if key == "starts" && list.isEmpty { return MeetingSheets.nothing }
    return list.map(text).asCell
  }

  private func days(_ value: Any?) throws(ScenarioWorkbook.Failure) -> [[String: Any]] {
    guard let value else { return [] }
    guard let days = value as? [[String: Any]] else {
      throw .noListOfDays
    }
    return days
  }

  // MARK: Help

  private func object(_ key: String) throws(ScenarioWorkbook.Failure) -> [String: Any] {
    guard let value = meeting[key] else { return [:] }
    guard let object = value as? [String: Any] else {
      throw .noObject(key: key)
    }
    return object
  }

  private func text(_ value: Any?) -> String {
    switch value {
    case nil: ""
    case let text as String: text
    case let value?: JSONLayout(order: []).line(value)
    }
  }

  private func sheet(
    _ role: SheetRole, _ columns: [Column], _ rows: [[String]], numbers: Set<Int> = [],
    widths: [Double]
  ) -> SheetPlan {
    var plan = SheetPlan(name: role.name)
    plan.frozenRows = 1
    plan.widths = widths
    for (place, column) in columns.enumerated() {
      plan.put(
        .text(column.name), 0, place, column.isRequired ? SheetStyles.needed : SheetStyles.heading)
    }
    for (index, row) in rows.enumerated() {
      for (place, text) in row.enumerated() where !text.isEmpty {
        let cell = TypedCell(text, numbers.contains(place) ? .number(.things, 0...0) : nil)
        plan.put(cell.value, index + 1, place, place == 2 ? SheetStyles.prose : cell.style)
      }
    }
    return plan.withHeights()
  }
}
