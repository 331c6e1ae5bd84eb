// SPDX-License-Identifier: GPL-3.0-or-later

/// Text for a cell of a table that people open in a spreadsheet: what would be taken for a formula
/// gets an apostrophe before it.
enum SheetCell {
  static func text(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return text
    }
    return "'" + text
  }
}
