// SPDX-License-Identifier: GPL-3.0-or-later

/// What somebody typed into a table, as the program may put it out: the one filter for everything
/// that is shown or written, on a terminal or in HTML, XML, JSON, CSV, Markdown and calendars.
///
/// It removes whatever steers a reader's program instead of being read:
///
/// - control characters (Unicode's category Cc: C0, DEL and C1) except line breaks, and tabs, which
///   become blanks; a title could otherwise recolour or erase what a terminal shows, and XML 1.0
///   and RFC 5545 forbid them;
/// - marks, embeddings, overrides and isolates of direction (UAX 9), with which a cell could turn
///   around what follows it. Arabic and Hebrew letters have their direction by themselves, and
///   pages isolate each text by `dir`;
/// - U+FFFE and U+FFFF, which are not characters.
///
/// Joiners stay: words of Persian and many emoji need them.
public enum OutgoingText {
  /// Whether a character steers instead of being read; also true of line breaks and tabs.
  public static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether it is one of the marks that say the direction of a single place (U+061C, U+200E,
  /// U+200F): keyboards of Arabic and Hebrew write them, and they turn around nothing that follows.
  public static func isMarkOfDirection(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{061C}" || scalar == "\u{200E}" || scalar == "\u{200F}"
  }

  /// What is removed from a text, each character once, in order.
  public static func steering(in text: String) -> [Unicode.Scalar] {
    var found: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where steers(scalar) {
      let isLayout = scalar == "\n" || scalar == "\r" || scalar == "\t"
      if !isLayout && !found.contains(scalar) { found.append(scalar) }
    }
    return found
  }

  /// A character by its number, so it can be looked up: `U+202E`.
  public static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// With every line break as LF; line and paragraph separators (U+2028, U+2029) are line breaks.
  public static func lines(_ text: String) -> String {
    if !text.unicodeScalars.contains(where: isChanged) { return text }
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "\r", "\u{2028}", "\u{2029}": result.append("\n")
      case "\n": if last != "\r" { result.append("\n") }
      case "\t": result.append(" ")
      default: if !steers(scalar) { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// On one line: each line break becomes a blank.
  public static func line(_ text: String) -> String {
    let text = lines(text)
    guard text.unicodeScalars.contains("\n") else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" ? " " : $0 }))
  }

  private static func isChanged(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2028}" || scalar == "\u{2029}" || (scalar != "\n" && steers(scalar))
  }
}
