// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// JSON for people: keys in a given order, lists of plain values and small objects on one line.
struct JSONLayout {
  /// Keys that come first, in this order; the others follow by name.
  let order: [String]
  private static let longestLine = 100

  func text(_ object: [String: Any]) -> String { lines(object, indent: 0) + "\n" }

  private func lines(_ value: Any, indent: Int) -> String {
    let short = line(value)
    if indent > 0, short.count + 2 * indent <= Self.longestLine { return short }
    let inner = String(repeating: "  ", count: indent + 1)
    let outer = String(repeating: "  ", count: indent)
    switch value {
    case let object as [String: Any] where !object.isEmpty:
      let members = sorted(object).map {
        "\(inner)\(Self.scalar($0)): \(lines($1, indent: indent + 1))"
      }
      return "{\n" + members.joined(separator: ",\n") + "\n\(outer)}"
    case let list as [Any] where !list.isEmpty:
      let items = list.map { inner + lines($0, indent: indent + 1) }
      return "[\n" + items.joined(separator: ",\n") + "\n\(outer)]"
    default: return short
    }
  }

  /// A value on one line.
  func line(_ value: Any) -> String {
    switch value {
    case let object as [String: Any]:
      let members = sorted(object).map { "\(Self.scalar($0)): \(line($1))" }
      return members.isEmpty ? "{}" : "{ " + members.joined(separator: ", ") + " }"
    case let list as [Any]: return "[" + list.map(line).joined(separator: ", ") + "]"
    default: return Self.scalar(value)
    }
  }

  private func sorted(_ object: [String: Any]) -> [(String, Any)] {
    object.sorted { a, b in
      let places = [a.key, b.key].map { order.firstIndex(of: $0) ?? order.count }
      return places[0] == places[1] ? a.key < b.key : places[0] < places[1]
    }.map { ($0.key, $0.value) }
  }

  private static func scalar(_ value: Any) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: value, options: [.fragmentsAllowed, .withoutEscapingSlashes])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }
}
