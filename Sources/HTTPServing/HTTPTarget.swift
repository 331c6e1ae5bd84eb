// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// What a request asks for: the path in its parts and the query, both decoded once.
///
/// Read from the bytes of the request's first line (RFC 9112, 3.2.1) and stricter than browsers
/// need: a path that could mean another one to the file system, or to a proxy, has no value here.
public struct HTTPTarget: Sendable, Hashable {
  /// `["api", "drafts", "7"]` for `/api/drafts/7`; empty for `/`.
  public let path: [String]
  /// Names and values in their order; a name without `=` has the empty value.
  public let query: [Parameter]

  /// One `name=value`.
  public struct Parameter: Sendable, Hashable {
    /// Left of the `=`.
    public let name: String
    /// Right of it.
    public let value: String
  }

  /// `/`
  public static let root = HTTPTarget()

  private init() {
    path = []
    query = []
  }

  /// The longest that is read, in bytes.
  public static let longest = 4_096

  /// - Returns: `nil` unless it begins with `/`, decodes to UTF-8 without control characters, and
  ///   has no part that is empty, `.` or `..` or holds a slash of either sort (an empty one at the
  ///   end apart).
  public init?(_ raw: String) {
    guard raw.utf8.count <= Self.longest, raw.utf8.first == UInt8(ascii: "/") else { return nil }
    let halves = raw.dropFirst().split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var parts = (halves.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
    if parts.last == "" { parts.removeLast() }
    var path: [String] = []
    for part in parts {
      guard let name = Self.decoded(part), !["", ".", ".."].contains(name),
        !name.contains(where: { $0 == "/" || $0 == "\\" })
      else { return nil }
      path.append(name)
    }
    var query: [Parameter] = []
    if halves.count == 2 {
      for pair in halves[1].split(separator: "&") {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = Self.decoded(sides[0], isQuery: true),
          let value = Self.decoded(sides.count == 2 ? sides[1] : "", isQuery: true)
        else { return nil }
        query.append(Parameter(name: name, value: value))
      }
    }
    self.path = path
    self.query = query
  }

  /// A query's value by its name; `nil` unless it is there exactly once.
  public subscript(name: String) -> String? {
    let values = query.filter { $0.name == name }
    return values.count == 1 ? values[0].value : nil
  }

  private static func decoded(_ part: Substring, isQuery: Bool = false) -> String? {
    let text = isQuery ? String(part.replacing("+", with: " ")) : String(part)
    guard let decoded = text.removingPercentEncoding,
      !decoded.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
    else { return nil }
    return decoded
  }
}
