// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Texts

/// `.programme.json`: `{"sets": {command: {file: digest}}}`.
enum ResultRecord {
  static func read(_ data: Data) -> [String: [String: String]] {
    let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    return object?["sets"] as? [String: [String: String]] ?? [:]
  }

  static func data(_ sets: [String: [String: String]]) -> Data {
    let object: [String: Any] = [
      "about": "what programme wrote here, to tell what was edited since", "sets": sets,
    ]
    return Data(JSONText.of(object).utf8)
  }
}
