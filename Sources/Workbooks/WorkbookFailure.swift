// SPDX-License-Identifier: GPL-3.0-or-later

extension WorkbookFile {
  /// Why a workbook could not be written.
  public enum Failure: Error, Hashable {
    /// The library has no memory or no place for temporary files.
    case notMade
    /// A name that no sheet may have.
    case sheetName(String)
    /// More than a sheet holds.
    case tooLarge(sheet: String, rows: Int, columns: Int)
    /// What libxlsxwriter says about a sheet, a cell or the whole workbook.
    case refused(place: String, reason: String)
    /// When read back, a part of it is not as intended.
    case notAsMeant(String)
  }
}

extension WorkbookFile.Failure: CustomStringConvertible {
  /// A sentence without its full stop.
  public var description: String {
    switch self {
    case .notMade: "the workbook cannot be made"
    case .sheetName(let name): "'\(name)' cannot be the name of a sheet"
    case .tooLarge(let sheet, let rows, let columns):
      "sheet '\(sheet)' would have \(rows) rows and \(columns) columns, and a workbook's sheet has"
        + " \(SheetPlan.mostRows) and \(SheetPlan.mostColumns) at most"
    case .refused(let place, let reason): "cannot write \(place): \(reason)"
    case .notAsMeant(let part):
      "the workbook could not be written whole: read back, \(part) is not as it was meant; is there"
        + " space for temporary files?"
    }
  }
}
