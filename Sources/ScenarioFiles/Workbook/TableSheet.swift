// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Tables
import Workbooks

/// A table as a sheet: with explained headings, typed cells and drop-downs for fixed words.
struct TableSheet {
  private let name: String
  private let table: Table
  private let columns: [Column]
  /// The ranges with the ids of rooms and of people.
  private let idRanges: [IDKind: String]
  /// How many rows below the last have drop-downs too.
  private static let spare = 500

  init(_ name: String, _ table: Table, _ columns: [Column], idRanges: [IDKind: String] = [:]) {
    self.name = name
    self.table = table
    self.columns = columns
    self.idRanges = idRanges
  }

  func plan() -> SheetPlan {
    var plan = SheetPlan(name: name)
    plan.frozenRows = 1
    plan.frozenColumns = table.columns.isEmpty ? 0 : 1
    let read = Headings(table.columns, columns: columns).read
    for (place, heading) in table.columns.enumerated() {
      let column = read[heading].flatMap { name in columns.first { $0.name == name } }
      put(heading, column, place, into: &plan)
    }
    return plan.withHeights()
  }

  private func put(_ heading: String, _ column: Column?, _ place: Int, into plan: inout SheetPlan) {
    plan.put(
      .text(heading), 0, place,
      column?.isRequired == true ? SheetStyles.needed : SheetStyles.heading)
    if let column { plan.notes.append(SheetPlan.Note(row: 0, column: place, text: column.note)) }
    plan.columnStyles[place] = TypedCell.style(column?.kind)
    var longest = heading.count + 2
    for (index, row) in table.rows.enumerated() {
      let text = row[heading]
      if text.isEmpty { continue }
      let cell = TypedCell(text, Self.kind(column))
      plan.put(cell.value, index + 1, place, cell.style)
      longest = max(longest, text.count + 1)
    }
    plan.widths.append(Double(min(40, max(9, longest))))
    if let choice = choice(column, place) { plan.choices.append(choice) }
  }

  /// In the user's own columns, whole numbers are numbers, as typed.
  private static func kind(_ column: Column?) -> ColumnKind? {
    column.map(\.kind) ?? .number(.things, 0...0)
  }

  private func choice(_ column: Column?, _ place: Int) -> SheetPlan.Choice? {
    let rows = 1...table.rows.count + Self.spare
    if let words = column?.kind.fixedWords {
      return SheetPlan.Choice(rows: rows, column: place, words: words)
    }
    guard case .reference(let sorts)? = column?.kind, sorts.count == 1,
      let range = idRanges[sorts[0]]
    else { return nil }
    return SheetPlan.Choice(rows: rows, column: place, source: range)
  }

  /// The cells of the column `id`, as a range for drop-downs of other sheets.
  static func idRange(_ name: String, _ table: Table, _ columns: [Column]) -> String? {
    let read = Headings(table.columns, columns: columns).read
    guard let place = table.columns.firstIndex(where: { read[$0] == "id" }) else { return nil }
    let letters = columnLetters(place)
    return "='\(name)'!$\(letters)$2:$\(letters)$\(table.rows.count + spare + 1)"
  }
}
