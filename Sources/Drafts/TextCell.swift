// SPDX-License-Identifier: GPL-3.0-or-later

import Programmes
import Tables
import Texts

/// Text in a cell of a fixed number of terminal columns.
enum TextCell {
  /// Cut with an ellipsis or filled with blanks.
  static func fit(_ text: String, _ width: Int) -> String {
    let clean = CalendarText.line(text)
    if clean.columns <= width {
      return clean + String(repeating: " ", count: width - clean.columns)
    }
    var cut = ""
    var used = 0
    for character in clean {
      let next = character.columns
      if used + next > width - 1 { break }
      cut.append(character)
      used += next
    }
    return cut + "…" + String(repeating: " ", count: width - used - 1)
  }

  /// With an ellipsis for the words that follow, between two words if there are several.
  private static func ellipsed(_ line: String, _ width: Int) -> String {
    var words = line.split(separator: " ")
    while words.count > 1, words.joined(separator: " ").columns + 2 > width { words.removeLast() }
    return fit(words.joined(separator: " ") + " …", width).trimmed
  }

  /// Broken at blanks into lines of at most `width` columns. A word that is longer than a line is cut,
  /// and so is what does not fit into the number of lines, with an ellipsis.
  static func wrapped(_ text: String, _ width: Int, lines most: Int) -> [String] {
    var lines: [String] = []
    for word in CalendarText.line(text).split(separator: " ") {
      if let last = lines.last, last.columns + 1 + word.columns <= width {
        lines[lines.count - 1] = last + " " + word
      } else if lines.count < most {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = ellipsed(lines[lines.count - 1], width)
        break
      }
    }
    return lines.map { $0.columns > width ? fit($0, width) : $0 }
  }
}
