// SPDX-License-Identifier: GPL-3.0-or-later

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

/// Finds the first element; expat checks the rest.
private final class RootReader: XMLReader {
  private(set) var root: String?

  override func begin(_ name: Substring, _ attributes: [String: String]) {
    if root == nil { root = String(name) }
  }
}
