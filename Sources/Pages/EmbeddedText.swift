// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles

/// Scripts and styles that are part of the program, in the form its pages carry.
///
/// The files are written to be read and checked: with comments, types and indents. A page is sent
/// to ten thousand phones, so it gets only the lines of code.
package enum EmbeddedText {
  /// The files in this order, each on lines of its own, without comments on lines of their own and
  /// without indents.
  ///
  /// Comments beside code are left alone, so nothing inside a string is taken for a comment. No
  /// file may hold a string over several lines; `Tests/Pages/eslint.json` forbids it.
  package static func text(_ files: [EmbeddedFile]) -> String {
    files.map { lines($0.bytes) }.joined(separator: "\n")
  }

  private static func lines(_ file: [UInt8]) -> String {
    var isComment = false
    var kept: [Substring] = []
    for line in String(decoding: file, as: UTF8.self).split(separator: "\n") {
      let text = trimmed(line)
      if isComment || text.hasPrefix("/*") {
        isComment = !text.hasSuffix("*/")
      } else if !text.isEmpty && !text.hasPrefix("//") {
        kept.append(text)
      }
    }
    return kept.joined(separator: "\n")
  }

  private static func trimmed(_ line: Substring) -> Substring {
    let start = line.drop { $0 == " " }
    guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
    return start[...last]
  }
}
