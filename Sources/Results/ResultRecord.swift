// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Tables
import Texts

/// `.programme.json`: `{"sets": {command: {file: digest}}}`.
enum ResultRecord {
  static func read(_ data: Data) -> [String: [String: String]] {
    let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    return object?["sets"] as? [String: [String: String]] ?? [:]
  }

  static func data(_ sets: [String: [String: String]]) throws(WriteFailure) -> Data {
    let object: [String: Any] = [
      "about": "what programme wrote here, to tell what was edited since", "sets": sets,
    ]
    do {
      return Data(try JSONText.of(object, "the record of results").utf8)
    } catch {
      throw WriteFailure(ResultRefusal.record(error))
    }
  }
}
