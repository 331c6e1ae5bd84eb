// SPDX-License-Identifier: GPL-3.0-or-later

/// Text in a cell of a fixed number of terminal columns.
enum TextCell {
  /// Cut with an ellipsis or filled with blanks.
  static func fit(_ text: String, _ width: Int) -> String {
    let clean = CalendarText.line(text)
    if columns(clean) <= width {
      return clean + String(repeating: " ", count: width - columns(clean))
    }
    var cut = ""
    var used = 0
    for character in clean {
      let next = columns(character)
      if used + next > width - 1 { break }
      cut.append(character)
      used += next
    }
    return cut + "…" + String(repeating: " ", count: width - used - 1)
  }

  /// Broken at blanks into lines of at most `width` columns. A word that is longer than a line is cut,
  /// and so is what does not fit into the number of lines, with an ellipsis.
  static func wrapped(_ text: String, _ width: Int, lines most: Int) -> [String] {
    var lines: [String] = []
    for word in CalendarText.line(text).split(separator: " ") {
      if let last = lines.last, columns(last) + 1 + columns(String(word)) <= width {
        lines[lines.count - 1] = last + " " + word
      } else if lines.count < most {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = fit(lines[lines.count - 1] + " " + word, width)
        break
      }
    }
    return lines.map { columns($0) > width ? fit($0, width) : $0 }
  }

  static func columns(_ text: String) -> Int { text.reduce(0) { $0 + columns($1) } }

  /// East Asian wide characters and emoji take two columns.
  private static func columns(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    case 0x0300...0x036F, 0x200B...0x200F: return 0
    default: return 1
    }
  }
}
