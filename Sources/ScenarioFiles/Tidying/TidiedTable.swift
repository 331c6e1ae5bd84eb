// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Tables
import Texts

/// A table being put into the contract's form: the user's own columns, the order of the rows and
/// every cell without exactly one meaning stay as they are.
struct TidiedTable: Sendable {
  let name: TableName
  /// As its file has it.
  let old: TableGrid
  /// As the contract writes it; rows keep the lines of the old one.
  private(set) var grid: TableGrid
  private(set) var headings: [TidiedFile.Heading] = []
  private(set) var cells: [TidiedFile.Cell] = []

  /// - Returns: `nil` if two headings mean one column, which only its owner can settle.
  init?(_ name: TableName, _ old: TableGrid, _ context: CellContext, _ names: NamesForIDs) {
    self.name = name
    self.old = old
    grid = old
    let texts = old.header.cells.map(\.trimmed)
    let read = Headings(texts.filter { !$0.isEmpty }, columns: name.contract + name.further)
    guard read.double.isEmpty, let table = old.table().table else { return nil }
    renameHeadings(texts, read.read)
    let named = TableHeader(name, Reporter()).named(table)
    for (place, heading) in grid.header.cells.enumerated() {
      guard let column = name.column(heading) else { continue }
      tidy(place, column, PlainColumn(column, of: named, context), names)
    }
    cells.sort { $0.line < $1.line }
    dropBlanks()
  }

  private mutating func renameHeadings(_ texts: [String], _ read: [String: String]) {
    for (place, text) in texts.enumerated() {
      let plain = read[text] ?? text
      grid.header.cells[place] = plain
      guard plain != text else { continue }
      headings.append(.init(line: old.header.line, value: text, plain: plain))
    }
  }

  private mutating func tidy(
    _ place: Int, _ column: Column, _ reader: PlainColumn, _ names: NamesForIDs
  ) {
    for index in grid.rows.indices where place < grid.rows[index].cells.count {
      let value = grid.rows[index].cells[place].trimmed
      let named = names.replaced(value, column.kind)
      var plain = named ?? value
      var spellings: Set<Spelling> = []
      if !plain.isEmpty, case .read(let text, let more) = reader.reading(plain) {
        plain = text
        spellings = more
      }
      grid.rows[index].cells[place] = plain
      guard plain != value else { continue }
      cells.append(
        TidiedFile.Cell(
          line: grid.rows[index].line, column: column.name, value: value, plain: plain,
          reason: named == nil ? .spelling(spellings) : .nameForID))
    }
  }

  /// Removes empty rows and empty columns without a heading.
  private mutating func dropBlanks() {
    grid.rows.removeAll(where: \.isBlank)
    let blank = blankColumns
    guard !blank.isEmpty else { return }
    func kept(_ row: TableGrid.Row) -> TableGrid.Row {
      let cells = row.cells.enumerated().filter { !blank.contains($0.offset) }.map(\.element)
      return TableGrid.Row(line: row.line, cells: cells)
    }
    grid.header = kept(grid.header)
    grid.rows = grid.rows.map(kept)
  }

  private var blankColumns: Set<Int> {
    Set(
      old.header.cells.indices.filter { place in
        old.header.cells[place].trimmed.isEmpty
          && old.rows.allSatisfy { place >= $0.cells.count || $0.cells[place].trimmed.isEmpty }
      })
  }

  /// How the layout differs from the contract's, as far as the cells show it.
  var layout: [TidiedFile.Layout] {
    var layout: [TidiedFile.Layout] = []
    if old.namesSeparator { layout.append(.separatorLine) }
    if old.separator != UInt8(ascii: ",") {
      layout.append(.separator(String(UnicodeScalar(old.separator))))
    }
    if !old.above.isEmpty { layout.append(.titleRows(old.above)) }
    let blank = old.rows.filter(\.isBlank).map(\.line)
    if !blank.isEmpty { layout.append(.blankRows(blank)) }
    if !blankColumns.isEmpty { layout.append(.blankColumns(blankColumns.count)) }
    return layout
  }
}
