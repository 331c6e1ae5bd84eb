// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// A file that should hold one JSON5 object.
struct JSONFile {
  /// `nil` if the file is not an object; the finding then says why.
  let object: [String: Any]?
  /// The line of each key, by its path, such as `days[0].date`.
  let lines: [String: Int]
  /// Whether the file has a comment.
  let hasComments: Bool
  let finding: Finding?
  /// Which encoding the file was read in, if it is not UTF-8.
  let note: Finding?

  init(_ bytes: [UInt8], file: String) {
    let (bytes, note) = TextCheck.utf8(bytes, file: file)
    self.note = note
    var parser = JSON5Parser(String(decoding: TextCheck.withoutMark(bytes), as: UTF8.self))
    var object: [String: Any]?
    var finding = TextCheck.finding(bytes, file: file)
    if finding == nil {
      do {
        object = try parser.parse() as? [String: Any]
        if object == nil { finding = Self.finding(file, 1, "The file holds no object.") }
      } catch {
        let sentence = "The file is not JSON: column \(error.column), \(error.sentence)."
        finding = Self.finding(file, error.line, sentence)
      }
    }
    self.object = object
    self.finding = finding
    lines = parser.lines
    hasComments = parser.hasComments
  }

  private static func finding(_ file: String, _ line: Int, _ sentence: String) -> Finding {
    Finding(
      "json", .unreadable, file: file, line: line, sentence,
      suggestion: "comments and trailing commas are allowed; quotes and brackets must pair")
  }
}
