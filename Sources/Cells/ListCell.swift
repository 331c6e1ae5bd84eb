// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Texts

/// Cells that hold several values with `;` between them.
public enum ListCell {
  /// The parts if every sign that people put between them counts, including `,`, `|` and line
  /// breaks.
  public static func looseParts(_ cell: String) -> [String] {
    let scalars = cell.unicodeScalars.split { $0 == ";" || isSeparator($0) }
    return scalars.map { String(String.UnicodeScalarView($0)).trimmed }.filter { !$0.isEmpty }
  }

  /// Whether a sign other than `;` may separate two values.
  public static func hasOtherSeparator(_ cell: String) -> Bool {
    cell.unicodeScalars.contains(where: isSeparator)
  }

  /// Comma, semicolon and enumeration comma of other scripts, the bar, line breaks.
  public static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", "|", "\n", "\r", "\u{2028}", "\u{2029}", "\u{0B}", "，", "；", "、", "،", "؛", "､", "｜",
      "·", "•":
      true
    default: false
    }
  }

  /// What a list that is separated by other signs looks like with `;`.
  public static func plain(_ cell: String) -> String {
    looseParts(cell).asCell
  }
}
