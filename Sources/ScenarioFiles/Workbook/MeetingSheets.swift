// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Tables

/// `meeting.json` as sheets: settings by name, a row for each day, weights and the calendar's
/// identity.
struct MeetingSheets {
  /// The object that the file would hold; `MeetingFile` judges it.
  private(set) var object: [String: Any] = [:]
  /// Where each key is, by its path.
  private(set) var places: [String: Table.Place] = [:]
  private let reporter: Reporter

  init(_ reporter: Reporter) { self.reporter = reporter }

  static let settingColumns = [
    Column("setting", .text, "its name", isRequired: true, also: ["key", "name"]),
    Column("value", .text, "its value", isRequired: true),
    Column("meaning", .text, "for the reader"),
  ]
  static let dayColumns = [
    Column("date", .date, "the day", isRequired: true, also: ["day"]),
    Column("label", .text, "what the day is called; empty: Day 1, Day 2 …"),
    Column(
      "open", .text,
      "hours such as 09:00-13:00;14:00-18:00: a session lies wholly inside one of them",
      isRequired: true, also: ["open_hours", "hours"]),
    Column(
      "starts", .text,
      "times such as 09:00;10:45, the only ones at which unpinned sessions may begin; empty: any",
      also: ["start", "start_times"]),
  ]
  static let weightColumns = [
    Column("rule", .text, "a soft rule's id", isRequired: true, also: ["id"]),
    Column("weight", .text, "what one unit of it costs; empty: its default", isRequired: true),
    Column("meaning", .text, "for the reader"),
  ]

  /// The columns of a sheet, by its role; `nil` for a sheet that is not part of `meeting.json`.
  static func columns(_ role: SheetRole) -> [Column]? {
    switch role {
    case .meeting, .calendar: settingColumns
    case .days: dayColumns
    case .weights: weightColumns
    default: nil
    }
  }

  /// The word for an empty list, since an empty cell means no list.
  static let nothing = "none"

  mutating func take(_ table: Table, as role: SheetRole) {
    switch role {
    case .days: takeDays(table)
    case .weights: takeSettings(table, "rule", "weight", under: "weights.")
    case .calendar: takeSettings(table, "setting", "value", under: "calendar.")
    default: takeSettings(table, "setting", "value", under: "")
    }
  }

  // MARK: Settings

  private mutating func takeSettings(
    _ table: Table, _ nameColumn: String, _ valueColumn: String, under prefix: String
  ) {
    for row in table.rows {
      let name = row[nameColumn]
      let text = row[valueColumn]
      let place = Table.Place(file: table.file, line: row.line)
      if name.isEmpty {
        report(
          "no-setting", place, valueColumn, text, "The value '\(text)' has no name beside it.",
          "write the name of the \(nameColumn) beside it")
        continue
      }
      let path = Self.path(prefix + name)
      if text.isEmpty { continue }
      if let other = places[path] {
        report(
          "duplicate-setting", place, nameColumn, name,
          "'\(name)' is set twice, here and at \(reporter.words(other, valueColumn)).",
          "remove one of the two rows")
        continue
      }
      guard set(Self.value(text, path), path) else {
        report(
          "duplicate-setting", place, nameColumn, name,
          "'\(name)' cannot be set together with what the other rows set.", "remove one of them")
        continue
      }
      places[path] = place
    }
  }

  /// The key's own spelling, if it is recognised in other letters: `Time zone` is `timeZone`.
  private static func path(_ name: String) -> String {
    let folded = folded(name)
    return MeetingFile.scalarPaths.first { Self.folded($0) == folded } ?? name
  }

  private static func folded(_ text: String) -> String {
    CellText(text).text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "." }
  }

  /// Numbers are read like those of the tables; anything else is judged as text.
  private static func value(_ text: String, _ path: String) -> Any {
    guard path.hasPrefix("weights.") || path.hasSuffix("Minutes") else { return text }
    let unit: NumberCell.Unit = path.hasSuffix("Minutes") ? .minutes : .things
    return NumberCell.read(text, of: unit, in: 0...100_000).value ?? text
  }

  /// Sets a value at a path of one key or two.
  ///
  /// - Returns: whether nothing is in the way.
  private mutating func set(_ value: Any, _ path: String) -> Bool {
    let keys = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard keys.count == 2 else {
      if object[path] != nil { return false }
      object[path] = value
      return true
    }
    guard var inner = (object[keys[0]] ?? [String: Any]()) as? [String: Any] else { return false }
    inner[keys[1]] = value
    object[keys[0]] = inner
    return true
  }

  // MARK: Days

  private mutating func takeDays(_ table: Table) {
    if let other = places["days"] {
      report(
        "duplicate-setting", other, "value", "",
        "The days have a sheet of their own; a setting 'days' is not read.",
        "remove the row")
    }
    var days: [[String: Any]] = []
    for row in table.rows {
      let path = "days[\(days.count)]"
      let place = Table.Place(file: table.file, line: row.line)
      places[path] = place
      var day: [String: Any] = [:]
      for column in ["date", "label"] where !row[column].isEmpty { day[column] = row[column] }
      if !row["open"].isEmpty { day["open"] = ListCell.looseParts(row["open"]) }
      if CellText.folded(row["starts"]) == Self.nothing {
        day["starts"] = [String]()
      } else if !row["starts"].isEmpty {
        day["starts"] = ListCell.looseParts(row["starts"])
      }
      for key in day.keys { places["\(path).\(key)"] = place }
      days.append(day)
    }
    object["days"] = days
  }

  private func report(
    _ rule: String, _ place: Table.Place, _ column: String, _ value: String, _ sentence: String,
    _ suggestion: String
  ) {
    reporter.add(
      Finding(
        rule, file: place.file, line: place.line, column: column,
        value: value.isEmpty ? nil : value, sentence,
        suggestion: suggestion))
  }
}
