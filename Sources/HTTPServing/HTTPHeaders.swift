// SPDX-License-Identifier: GPL-3.0-or-later

/// A request's or an answer's header fields, in their order; names mean the same in any case.
public struct HTTPHeaders: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// One `name: value`.
  public struct Field: Sendable, Hashable {
    /// In lower case.
    public let name: String
    /// Without blanks around it.
    public let value: String
  }

  /// Every field.
  public private(set) var fields: [Field] = []

  public init() {}

  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { add(name, value) }
  }

  /// Adds a field, whatever is there already.
  public mutating func add(_ name: String, _ value: String) {
    fields.append(Field(name: name.lowercased(), value: value))
  }

  /// Every value of a field.
  public func values(of name: String) -> [String] {
    let name = name.lowercased()
    return fields.filter { $0.name == name }.map(\.value)
  }

  /// A field's value; `nil` unless it is there exactly once, since of two that differ each reader on
  /// the way may believe another one.
  public subscript(name: String) -> String? {
    let values = values(of: name)
    return values.count == 1 ? values[0] : nil
  }

  /// A cookie of a request (RFC 6265, 4.2.1); `nil` unless it is there exactly once.
  public func cookie(_ name: String) -> String? {
    let pairs = values(of: "cookie").flatMap { $0.split(separator: ";") }.map {
      $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    }
    let values = pairs.filter { $0.count == 2 && $0[0].drop(while: { $0 == " " }) == name[...] }
    return values.count == 1 ? String(values[0][1]) : nil
  }
}
