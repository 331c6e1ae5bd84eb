// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import XMLReading

/// Reads a workbook back before it is handed out: libxlsxwriter does not check for errors when it
/// writes its temporary files, so one failed write gives a truncated workbook.
enum WorkbookCheck {
  /// - Throws: what is not as intended.
  static func check(_ url: URL, against plans: [SheetPlan]) throws(WorkbookFile.Failure) {
    do {
      let archive = try ZipArchive(url)
      // Every part is unpacked, which verifies its checksum, and is whole as XML.
      for name in try archive.names() {
        guard let bytes = try archive.bytes(name) else { throw broken("its part \(name)") }
        if name.hasSuffix(".xml") || name.hasSuffix(".rels") || name.hasSuffix(".vml") {
          try XMLReader().read(bytes)
        }
      }
    } catch let failure as WorkbookFile.Failure {
      throw failure
    } catch {
      throw broken("a part of it")
    }
    guard let sheets = WorkbookReader.read(url, file: "").sheets, sheets.count == plans.count else {
      throw broken("its sheets")
    }
    for (sheet, plan) in zip(sheets, plans) {
      let meant = meant(plan)
      let read = sheet.rows.reduce(into: [Place: Sheet.Cell]()) { cells, row in
        for (column, cell) in row.cells { cells[Place(row: row.number - 1, column: column)] = cell }
      }
      guard sheet.name == plan.name else { throw broken("the name of sheet '\(plan.name)'") }
      let wrong = Set(meant.keys).union(read.keys).filter { !isSame(meant[$0], read[$0]) }
      if let first = wrong.min(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
        throw broken("'\(plan.name)', cell \(columnLetters(first.column))\(first.row + 1)")
      }
    }
  }

  /// Numbers are written with sixteen digits, one less than would distinguish them all.
  private static func isSame(_ a: Sheet.Cell?, _ b: Sheet.Cell?) -> Bool {
    if case .number(let a) = a, case .number(let b) = b {
      return abs(a - b) <= 1e-12 * max(1, abs(a))
    }
    return a == b
  }

  private struct Place: Hashable {
    let row: Int
    let column: Int
  }

  /// What a reader finds in a sheet that was written whole.
  private static func meant(_ plan: SheetPlan) -> [Place: Sheet.Cell] {
    var cells: [Place: Sheet.Cell] = [:]
    for merge in plan.merges {
      cells[Place(row: merge.rows.lowerBound, column: merge.columns.lowerBound)] = text(merge.text)
    }
    for cell in plan.cells {
      let place = Place(row: cell.row, column: cell.column)
      switch cell.value {
      case .text(let value), .link(let value, _): cells[place] = text(value)
      case .number(let number), .formula(_, .some(let number)): cells[place] = .number(number)
      case .formula(_, .none): cells[place] = nil
      }
    }
    return cells
  }

  private static func text(_ text: String) -> Sheet.Cell? {
    let read = WorkbookText.unescaped(WorkbookText.cell(text))
    return read.isEmpty ? nil : .text(read)
  }

  private static func broken(_ what: String) -> WorkbookFile.Failure {
    .notAsMeant(what)
  }
}
