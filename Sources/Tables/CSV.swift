// SPDX-License-Identifier: GPL-3.0-or-later

/// Writing comma separated text (RFC 4180), lines ending in LF.
public enum CSV {
  public static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    // By unicode scalar: CR LF is one Character, and so is a comma with a joiner behind it.
    let scalars = cell.unicodeScalars
    let needsQuotes =
      scalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
      || isBlank(scalars.first) || isBlank(scalars.last)
    return needsQuotes ? inQuotes(cell) : cell
  }

  /// What readers take off the ends of a cell that is not quoted.
  private static func isBlank(_ scalar: Unicode.Scalar?) -> Bool { scalar == " " || scalar == "\t" }

  /// A cell between quotation marks, those in it doubled (RFC 4180).
  package static func inQuotes(_ cell: String) -> String {
    // By scalar: a quotation mark with a joiner behind it is another Character.
    var text = String.UnicodeScalarView()
    for scalar in cell.unicodeScalars {
      text.append(scalar)
      if scalar == "\"" { text.append(scalar) }
    }
    return "\"" + String(text) + "\""
  }
}
