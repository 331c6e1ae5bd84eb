// SPDX-License-Identifier: GPL-3.0-or-later

/// A table as text: columns by name, rows with the line they began on. Knows no meeting.
public struct Table: Sendable {
  public struct Record: Sendable {
    /// The file the row is from: the table's own, or a what-if that added it.
    public var file: String
    public var line: Int
    /// Cells by column, trimmed; empty and missing cells alike are not there.
    public var cells: [String: String]

    public init(file: String, line: Int, cells: [String: String]) {
      self.file = file
      self.line = line
      self.cells = cells
    }

    public subscript(column: String) -> String { cells[column] ?? "" }
  }

  public var file: String
  public var columns: [String]
  public var rows: [Record]

  public init(file: String, columns: [String] = [], rows: [Record] = []) {
    self.file = file
    self.columns = columns
    self.rows = rows
  }
}

extension String {
  /// Without blanks at both ends.
  public var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
