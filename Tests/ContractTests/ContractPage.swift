// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A Markdown page of the contract, read only as far as tests ask: headings, tables, words set as code.
struct ContractPage {
  let lines: [String]

  private init(lines: [String]) { self.lines = lines }

  /// - Parameter path: from the repository's top.
  init(_ path: String) throws {
    lines = try Self.text(path).components(separatedBy: "\n")
  }

  static let top = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  static func text(_ path: String) throws -> String {
    try String(contentsOf: top.appending(path: path), encoding: .utf8)
  }

  /// What is between a heading that begins with these words and the next one.
  func section(_ heading: String) -> ContractPage {
    let rest = lines.drop { !$0.hasPrefix("## \(heading)") }.dropFirst()
    return ContractPage(lines: Array(rest.prefix { !$0.hasPrefix("## ") }))
  }

  /// The rows of the table that has this header, each as its cells.
  func table(_ header: [String]) -> [[String]] {
    let rest = lines.drop { Self.cells($0) != header }.dropFirst(2)
    return rest.prefix { $0.hasPrefix("|") }.map(Self.cells)
  }

  private static func cells(_ line: String) -> [String] {
    guard line.hasPrefix("| "), line.hasSuffix(" |") else { return [] }
    return line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
  }

  /// The rest of the line after some words.
  func line(after words: String) -> String? {
    lines.lazy.compactMap { line in
      line.range(of: words).map { String(line[$0.upperBound...]) }
    }.first
  }

  var code: [String] { lines.flatMap(\.code) }
}

extension String {
  /// What is set as code, in order.
  var code: [String] {
    components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  /// The names of the first list set as code: `a, b, c`.
  var names: [String] { (code.first ?? "").components(separatedBy: ", ") }
}
