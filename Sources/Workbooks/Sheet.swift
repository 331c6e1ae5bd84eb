// SPDX-License-Identifier: GPL-3.0-or-later

/// A sheet as it was read: the cells that hold something.
public struct Sheet: Sendable {
  public enum Cell: Sendable, Hashable {
    case text(String)
    /// Dates and times are numbers too: days since the end of 1899, and parts of a day.
    case number(Double)
    /// What a formula gave up with, such as `#REF!`.
    case failure(String)
  }

  public struct Row: Sendable {
    /// As the spreadsheet numbers it, from 1.
    public var number: Int
    /// By column, counted from 0.
    public var cells: [Int: Cell]

    public init(number: Int, cells: [Int: Cell]) {
      self.number = number
      self.cells = cells
    }
  }

  public var name: String
  public var rows: [Row]

  public init(name: String, rows: [Row]) {
    self.name = name
    self.rows = rows
  }
}
