// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// JSON5 as people write it by hand (comments, trailing commas, bare keys, single quotes), giving
/// the line of what is wrong: Foundation's decoder reads JSON5 but only says that something is
/// wrong.
struct JSON5Parser {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  /// The line of each key and list item, by its path, such as `days[0].date`.
  private(set) var lines: [String: Int] = [:]
  /// Whether it has a comment.
  private(set) var hasComments = false
  /// How deep objects and lists may be nested in a file.
  static let deepest = 32

  /// Where each line begins.
  private let lineStarts: [Int]

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars
    lineStarts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
  }

  /// The value of the whole text, in Foundation's and Swift's own types; null is `NSNull`.
  mutating func parse() throws(Failure) -> Any {
    let value = try value(depth: 0, at: "")
    try skipBlanks()
    if place < scalars.count { throw failure(.afterTheEnd) }
    return value
  }

  private func failure(_ fault: Fault, at other: Int? = nil) -> Failure {
    let place = min(other ?? place, scalars.count)
    let line = line(of: place)
    return Failure(line: line, column: place - lineStarts[line - 1] + 1, fault: fault)
  }

  /// The line, from 1, that a place is on, found by halving, since every key asks.
  private func line(of place: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= place { low = middle } else { high = middle }
    }
    return low + 1
  }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func skipBlanks() throws(Failure) {
    while let scalar = next {
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
        place += 1
      } else if scalar == "/", place + 1 < scalars.count, scalars[place + 1] == "/" {
        hasComments = true
        while place < scalars.count, scalars[place] != "\n" { place += 1 }
      } else if scalar == "/", place + 1 < scalars.count, scalars[place + 1] == "*" {
        let start = place
        hasComments = true
        place += 2
        while place + 1 < scalars.count, scalars[place] != "*" || scalars[place + 1] != "/" {
          place += 1
        }
        guard place + 1 < scalars.count else {
          throw failure(.neverClosed(.comment), at: start)
        }
        place += 2
      } else {
        return
      }
    }
  }

  private mutating func value(depth: Int, at path: String) throws(Failure) -> Any {
    guard depth < Self.deepest else { throw failure(.tooDeep) }
    try skipBlanks()
    switch next {
    case "{": return try object(depth: depth, at: path)
    case "[": return try list(depth: depth, at: path)
    case "\"", "'": return try string()
    case let scalar? where scalar == "-" || scalar == "+" || scalar == "." || isDigit(scalar):
      return try number()
    default: break
    }
    let start = place
    switch word() {
    case "true": return true
    case "false": return false
    case "null": return NSNull()
    default:
      place = start
      throw failure(.expected(.value, found: next))
    }
  }

  private mutating func object(depth: Int, at path: String) throws(Failure) -> [String: Any] {
    let start = place
    place += 1
    var members: [String: Any] = [:]
    while true {
      try skipBlanks()
      if next == "}" {
        place += 1
        return members
      }
      if next == nil { throw failure(.neverClosed(.object), at: start) }
      let keyPlace = place
      let key = next == "\"" || next == "'" ? try string() : word()
      if key.isEmpty { throw failure(.expected(.key, found: next)) }
      try skipBlanks()
      guard next == ":" else { throw failure(.colonExpected(afterKey: key)) }
      place += 1
      let keyPath = path.isEmpty ? key : "\(path).\(key)"
      lines[keyPath] = line(of: keyPlace)
      let value = try value(depth: depth + 1, at: keyPath)
      if members.updateValue(value, forKey: key) != nil {
        throw failure(.keyTwice(key), at: keyPlace)
      }
      try separator("}")
    }
  }

  private mutating func list(depth: Int, at path: String) throws(Failure) -> [Any] {
    let start = place
    place += 1
    var values: [Any] = []
    while true {
      try skipBlanks()
      if next == "]" {
        place += 1
        return values
      }
      if next == nil { throw failure(.neverClosed(.list), at: start) }
      let itemPath = "\(path)[\(values.count)]"
      lines[itemPath] = line(of: place)
      values.append(try value(depth: depth + 1, at: itemPath))
      try separator("]")
    }
  }

  private mutating func separator(_ end: Unicode.Scalar) throws(Failure) {
    try skipBlanks()
    if next == "," {
      place += 1
    } else if next != end && next != nil {
      throw failure(.expected(.commaOr(end), found: next))
    }
  }

  private mutating func string() throws(Failure) -> String {
    let start = place
    let quote = next
    place += 1
    var text = String.UnicodeScalarView()
    while let scalar = next {
      place += 1
      if scalar == quote { return String(text) }
      if scalar == "\n" { break }
      text.append(scalar == "\\" ? try escape() : scalar)
    }
    throw failure(.neverClosed(.text), at: start)
  }

  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    guard let scalar = next else { throw failure(.backslashAtEnd) }
    place += 1
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u":
      let high = try hexadecimal()
      if let plain = Unicode.Scalar(high) { return plain }
      guard next == "\\", place + 1 < scalars.count, scalars[place + 1] == "u" else {
        throw failure(.halfAPair)
      }
      place += 2
      let low = try hexadecimal()
      guard (0xD800..<0xDC00).contains(high), (0xDC00..<0xE000).contains(low),
        let pair = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
      else { throw failure(.halfAPair) }
      return pair
    default: return scalar
    }
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    let digits = scalars[place..<min(place + 4, scalars.count)]
    guard digits.count == 4, digits.allSatisfy(\.properties.isASCIIHexDigit),
      let code = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
    else { throw failure(.hexadecimalExpected) }
    place += 4
    return code
  }

  private mutating func number() throws(Failure) -> Any {
    let start = place
    while let scalar = next, isDigit(scalar) || "+-.eE".unicodeScalars.contains(scalar) {
      place += 1
    }
    let text = String(String.UnicodeScalarView(scalars[start..<place]))
    if let whole = Int(text) { return whole }
    guard let number = Double(text), number.isFinite else {
      throw failure(.noNumber(text), at: start)
    }
    return number
  }

  /// A bare key or word; empty where none begins.
  private mutating func word() -> String {
    let start = place
    while let scalar = next,
      scalar.properties.isAlphabetic || isDigit(scalar) || scalar == "_" || scalar == "$"
    {
      place += 1
    }
    return String(String.UnicodeScalarView(scalars[start..<place]))
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
