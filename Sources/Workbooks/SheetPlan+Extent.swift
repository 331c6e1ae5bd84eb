// SPDX-License-Identifier: GPL-3.0-or-later

extension SheetPlan {
  /// The most that a sheet can hold (ECMA-376: columns A to XFD).
  static let mostColumns = 16_384
  static let mostRows = 1_048_576

  /// How many rows and columns the sheet takes, including everything that only refers to cells.
  var extent: (rows: Int, columns: Int) {
    var rows = cells.map { $0.row + 1 } + merges.map { $0.rows.upperBound + 1 }
    var columns = cells.map { $0.column + 1 } + merges.map { $0.columns.upperBound + 1 }
    rows += choices.map { $0.rows.upperBound + 1 } + notes.map { $0.row + 1 }
    columns += choices.map { $0.column + 1 } + notes.map { $0.column + 1 }
    rows += heights.keys.map { $0 + 1 } + [frozenRows, (filter?.lastRow ?? -1) + 1]
    columns += [widths.count, frozenColumns, (filter?.lastColumn ?? -1) + 1]
    return (rows.max() ?? 0, columns.max() ?? 0)
  }

  /// - Throws: if the sheet is larger than any may be.
  func checkExtent() throws(WorkbookFile.Failure) {
    let (rows, columns) = extent
    guard rows <= Self.mostRows, columns <= Self.mostColumns else {
      throw .tooLarge(sheet: name, rows: rows, columns: columns)
    }
  }
}
