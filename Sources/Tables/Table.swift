// SPDX-License-Identifier: GPL-3.0-or-later

/// A table as text: columns by name, rows with the line they began on. Knows nothing of meetings.
public struct Table: Sendable {
  /// The place of something that a user wrote: on a line of a file, or in a sheet of a workbook.
  public struct Place: Hashable, Sendable {
    /// The file or workbook, as findings call it.
    public var file: String
    /// In a workbook the row; 0: the whole table.
    public var line: Int
    /// The place in the workbook that the file is.
    public var sheet: SheetPlace?

    public init(file: String, line: Int, sheet: SheetPlace? = nil) {
      self.file = file
      self.line = line
      self.sheet = sheet
    }
  }

  /// One row.
  public struct Record: Sendable {
    /// The file the row is from: the table's own, or a what-if that added it.
    public var file: String
    /// The line that it begins on; in a workbook its row.
    public var line: Int
    /// The places of cells that are not where their row is, since a what-if set them.
    public var places: [String: Place] = [:]
    /// Cells by column, trimmed; neither empty nor missing cells are in it.
    public var cells: [String: String]

    public init(file: String, line: Int, cells: [String: String]) {
      self.file = file
      self.line = line
      self.cells = cells
    }

    /// A cell by its column; empty where there is none.
    public subscript(column: String) -> String { cells[column] ?? "" }

    /// The place of a cell of the row.
    public func place(of column: String) -> Place {
      places[column] ?? Place(file: file, line: line)
    }
  }

  /// The file, as findings call it.
  public var file: String
  /// The line of the header, after blank ones.
  public var headerLine: Int
  /// The headings, in order.
  public var columns: [String]
  /// In order.
  public var rows: [Record]

  public init(
    file: String, headerLine: Int = 1, columns: [String] = [], rows: [Record] = []
  ) {
    self.file = file
    self.headerLine = headerLine
    self.columns = columns
    self.rows = rows
  }

  /// Gives columns other names, in the header and in every row.
  public mutating func rename(_ names: [String: String]) {
    columns = columns.map { names[$0] ?? $0 }
    for index in rows.indices {
      for (old, new) in names {
        guard let cell = rows[index].cells.removeValue(forKey: old) else { continue }
        rows[index].cells[new] = cell
      }
    }
  }
}
