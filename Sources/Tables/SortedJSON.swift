// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// JSON with its keys in order, so that the same facts are the same bytes.
public enum SortedJSON {
  /// Why something cannot be written as JSON: it holds a value that JSON does not know, such as a number
  /// without end.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    /// What could not be written, such as `draft.json`.
    public let what: String
    /// What the encoder said.
    public let reason: String

    public var description: String { "\(what) cannot be written as JSON: \(reason)" }
  }

  /// An object or a list, with a line's end.
  ///
  /// - Parameters:
  ///   - object: of dictionaries, lists, texts, numbers and `NSNull`.
  ///   - what: what it is, for the error.
  ///   - isPretty: a line for each member; otherwise all on one.
  public static func text(
    _ object: Any, _ what: String, isPretty: Bool = true
  ) throws(Failure) -> String {
    var options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { options.insert(.prettyPrinted) }
    // The encoder would trap on some of these instead of throwing.
    guard JSONSerialization.isValidJSONObject(object) else {
      throw Failure(what: what, reason: "it holds a value that JSON does not know")
    }
    do {
      let data = try JSONSerialization.data(withJSONObject: object, options: options)
      return String(decoding: data, as: UTF8.self) + "\n"
    } catch {
      throw Failure(what: what, reason: "\(error)")
    }
  }

  /// A value on one line, without a line's end: equal values are equal text.
  public static func text(of value: some Encodable, _ what: String) throws(Failure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw Failure(what: what, reason: "\(error)")
    }
  }
}
