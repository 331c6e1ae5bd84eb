// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// `.programme.json`: `{"sets": {command: {file: digest}}}`.
enum ResultRecord {
  static func read(_ data: Data) -> [String: [String: String]] {
    let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    return object?["sets"] as? [String: [String: String]] ?? [:]
  }

  static func data(_ sets: [String: [String: String]]) -> Data {
    // A dictionary of texts can always be encoded.
    let object: [String: Any] = [
      "about": "what programme wrote here, to tell what was edited since", "sets": sets,
    ]
    let data = try? JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    return (data ?? Data("{}".utf8)) + Data("\n".utf8)
  }
}
