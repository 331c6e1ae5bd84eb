// SPDX-License-Identifier: GPL-3.0-or-later

extension JSON5Parser {
  /// What is wrong with a text as JSON5, and where: line and column from 1.
  struct Failure: Error {
    let line: Int
    let column: Int
    let fault: Fault

    var sentence: String { fault.sentence }
  }

  enum Fault: Hashable {
    /// What a place should hold and what is there; `nil`: the end.
    case expected(Expected, found: Unicode.Scalar?)
    case neverClosed(Part)
    case colonExpected(afterKey: String)
    case keyTwice(String)
    case afterTheEnd
    case tooDeep
    case backslashAtEnd
    case halfAPair
    case hexadecimalExpected
    case noNumber(String)
  }

  enum Expected: Hashable {
    case value
    case key
    /// A comma, or the bracket that closes.
    case commaOr(Unicode.Scalar)
  }

  enum Part: String { case comment, object, list, text }
}

extension JSON5Parser.Fault {
  /// To follow a colon; without a full stop.
  var sentence: String {
    switch self {
    case .expected(let expected, let found):
      "\(expected.words) is expected and \(found.map { "'\($0)'" } ?? "the end") is there"
    case .neverClosed(.comment): "a comment is never closed"
    case .neverClosed(.object): "an object that begins here is never closed"
    case .neverClosed(.list): "a list that begins here is never closed"
    case .neverClosed(.text): "a text that begins here is never closed"
    case .colonExpected(let key): "a colon is expected after '\(key)'"
    case .keyTwice(let key): "the key '\(key)' appears twice in one object"
    case .afterTheEnd: "something follows the end"
    case .tooDeep: "the file is nested too deeply"
    case .backslashAtEnd: "the text ends after a backslash"
    case .halfAPair: "half of a pair is alone"
    case .hexadecimalExpected: "four hexadecimal digits are expected after \\u"
    case .noNumber(let text): "'\(text)' is not a number"
    }
  }
}

extension JSON5Parser.Expected {
  fileprivate var words: String {
    switch self {
    case .value: "a value"
    case .key: "a key"
    case .commaOr(let end): "a comma or '\(end)'"
    }
  }
}
