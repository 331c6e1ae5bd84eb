// SPDX-License-Identifier: GPL-3.0-or-later

/// A sheet as it was read: the cells that hold something.
public struct Sheet: Sendable {
  /// What a cell holds.
  public enum Cell: Sendable, Hashable {
    case text(String)
    /// Dates and times are numbers too: days since the end of 1899, and parts of a day.
    case number(Double)
    /// What a formula gave up with, such as `#REF!`.
    case failure(String)
  }

  /// A row in which something stands.
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

  /// Cells made one: what they hold stands in the first of them.
  public struct Merge: Sendable, Hashable {
    /// As the spreadsheet numbers them, from 1.
    public var rows: ClosedRange<Int>
    /// Counted from 0.
    public var columns: ClosedRange<Int>
  }

  /// As it stands on the tab.
  public var name: String
  /// From above, those alone in which something stands.
  public var rows: [Row]
  /// Whether it is not shown.
  public var isHidden = false
  /// Columns that are not shown, counted from 0.
  public var hiddenColumns: [ClosedRange<Int>] = []
  /// Cells made one.
  public var merges: [Merge] = []

  public init(name: String, rows: [Row]) {
    self.name = name
    self.rows = rows
  }
}
