// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Reads JSON5 text as an object, or says where it is none.
enum JSONFile {
  static func object(_ bytes: [UInt8], file: String) -> (object: [String: Any]?, finding: Finding?)
  {
    if let finding = TextCheck.finding(bytes, file: file) { return (nil, finding) }
    var parser = JSON5Parser(String(decoding: TextCheck.withoutMark(bytes), as: UTF8.self))
    do {
      guard let object = try parser.parse() as? [String: Any] else {
        return (nil, finding(file, 1, "The file holds no object."))
      }
      return (object, nil)
    } catch {
      return (
        nil,
        finding(file, error.line, "The file is no JSON: column \(error.column), \(error.sentence).")
      )
    }
  }

  private static func finding(_ file: String, _ line: Int, _ sentence: String) -> Finding {
    Finding(
      "json", .unreadable, file: file, line: line, sentence,
      suggestion: "comments and trailing commas are allowed; quotes and brackets must pair")
  }
}
