// SPDX-License-Identifier: GPL-3.0-or-later

/// Text in a form that a spreadsheet takes as text, and back (OWASP, CSV injection).
///
/// An apostrophe goes before a sign that would begin a formula: at the beginning, and wherever a
/// spreadsheet set to another separator would begin a new cell. One that is already there gets a
/// second, so taking them off again gives back exactly what was there.
public enum SpreadsheetCell {
  /// A text from the tables as a cell: on one line, filtered (`OutgoingText`), no formula.
  public static func text(_ text: String) -> String { disarmed(OutgoingText.line(text)) }

  /// A text that cannot begin a formula, neither as a whole nor in a part of it.
  public static func disarmed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isAtStart = true
    for scalar in text.unicodeScalars {
      if isAtStart && (begins(scalar) || scalar == "'") { result.append("'") }
      result.append(scalar)
      isAtStart = separates(scalar) || (isAtStart && isPassedOver(scalar))
    }
    return String(result)
  }

  /// What `disarmed` was given.
  public static func armed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isAtStart = true
    let scalars = Array(text.unicodeScalars)
    var place = 0
    while place < scalars.count {
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      if isAtStart, scalars[place] == "'", let next, begins(next) || next == "'" {
        place += 1
      }
      let scalar = scalars[place]
      result.append(scalar)
      isAtStart = separates(scalar) || (isAtStart && isPassedOver(scalar))
      place += 1
    }
    return String(result)
  }

  private static func begins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ";" || scalar == "," || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar.properties.isWhitespace
  }
}
