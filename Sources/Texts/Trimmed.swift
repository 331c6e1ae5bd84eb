// SPDX-License-Identifier: GPL-3.0-or-later

extension String {
  /// Without white space at both ends: line breaks, tabs and every sort of blank, also those of no width
  /// that web pages leave there. For what is read.
  public var trimmed: String {
    var text = self[...]
    while let first = text.first, Self.isBlank(first) { text.removeFirst() }
    while let last = text.last, Self.isBlank(last) { text.removeLast() }
    return String(text)
  }

  /// Without blanks (U+0020) at both ends, and nothing else. For what is published: were more taken off,
  /// calendars would get new versions of events in which nobody changed anything.
  public var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace
      || character == "\u{200B}" || character == "\u{2060}" || character == "\u{FEFF}"
  }
}
