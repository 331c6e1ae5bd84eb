// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Texts

/// Values as the register keeps them: JSON, keys in order, so that equal values are equal text.
enum RegisterText {
  /// - Throws: where a value cannot be written; nothing made up may enter a register that is never
  ///   changed.
  static func text(_ value: some Encodable) throws(JSONText.Failure) -> String {
    try JSONText.exact(of: value, "what the register keeps")
  }

  static func read<T: Decodable>(_ text: String, as type: T.Type) -> T? {
    try? JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
