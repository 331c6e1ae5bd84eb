// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// Reads JSON5 text as an object, or says where it is none.
enum JSONFile {
  static func object(_ bytes: [UInt8], file: String) -> (object: [String: Any]?, finding: Finding?)
  {
    if let finding = TextCheck.finding(bytes, file: file) { return (nil, finding) }
    let data = Data(TextCheck.withoutMark(bytes))
    // Foundation recurses on nesting; ours is three deep.
    guard depth(data) < 64 else {
      return (nil, Finding("json", .unreadable, file: file, "The file is nested too deeply."))
    }
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    do {
      guard case .object(let members) = try decoder.decode(JSONValue.self, from: data) else {
        return (
          nil,
          Finding(
            "json", .unreadable, file: file, line: 1, "The file holds no object.",
            suggestion: "it begins with { and ends with }")
        )
      }
      return (members.mapValues(\.plain), nil)
    } catch {
      let about = words(error)
      return (
        nil,
        Finding(
          "json", .unreadable, file: file, line: line(in: about),
          "The file is no JSON: \(about)",
          suggestion: "comments and trailing commas are allowed; quotes and brackets must pair")
      )
    }
  }

  private static func words(_ error: any Error) -> String {
    guard case DecodingError.dataCorrupted(let context) = error else { return "\(error)" }
    let cause = context.underlyingError.map { $0 as NSError }
    return cause?.userInfo["NSDebugDescription"] as? String ?? context.debugDescription
  }

  private static func depth(_ data: Data) -> Int {
    var depth = 0
    var most = 0
    for byte in data {
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
        most = max(most, depth)
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
      }
    }
    return most
  }

  /// Foundation says "around line 3, column 5".
  private static func line(in text: String) -> Int? {
    guard let range = text.range(of: "line ") else { return nil }
    return Int(text[range.upperBound...].prefix { $0.isNumber })
  }
}

/// Any JSON value.
private enum JSONValue: Decodable {
  case null
  case truth(Bool)
  case whole(Int)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Int.self) {
      self = .whole(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The value in Foundation's and Swift's own types; null as `NSNull`.
  var plain: Any {
    switch self {
    case .null: NSNull()
    case .truth(let value): value
    case .whole(let value): value
    case .number(let value): value
    case .text(let value): value
    case .list(let values): values.map(\.plain)
    case .object(let members): members.mapValues(\.plain)
    }
  }
}
