// SPDX-License-Identifier: GPL-3.0-or-later

/// Text that may stand in a calendar: no control characters but the line break, nothing that turns
/// the direction of what follows (RFC 5545, section 3.3.11 forbids the former; the latter would let
/// a title rearrange what a reader sees).
public enum CalendarText {
  /// With line breaks as LF.
  public static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      switch scalar.value {
      case 0x0D: result.append("\n")
      case 0x0A: if last != "\r" { result.append("\n") }
      case 0x09: result.append(" ")
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// On one line.
  public static func line(_ text: String) -> String {
    String(clean(text).map { $0 == "\n" ? " " : $0 })
  }

  /// An absolute address of plain ASCII without blanks: what may stand in a URI value as it is.
  public static func isURL(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
      && text[..<colon].utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2B
      }
  }
}
