// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Values as the register keeps them: JSON, keys in order, so that equal values are equal text.
enum RegisterText {
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: (try? encoder.encode(value)) ?? Data("{}".utf8), as: UTF8.self)
  }

  static func read<T: Decodable>(_ text: String, as type: T.Type) -> T? {
    try? JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
