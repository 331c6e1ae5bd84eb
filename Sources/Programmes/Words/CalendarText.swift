// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// Text for a calendar (RFC 5545): filtered like everything that goes out.
public enum CalendarText {
  /// With line breaks as LF.
  public static func clean(_ text: String) -> String { OutgoingText.lines(text) }

  /// On one line.
  public static func line(_ text: String) -> String { OutgoingText.line(text) }

  /// An absolute address of plain ASCII without blanks: what a URI value may hold as it is.
  public static func isURL(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
      && text[..<colon].utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2B
      }
  }
}
