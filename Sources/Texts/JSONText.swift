// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Data for programs as JSON text (RFC 8259): keys in order, so that the same data gives the same
/// bytes, and every text in it filtered (`OutgoingText`).
public enum JSONText {
  /// Why something cannot be written as JSON: it holds a value that JSON does not know, such as an
  /// infinite number.
  public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What could not be written, such as `draft.json`.
    public let what: String
    /// What the encoder said.
    public let reason: String

    public var description: String { "\(what) cannot be written as JSON: \(reason)" }
  }

  /// An object or a list, ending in a line break.
  ///
  /// - Parameters:
  ///   - value: of dictionaries, lists, texts, numbers and `NSNull`.
  ///   - what: what it is, for the error.
  ///   - isPretty: a line for each member; otherwise all on one.
  public static func of(
    _ value: Any, _ what: String = "the answer", isPretty: Bool = true
  ) throws(Failure) -> String {
    var options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { options.insert(.prettyPrinted) }
    let filtered = filtered(value)
    // The encoder would trap on some of these instead of throwing.
    guard JSONSerialization.isValidJSONObject(filtered) else {
      throw Failure(what: what, reason: "it holds a value that JSON does not know")
    }
    do {
      let data = try JSONSerialization.data(withJSONObject: filtered, options: options)
      return String(decoding: data, as: UTF8.self) + "\n"
    } catch {
      throw Failure(what: what, reason: "\(error)")
    }
  }

  /// A value on one line, without a line's end and exactly as it is: equal values give equal text.
  public static func exact(of value: some Encodable, _ what: String) throws(Failure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw Failure(what: what, reason: "\(error)")
    }
  }

  private static func filtered(_ value: Any) -> Any {
    switch value {
    case let text as String: OutgoingText.lines(text)
    case let list as [Any]: list.map(filtered)
    case let object as [String: Any]:
      // In order, so that if two keys become one, every run keeps the same one.
      Dictionary(
        object.sorted { $0.key < $1.key }.map { (OutgoingText.line($0.key), filtered($0.value)) },
        uniquingKeysWith: { first, _ in first })
    default: value
    }
  }
}
