// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Texts

/// An answer as data, its members in the order in which they are given.
///
/// A value of its own, since an answer with every place of a lifted session has thousands of members
/// and must be there before the hand has moved on.
enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Int)
  /// From 0 to 1, to four places.
  case fraction(Double)
  case text(String)
  case list([JSONValue])
  case object([Member])
  /// A value whose bytes are there already.
  case written(Data)

  /// One `"name": value`.
  struct Member: Sendable, Hashable {
    let name: String
    let value: JSONValue
  }

  /// The bytes of RFC 8259; every text in it filtered (`OutgoingText`).
  var data: Data {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return Data(bytes)
  }

  /// The same as text, on one line.
  var line: String { String(decoding: data, as: UTF8.self) }

  /// A member's value; `nil` where there is none.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  private func write(into bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let value): bytes += String(value).utf8
    case .fraction(let value):
      let parts = Int((min(1, max(0, value.isFinite ? value : 1)) * 10_000).rounded())
      let digits = String(parts % 10_000)
      bytes += "\(parts / 10_000).".utf8
      bytes += (String(repeating: "0", count: 4 - digits.count) + digits).utf8
    case .text(let text): Self.write(text, into: &bytes)
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (place, value) in values.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (place, member) in members.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.name, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    case .written(let data): bytes += data
    }
  }

  private static func write(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if !writePlain(text, into: &bytes) { writeFiltered(text, into: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Most texts are ids and times, which are copied as they are.
  ///
  /// - Returns: false where something is to be filtered or escaped; nothing is then written.
  private static func writePlain(_ text: String, into bytes: inout [UInt8]) -> Bool {
    var text = text
    return text.withUTF8 { buffer in
      for byte in buffer
      where byte < 0x20 || byte > 0x7E || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        return false
      }
      bytes += buffer
      return true
    }
  }

  private static func writeFiltered(_ text: String, into bytes: inout [UInt8]) {
    for byte in OutgoingText.lines(text).utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes += "\\n".utf8
      case 0x00..<0x20: break  // the filter has removed them
      default: bytes.append(byte)
      }
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member(name: $0.0, value: $0.1) })
  }
}

extension JSONValue {
  /// A list of texts, such as ids.
  static func texts(_ texts: some Sequence<String>) -> JSONValue { .list(texts.map { .text($0) }) }

  /// A number, or nothing.
  static func optional(_ number: Int?) -> JSONValue { number.map { .number($0) } ?? .null }

  /// A text, or nothing.
  static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

  /// What other targets give as dictionaries, their keys in order.
  init(_ value: Any) {
    switch value {
    case let text as String: self = .text(text)
    // Both are NSNumber to Foundation; a Bool of Swift is not an Int of Swift.
    case let flag as Bool: self = .bool(flag)
    case let number as Int: self = .number(number)
    case let list as [Any]: self = .list(list.map { JSONValue($0) })
    case let object as [String: Any]:
      self = .object(
        object.sorted { $0.key < $1.key }.map { Member(name: $0.key, value: JSONValue($0.value)) })
    default: self = .null
    }
  }

  /// What an `Encodable` value writes.
  init(encoding value: some Encodable) {
    guard let text = try? JSONText.exact(of: value, "the answer"),
      let object = try? JSONSerialization.jsonObject(
        with: Data(text.utf8), options: [.fragmentsAllowed])
    else {
      self = .null
      return
    }
    self.init(foundation: object)
  }

  private init(foundation value: Any) {
    switch value {
    case let text as String: self = .text(text)
    case let number as NSNumber:
      // What was `true` or `false` is a boolean of Core Foundation, which says so.
      self =
        String(cString: number.objCType) == "c" ? .bool(number.boolValue) : .number(number.intValue)
    case let list as [Any]: self = .list(list.map { JSONValue(foundation: $0) })
    case let object as [String: Any]:
      self = .object(
        object.sorted { $0.key < $1.key }
          .map { Member(name: $0.key, value: JSONValue(foundation: $0.value)) })
    default: self = .null
    }
  }
}
