// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// Text for a calendar (RFC 5545): filtered like everything that goes out.
public enum CalendarText {
  /// With line breaks as LF.
  public static func clean(_ text: String) -> String { OutgoingText.lines(text) }

  /// On one line.
  public static func line(_ text: String) -> String { OutgoingText.line(text) }
}
