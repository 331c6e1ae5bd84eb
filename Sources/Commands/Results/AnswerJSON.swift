// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// An answer of a command as JSON.
enum AnswerJSON {
  /// - Parameter written: paths of the files that the run wrote, where its answer lists them.
  /// - Throws: where a value has no form in JSON.
  static func of(
    _ object: [String: Any], written: [String]? = nil
  ) throws(CommandFailure) -> String {
    var object = object
    if let written { object["written"] = written }
    do {
      return try JSONText.of(object)
    } catch {
      throw .notJSON(error)
    }
  }
}
