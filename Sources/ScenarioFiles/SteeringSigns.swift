// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Texts

/// Cells with characters that steer the programs which show them instead of being read. The program
/// puts out none of them (`OutgoingText`); here the people who wrote the tables are told.
struct SteeringSigns {
  let reporter: Reporter

  static func check(_ raw: RawScenario, _ reporter: Reporter) {
    let signs = SteeringSigns(reporter: reporter)
    for name in TableName.allCases {
      for row in raw.tables[name]?.rows ?? [] {
        for (column, cell) in row.cells.sorted(by: { $0.key < $1.key }) {
          signs.check(cell, at: row.place(of: column), column: column, "cell")
        }
      }
    }
    signs.check(raw.meeting, at: "", KeyPlaces(file: MeetingFile.name, raw.meetingPlaces))
  }

  /// Every text of the settings, however deep.
  private func check(_ value: Any, at path: String, _ places: KeyPlaces) {
    switch value {
    case let text as String:
      check(text, at: places.place(around: path), column: path, "value")
    case let list as [Any]:
      for (index, item) in list.enumerated() { check(item, at: "\(path)[\(index)]", places) }
    case let object as [String: Any]:
      for (key, item) in object.sorted(by: { $0.key < $1.key }) {
        check(item, at: path.isEmpty ? key : "\(path).\(key)", places)
      }
    default: break
    }
  }

  private func check(_ text: String, at place: Table.Place, column: String, _ noun: String) {
    let found = OutgoingText.steering(in: text)
    guard !found.isEmpty else { return }
    let isMarkAlone = found.allSatisfy(OutgoingText.isMarkOfDirection)
    let codes = found.map(OutgoingText.code).listed
    reporter.add(
      Finding(
        "steering-sign", isMarkAlone ? .note : .warning, file: place.file, line: place.line,
        column: column, value: OutgoingText.line(text),
        "The \(noun) holds \(codes), which steers the programs that show it; it is removed from all"
          + " that is shown and written.",
        suggestion: isMarkAlone ? nil : "write the \(noun) again, without it"))
  }
}
