// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Tables

/// What a sheet of a scenario's workbook is.
enum SheetRole: Hashable {
  case table(TableName)
  /// The settings of `meeting.json`, and the parts of it that are tables of their own.
  case meeting, days, weights, calendar
  case whatIf
  /// Explanations that `programme new --workbook` writes.
  case readMe

  static let all: [SheetRole] =
    [.readMe, .meeting, .days] + TableName.allCases.map { .table($0) }
    + [.weights, .calendar, .whatIf]

  var name: String {
    switch self {
    case .table(let table): table.rawValue
    case .meeting: "meeting"
    case .days: "days"
    case .weights: "weights"
    case .calendar: "calendar"
    case .whatIf: "what-if"
    case .readMe: "read me"
    }
  }

  /// The name that its rows go by inside the program, as if it were a file.
  var file: String {
    switch self {
    case .table(let table): table.file
    case .meeting: MeetingFile.name
    default: name
    }
  }

  /// The role of a sheet of this name, in whatever letters, with blanks or signs for `-`, even if
  /// it is still a file's name.
  init?(sheet name: String) {
    let folded = Self.folded(name)
    guard let role = Self.all.first(where: { Self.folded($0.name) == folded }) else { return nil }
    self = role
  }

  /// The role that a sheet of another name may be meant to have: `rooms (2)`, `Sessions 2027`.
  init?(meantBy name: String) {
    if let table = TableName.held(in: name) {
      self = .table(table)
    } else if let near = Nearest.to(
      Self.folded(name), among: Self.all.map { Self.folded($0.name) }),
      let role = Self.all.first(where: { Self.folded($0.name) == near })
    {
      self = role
    } else {
      return nil
    }
  }

  private static func folded(_ name: String) -> String {
    var text = CellText(name).text.lowercased()
    for ending in [".csv", ".json"] where text.hasSuffix(ending) {
      text.removeLast(ending.count)
    }
    let letters = text.filter { $0.isLetter || $0.isNumber }
    return letters == "whatifs" ? "whatif" : letters
  }
}
