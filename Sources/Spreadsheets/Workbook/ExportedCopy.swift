// SPDX-License-Identifier: GPL-3.0-or-later

import Workbooks

/// A hidden sheet with what the other sheets said at export.
///
/// A workbook says the same thing on several sheets. If they differ when it comes back, this shows
/// which of them somebody edited. Each row begins with the name of the sheet that it is a copy of.
struct ExportedCopy {
  static let name = "As exported"
  /// For all day sheets: a session's id, and the words of its cell.
  private static let days = "Days"

  /// The rows of each list, its header first.
  private let rows: [String: [Sheet.Row]]
  /// What the cells of the day sheets said, by session.
  let dayCells: [String: DayCell]

  // MARK: Out

  static func plan(of lists: some Sequence<SheetPlan>, _ lines: ProgrammeLines) -> SheetPlan {
    var plan = SheetPlan(name: name)
    plan.isHidden = true
    var row = 0
    for list in lists {
      let rowsOfList = Dictionary(grouping: list.cells, by: \.row)
      for (_, cells) in rowsOfList.sorted(by: { $0.key < $1.key }) {
        plan.put(.text(list.name), row, 0)
        for cell in cells {
          // Only the format, by which other programs tell a date from a number.
          let style = CellStyle(format: cell.style.format)
          plan.put(plain(cell.value), row, cell.column + 1, style)
        }
        row += 1
      }
    }
    for session in lines.sessions {
      plan.put(.text(days), row, 0)
      plan.put(.text(session.id), row, 1)
      plan.put(.text(DayCell(session, lines).text), row, 2)
      row += 1
    }
    return plan
  }

  private static func plain(_ value: CellValue) -> CellValue {
    switch value {
    case .formula(_, let value): value.map(CellValue.number) ?? .text("")
    case .link(let text, _): .text(text)
    case .text, .number: value
    }
  }

  // MARK: In

  /// - Returns: `nil` if the workbook has no such sheet, being older or from another program.
  init?(_ sheets: [Sheet]) {
    guard let sheet = sheets.first(where: { $0.name == Self.name }) else { return nil }
    var rows: [String: [Sheet.Row]] = [:]
    var dayCells: [String: DayCell] = [:]
    for row in sheet.rows {
      guard case .text(let list)? = row.cells[0] else { continue }
      let cells = Dictionary(
        uniqueKeysWithValues: row.cells.compactMap { $0.key > 0 ? ($0.key - 1, $0.value) : nil })
      if list == Self.days {
        guard case .text(let id)? = cells[0], case .text(let text)? = cells[1] else { continue }
        dayCells[id] = DayCell(text)
      } else {
        rows[list, default: []].append(Sheet.Row(number: row.number, cells: cells))
      }
    }
    self.rows = rows
    self.dayCells = dayCells
  }

  /// The copy of a list as a sheet of its own.
  func sheet(_ name: String) -> Sheet? { rows[name].map { Sheet(name: name, rows: $0) } }
}
