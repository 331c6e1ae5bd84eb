// SPDX-License-Identifier: GPL-3.0-or-later

/// A sheet as plain values, before any library sees it: what is where, and how it looks.
///
/// Rows and columns count from 0.
public struct SheetPlan: Sendable {
  /// One cell.
  public struct Cell: Sendable {
    /// From 0.
    public var row: Int
    /// From 0.
    public var column: Int
    /// What it holds.
    public var value: CellValue
    /// How it looks.
    public var style: CellStyle
  }

  /// Merged cells.
  public struct Merge: Sendable {
    /// From 0.
    public var rows: ClosedRange<Int>
    /// From 0.
    public var columns: ClosedRange<Int>
    /// What they show together.
    public var text: String
    /// How it looks.
    public var style: CellStyle
  }

  /// Cells that offer some values but do not refuse others: the warning can be dismissed.
  public struct Choice: Sendable {
    /// Where the values are from.
    public enum Source: Sendable, Hashable {
      /// What other cells hold: a range, such as `='Rooms'!$A$2:$A$9`.
      case range(String)
      case words([String])
    }

    /// From 0.
    public var rows: ClosedRange<Int>
    /// From 0.
    public var column: Int
    /// What is offered.
    public var source: Source

    public init(rows: ClosedRange<Int>, column: Int, source: String) {
      self.rows = rows
      self.column = column
      self.source = .range(source)
    }

    /// `nil` if the words are more than Excel can hold: 255 characters, with commas between.
    public init?(rows: ClosedRange<Int>, column: Int, words: [String]) {
      guard words.joined(separator: ",").utf16.count <= 255,
        !words.contains(where: { $0.contains(",") })
      else { return nil }
      self.rows = rows
      self.column = column
      source = .words(words)
    }
  }

  /// What is shown while the pointer rests on a cell.
  public struct Note: Sendable {
    /// From 0.
    public var row: Int
    /// From 0.
    public var column: Int
    /// What is shown.
    public var text: String

    public init(row: Int, column: Int, text: String) {
      self.row = row
      self.column = column
      self.text = text
    }
  }

  /// As its tab shows it.
  public var name: String
  /// In the order in which they were put.
  public private(set) var cells: [Cell] = []
  /// In the order in which they were put.
  public private(set) var merges: [Merge] = []
  /// Cells that offer values.
  public var choices: [Choice] = []
  /// What is shown beside cells.
  public var notes: [Note] = []
  /// How empty cells look, by column.
  public var columnStyles: [Int: CellStyle] = [:]
  /// The widths of the columns from the first, in characters.
  public var widths: [Double] = []
  /// By row, in points.
  public var heights: [Int: Double] = [:]
  /// How many rows from the top stay in sight.
  public var frozenRows = 0
  /// How many columns from the left stay in sight.
  public var frozenColumns = 0
  /// The last row and column of a list with filters, whose header is the row before the first
  /// that is not frozen.
  public var filter: (lastRow: Int, lastColumn: Int)?
  /// Printed at the foot of each page, beside page numbers.
  public var footer = ""
  /// Whether it is not shown: it holds what the program itself needs when the workbook comes back.
  public var isHidden = false

  public init(name: String) { self.name = name }

  /// Puts a value into a cell; an empty text without a fill or border is nothing.
  public mutating func put(
    _ value: CellValue, _ row: Int, _ column: Int, _ style: CellStyle = CellStyle()
  ) {
    cells.append(Cell(row: row, column: column, value: value, style: style))
  }

  /// Puts a text over several cells; over a single one it is an ordinary cell.
  public mutating func put(
    _ text: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ style: CellStyle
  ) {
    if rows.count == 1 && columns.count == 1 {
      put(.text(text), rows.lowerBound, columns.lowerBound, style)
    } else {
      merges.append(Merge(rows: rows, columns: columns, text: text, style: style))
    }
  }
}

extension SheetPlan {
  /// With rows high enough for what wraps in them, six lines at most: Excel works heights out by
  /// itself, other programs do not.
  public func withHeights() -> SheetPlan {
    var lines: [Int: Int] = [:]
    for cell in cells where cell.style.wraps && cell.column < widths.count {
      guard case .text(let text) = cell.value else { continue }
      let width = max(4, Int(widths[cell.column] * 1.05))
      let needed = text.prefix(1000).split(separator: "\n", omittingEmptySubsequences: false)
        .reduce(0) { $0 + max(1, ($1.count + width - 1) / width) }
      lines[cell.row] = max(lines[cell.row] ?? 1, min(6, needed))
    }
    var plan = self
    for (row, count) in lines where plan.heights[row] == nil {
      plan.heights[row] = Double(count) * 13 + 3
    }
    return plan
  }
}

/// What a cell holds.
public enum CellValue: Sendable, Hashable {
  /// Never a formula, whatever it begins with.
  case text(String)
  case number(Double)
  /// A formula of ours, and its value.
  case formula(String, Double?)
  /// A text that leads to an `https` or `http` address.
  case link(String, address: String)
}

/// How a cell looks.
public struct CellStyle: Sendable, Hashable {
  /// Letters that are bold.
  public var isBold = false
  /// Letters that are struck out.
  public var isStruck = false
  /// Whether long text wraps.
  public var wraps = false
  /// At the upper edge of the cell; otherwise at the lower.
  public var isTop = false
  /// In the middle between left and right.
  public var isCentred = false
  /// Of the letters, in points.
  public var size: Double = 10
  /// Colours as `0xRRGGBB`.
  public var fill: UInt32?
  /// Of the letters.
  public var ink: UInt32?
  /// Of the lines around the cell.
  public var border: UInt32?
  /// A number format such as `hh:mm`.
  public var format: String?

  public init(
    isBold: Bool = false, isStruck: Bool = false, wraps: Bool = false, isTop: Bool = false,
    isCentred: Bool = false, size: Double = 10, fill: UInt32? = nil, ink: UInt32? = nil,
    border: UInt32? = nil, format: String? = nil
  ) {
    self.isBold = isBold
    self.isStruck = isStruck
    self.wraps = wraps
    self.isTop = isTop
    self.isCentred = isCentred
    self.size = size
    self.fill = fill
    self.ink = ink
    self.border = border
    self.format = format
  }
}

/// The letters of a column: `A` for 0, `AB` for 27.
public func columnLetters(_ column: Int) -> String {
  var rest = column
  var letters = ""
  repeat {
    letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
    rest = rest / 26 - 1
  } while rest >= 0
  return letters
}
