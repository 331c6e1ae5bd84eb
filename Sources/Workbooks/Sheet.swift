// SPDX-License-Identifier: GPL-3.0-or-later

/// A sheet as it was read: the cells that hold something.
public struct Sheet: Sendable {
  /// What a cell holds.
  public enum Cell: Sendable, Hashable {
    case text(String)
    /// Dates and times are numbers too: days since the end of 1899, and parts of a day.
    case number(Double)
    /// The error of a formula, such as `#REF!`.
    case failure(String)
  }

  /// A row that holds something.
  public struct Row: Sendable {
    /// As the spreadsheet numbers it, from 1.
    public var number: Int
    /// By column, counted from 0.
    public var cells: [Int: Cell]
    /// The columns whose number is shown as a date or a time.
    public var moments: Set<Int> = []
    /// The columns with a formula that no spreadsheet has worked out yet.
    public var unworked: Set<Int> = []
    /// Whether it is not shown.
    public var isHidden = false

    public init(number: Int, cells: [Int: Cell]) {
      self.number = number
      self.cells = cells
    }
  }

  /// Merged cells: what they hold is in the first of them.
  public struct Merge: Sendable, Hashable {
    /// As the spreadsheet numbers them, from 1.
    public var rows: ClosedRange<Int>
    /// Counted from 0.
    public var columns: ClosedRange<Int>
  }

  /// As its tab shows it.
  public var name: String
  /// From the top, only those that hold something.
  public var rows: [Row]
  /// Whether it is not shown.
  public var isHidden = false
  /// Columns that are not shown, counted from 0.
  public var hiddenColumns: [ClosedRange<Int>] = []
  /// Merged cells.
  public var merges: [Merge] = []

  public init(name: String, rows: [Row]) {
    self.name = name
    self.rows = rows
  }
}
