// SPDX-License-Identifier: GPL-3.0-or-later

/// Writing comma separated text (RFC 4180).
public enum CSV {
  /// An exact copy for programs, and for tables that are read back: cells as they are, quoted where
  /// they must be, lines ending in LF.
  public static func text(_ rows: [[String]]) -> String {
    rows.map { line($0) + "\n" }.joined()
  }

  /// One line of an exact copy, without its end.
  ///
  /// - Parameter separator: what parts cells in the table that the line is for.
  public static func line(_ cells: [String], separator: Unicode.Scalar = ",") -> String {
    cells.map { cell($0, separators: separator) }.joined(separator: String(separator))
  }

  /// A cell as it is, in quotation marks only where readers would part it or take something off it.
  ///
  /// - Parameter separators: every sign at which a reader of the table may split cells.
  public static func cell(_ text: String, separators: Unicode.Scalar...) -> String {
    // By unicode scalar: CR LF is one Character, and so is a comma with a joiner after it.
    let scalars = text.unicodeScalars
    let needsQuotes =
      scalars.contains { scalar in
        scalar == "\"" || scalar == "\n" || scalar == "\r" || separators.contains(scalar)
      } || isBlank(scalars.first) || isBlank(scalars.last)
    return needsQuotes ? inQuotes(text) : text
  }

  /// A table that is opened in a spreadsheet or goes into another program's import: cells are made
  /// harmless (`SpreadsheetCell`), and also quoted where a spreadsheet set to another separator
  /// would split them; lines end in CR LF.
  ///
  /// - Parameters:
  ///   - hasMark: begins with the byte order mark by which Excel knows UTF-8.
  ///   - keepsLines: whether a cell of several lines stays so; else each is on one line.
  public static func forSpreadsheets(
    _ rows: [[String]], hasMark: Bool = false, keepsLines: Bool = false
  ) -> String {
    let lines = rows.map { row in
      row.map { cell in
        let text =
          keepsLines
          ? SpreadsheetCell.disarmed(OutgoingText.lines(cell)) : SpreadsheetCell.text(cell)
        return self.cell(text, separators: ",", ";")
      }.joined(separator: ",") + "\r\n"
    }
    return (hasMark ? "\u{FEFF}" : "") + lines.joined()
  }

  /// What readers strip from the ends of a cell that is not quoted.
  private static func isBlank(_ scalar: Unicode.Scalar?) -> Bool { scalar == " " || scalar == "\t" }

  /// A text between quotation marks, those in it doubled (RFC 4180).
  public static func inQuotes(_ cell: String) -> String {
    // By scalar: a quotation mark with a joiner after it is another Character.
    var text = String.UnicodeScalarView()
    for scalar in cell.unicodeScalars {
      text.append(scalar)
      if scalar == "\"" { text.append(scalar) }
    }
    return "\"" + String(text) + "\""
  }
}
