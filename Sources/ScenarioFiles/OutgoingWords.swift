// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Cells
import Meetings
import Tables
import Texts

/// Judges the words that go from the tables into agendas, calendars and file names, and that come
/// back from spreadsheets.
struct OutgoingWords {
  private let raw: RawScenario
  private let reporter: Reporter

  static func check(_ raw: RawScenario, _ meeting: Meeting?, _ reporter: Reporter) {
    let words = OutgoingWords(raw: raw, reporter: reporter)
    words.checkNames()
    words.checkAddresses()
    IDNames.check(raw, reporter)
    SteeringSigns.check(raw, reporter)
    if let meeting {
      let places = KeyPlaces(file: MeetingFile.name, raw.meetingPlaces)
      CalendarWords(places, reporter).check(meeting)
      OpenHoursChange(places, reporter).check(meeting)
    }
  }

  /// Empty cells for which something else is shown instead.
  private func checkNames() {
    warnOfEmpty(
      .sessions, "title", "The title is empty; the agenda shows its activity's name.",
      "a title that distinguishes it from the activity's other sessions", .warning)
    for table in [TableName.rooms, .people] + TableName.activityTables {
      warnOfEmpty(
        table, "name", "The name is empty; its id is shown instead.", "what people call it",
        .note)
    }
  }

  private func warnOfEmpty(
    _ table: TableName, _ column: String, _ sentence: String, _ suggestion: String,
    _ severity: Finding.Severity
  ) {
    guard let own = raw.tables[table], own.columns.contains(column) else { return }
    for row in own.rows
    where row[column].allSatisfy({ $0.isWhitespace })
      || row[column].unicodeScalars.allSatisfy(CellText.isInvisible)
    {
      reporter.add(
        Finding(
          "empty-\(column)", severity, file: row.file, line: row.line, column: column, sentence,
          suggestion: suggestion))
    }
  }

  private func checkAddresses() {
    for name in TableName.allCases {
      for column in name.contract + name.further where column.kind == .address {
        for row in raw.tables[name]?.rows ?? [] where !row[column.name].isEmpty {
          guard let words = AddressWords(AddressReading(row[column.name])) else { continue }
          let place = row.place(of: column.name)
          reporter.add(
            Finding(
              "address", words.isNote ? .note : .warning, file: place.file, line: place.line,
              column: column.name, value: row[column.name], words.sentence,
              suggestion: words.suggestion))
        }
      }
    }
  }
}
