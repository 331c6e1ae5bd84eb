// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// JSON with keys in order, so that the same facts are the same bytes.
enum JSONText {
  /// - Parameter written: paths of the files that the run wrote, where its answer lists them.
  /// - Throws: where a value has no form in JSON.
  static func of(
    _ object: [String: Any], written: [String]?
  ) throws(CommandFailure) -> String {
    var object = object
    object["written"] = written
    return try of(object)
  }

  /// - Throws: where a value has no form in JSON.
  static func of(_ object: [String: Any]) throws(CommandFailure) -> String {
    do {
      let data = try JSONSerialization.data(
        withJSONObject: object, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
      return String(decoding: data, as: UTF8.self) + "\n"
    } catch {
      throw .notJSON(error)
    }
  }
}
