// SPDX-License-Identifier: GPL-3.0-or-later

/// Writing comma separated text (RFC 4180).
public enum CSV {
  /// An exact copy for programs, and for tables that are read back: cells as they are, quoted where
  /// they must be, lines ending in LF.
  public static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map { quoted($0) }.joined(separator: ",") + "\n" }.joined()
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
        return quoted(text, also: ";")
      }.joined(separator: ",") + "\r\n"
    }
    return (hasMark ? "\u{FEFF}" : "") + lines.joined()
  }

  /// - Parameter separator: a sign other than the comma that some readers split cells at.
  private static func quoted(_ cell: String, also separator: Unicode.Scalar? = nil) -> String {
    // By unicode scalar: CR LF is one Character, and so is a comma with a joiner after it.
    let scalars = cell.unicodeScalars
    let needsQuotes =
      scalars.contains { scalar in
        scalar == "," || scalar == "\"" || scalar == "\n" || scalar == "\r" || scalar == separator
      } || isBlank(scalars.first) || isBlank(scalars.last)
    return needsQuotes ? inQuotes(cell) : cell
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
