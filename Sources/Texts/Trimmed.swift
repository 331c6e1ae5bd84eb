// SPDX-License-Identifier: GPL-3.0-or-later

extension String {
  /// Without blanks at both ends, including the zero-width ones that web pages leave there.
  public var trimmed: String {
    var text = self[...]
    while let first = text.first, Self.isBlank(first) { text.removeFirst() }
    while let last = text.last, Self.isBlank(last) { text.removeLast() }
    return String(text)
  }

  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace
      || character == "\u{200B}" || character == "\u{2060}" || character == "\u{FEFF}"
  }
}
