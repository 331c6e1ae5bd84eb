// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Data for programs as JSON text (RFC 8259): keys in order, so that the same data is the same
/// bytes, and every text in it filtered (`OutgoingText`).
public enum JSONText {
  /// The text, ending in a line break.
  ///
  /// Every value has a form: a number that is not finite is `null`, as in JavaScript, and what is
  /// neither text, number, boolean, list, dictionary nor `NSNull` is its description.
  ///
  /// - Parameter isPretty: a line for each value.
  public static func of(_ value: Any, isPretty: Bool = true) -> String {
    var options: JSONSerialization.WritingOptions = [
      .sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed,
    ]
    if isPretty { options.insert(.prettyPrinted) }
    // Nothing that cannot be encoded is left.
    let data = try? JSONSerialization.data(withJSONObject: encodable(value), options: options)
    return String(decoding: data ?? Data("null".utf8), as: UTF8.self) + "\n"
  }

  private static func encodable(_ value: Any) -> Any {
    switch value {
    case let text as String: OutgoingText.lines(text)
    case let list as [Any]: list.map(encodable)
    case let object as [String: Any]:
      // In order, so that of two keys that become one the same is kept on each run.
      Dictionary(
        object.sorted { $0.key < $1.key }.map { (OutgoingText.line($0.key), encodable($0.value)) },
        uniquingKeysWith: { first, _ in first })
    case let number as Double where !number.isFinite: NSNull()
    default: JSONSerialization.isValidJSONObject([value]) ? value : "\(value)"
    }
  }
}
