// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// JSON merge patch (RFC 7396).
enum MergePatch {
  static func apply(_ patch: [String: Any], to target: [String: Any]) -> [String: Any] {
    var result = target
    for (key, value) in patch {
      if value is NSNull {
        result[key] = nil
      } else if let object = value as? [String: Any] {
        result[key] = apply(object, to: result[key] as? [String: Any] ?? [:])
      } else {
        result[key] = value
      }
    }
    return result
  }

  /// The paths that a patch replaces or removes whole, such as `weights.theme-clash`.
  static func replaced(_ patch: [String: Any], under path: String = "") -> [String] {
    patch.flatMap { key, value in
      let own = path.isEmpty ? key : "\(path).\(key)"
      guard let object = value as? [String: Any] else { return [own] }
      return replaced(object, under: own)
    }
  }
}
