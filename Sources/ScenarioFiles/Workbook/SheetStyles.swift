// SPDX-License-Identifier: GPL-3.0-or-later

import Workbooks

/// How the sheets of a scenario look.
enum SheetStyles {
  static let heading = CellStyle(
    isBold: true, wraps: true, isTop: true, fill: 0xDCE6F1, ink: 0x1F2D3D, border: 0xA9B8C9)
  /// The heading of a column that no row can do without.
  static let needed = CellStyle(
    isBold: true, wraps: true, isTop: true, fill: 0x2F5D8A, ink: 0xFFFFFF, border: 0xA9B8C9)
  static let title = CellStyle(isBold: true, size: 14)
  static let tableName = CellStyle(isBold: true, size: 12, ink: 0x2F5D8A)
  static let prose = CellStyle(wraps: true, isTop: true)
  /// Text stays as typed: otherwise a spreadsheet takes `007` and `1-2` for numbers and dates.
  static let text = CellStyle(isTop: true, format: "@")
  static let wrapped = CellStyle(wraps: true, isTop: true, format: "@")
  static let number = CellStyle(isTop: true)
  static let date = CellStyle(isTop: true, format: "yyyy-mm-dd")
  static let clock = CellStyle(isTop: true, format: "hh:mm")
}
