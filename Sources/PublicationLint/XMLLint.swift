// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import XMLReading

/// An XML file: well formed, as expat reads it, and of the kind that its name says.
enum XMLLint {
  private static let declaration = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  /// The outermost element of a file, by the end of its path.
  private static let roots: [(end: String, name: String)] = [
    ("/schedule.xml", "schedule"), (".xcal.xml", "icalendar"), (".atom", "feed"),
  ]

  static func findings(_ file: LintFile) -> [LintFinding] {
    guard file.data.starts(with: declaration) else {
      return [LintFinding(file.path, .noDeclaration)]
    }
    let reader = RootReader()
    do {
      try reader.read(file.data)
    } catch {
      return [finding(file.path, error)]
    }
    let root = reader.root ?? ""
    if let bad = reader.badAddress { return [LintFinding(file.path, .badAddress(bad))] }
    guard let expected = roots.first(where: { file.path.hasSuffix($0.end) })?.name,
      root != expected
    else { return [] }
    return [LintFinding(file.path, .wrongRoot(root, expected: expected))]
  }

  private static func finding(_ path: String, _ failure: XMLReader.Failure) -> LintFinding {
    switch failure {
    case .broken(let line): LintFinding(path, line, .notWellFormed)
    case .declaresType: LintFinding(path, .declaresType)
    case .large: LintFinding(path, .large)
    }
  }
}

/// Finds the first element, and an address that must not go out; expat sees to the rest.
private final class RootReader: XMLReader {
  private(set) var root: String?
  private(set) var badAddress: String?
  private var text = ""

  /// Elements whose text is an address, in calendars (RFC 6321, section 3.4) and for conference apps.
  private static let addresses: Set<Substring> = ["uri", "cal-address", "url", "base_url"]

  override func begin(_ name: Substring, _ attributes: [String: String]) {
    if root == nil { root = String(name) }
    text = ""
    if let link = attributes["href"] { check(link) }
  }

  override func take(_ text: String) { self.text += text }

  override func end(_ name: Substring) {
    // An element with others in it holds nothing but blanks of its own.
    let isFilled = !text.allSatisfy(\.isWhitespace)
    if isFilled, Self.addresses.contains(name) { check(text) }
    text = ""
  }

  private func check(_ address: String) {
    if badAddress == nil, WebAddress(exactly: address) == nil { badAddress = address }
  }
}
