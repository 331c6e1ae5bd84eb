// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// Text that may stand in a calendar (RFC 5545): filtered as everything that leaves.
public enum CalendarText {
  /// With line breaks as LF.
  public static func clean(_ text: String) -> String { OutgoingText.lines(text) }

  /// On one line.
  public static func line(_ text: String) -> String { OutgoingText.line(text) }
}

extension String {
  /// Without blanks at its ends.
  package var trimmingBlanks: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
