// SPDX-License-Identifier: GPL-3.0-or-later

/// A place in a workbook as spreadsheets write it: a cell, a row or a whole sheet.
public struct SheetPlace: Hashable, Sendable {
  /// The sheet's name, as its tab shows it.
  public var sheet: String
  /// As the spreadsheet numbers it, from 1; `nil`: the whole sheet.
  public var row: Int?
  /// The column's letters, such as `AB`; `nil`: the whole row.
  public var column: String?

  public init(sheet: String, row: Int? = nil, column: String? = nil) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// `C7`, where it is a cell.
  public var cell: String? {
    guard let row, let column else { return nil }
    return "\(column)\(row)"
  }

  /// `rooms!C7`, as it can be typed into a spreadsheet's "go to"; `rooms, row 7`; `sheet rooms`.
  public var text: String {
    if let cell { return "\(Self.quoted(sheet))!\(cell)" }
    guard let row else { return "sheet \(sheet)" }
    return "\(sheet), row \(row)"
  }

  /// A sheet's name in front of `!`: between apostrophes where it is more than one word.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    let beginsPlain = name.first.map { !$0.isNumber } ?? false
    return isPlain && beginsPlain ? name : "'" + name.replacing("'", with: "''") + "'"
  }
}

extension Table.Place {
  /// `rooms.csv, line 7`, or `rooms!C7`.
  public var words: String { sheet?.text ?? "\(file), line \(line)" }

  /// `rooms.csv:7`, or `rooms!C7`.
  public var short: String { sheet?.text ?? "\(file):\(line)" }
}
