// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a workbook's tables are in it.
///
/// Throughout the program tables go by the names that they have as files (`rooms.csv`), whatever
/// they were read from; what goes out to people gets its place in the workbook last, in one way for
/// all.
public struct SheetMap: Sendable {
  /// Where one table is.
  public struct Entry: Sendable {
    /// The name of its sheet.
    public var sheet: String
    /// The row of its header.
    public var header: Int
    /// The letters of each column, by its heading as written and by what it is read as.
    public var letters: [String: String]

    public init(sheet: String, header: Int = 1, letters: [String: String] = [:]) {
      self.sheet = sheet
      self.header = header
      self.letters = letters
    }
  }

  /// What findings call the workbook.
  public let file: String
  /// By the name of the table as a file.
  public var entries: [String: Entry] = [:]

  public init(file: String) { self.file = file }

  /// A place of one of the tables in its sheet; any other as it is.
  public func place(_ place: Table.Place, column: String? = nil) -> Table.Place {
    guard let entry = entries[place.file] else { return place }
    return Table.Place(
      file: file, line: place.line,
      sheet: SheetPlace(
        sheet: entry.sheet, row: place.line > 0 ? place.line : nil,
        column: letters(column, entry)))
  }

  /// A finding about one of the tables with its place in the workbook.
  public func placed(_ finding: Finding) -> Finding {
    guard finding.sheet == nil, let entry = entries[finding.file] else { return finding }
    let letters = letters(finding.column, entry)
    var placed = finding
    placed.file = file
    placed.sheet = SheetPlace(sheet: entry.sheet, row: finding.line, column: letters)
    placed.column = finding.column.map { heading($0, entry) }
    placed.cells = finding.cells.map { cell in
      var cell = cell
      // In a finding about headings, each cell is one of the header.
      let column = cell.line == entry.header ? entry.letters[cell.value] : letters
      cell.sheet = SheetPlace(sheet: entry.sheet, row: cell.line, column: column)
      return cell
    }
    return placed
  }

  private func letters(_ column: String?, _ entry: Entry) -> String? {
    guard let column else { return nil }
    return entry.letters[heading(column, entry)] ?? entry.letters[Self.anyColumn]
  }

  /// A column, or the one that a key's path ends in: `open` for `days[0].open`.
  private func heading(_ column: String, _ entry: Entry) -> String {
    guard entry.letters[column] == nil, let last = column.split(separator: ".").last,
      entry.letters[String(last)] != nil
    else { return column }
    return String(last)
  }

  /// The heading in `letters` that stands for every column without one of its own.
  public static let anyColumn = "*"
}
