// SPDX-License-Identifier: GPL-3.0-or-later

extension StringProtocol {
  /// The text broken at blanks into lines of at most this many terminal columns; a longer word has
  /// a line of its own and is not broken. At least one line, perhaps an empty one.
  public func wrapped(to width: Int) -> [String] {
    var lines: [String] = [""]
    for word in split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.columns + 1 + word.columns <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The same as lines of a text: the first after `first`, the others after `rest`.
  public func wrapped(to width: Int, first: String, rest: String) -> String {
    wrapped(to: Swift.max(20, width - rest.columns)).enumerated()
      .map { ($0 == 0 ? first : rest) + $1 + "\n" }.joined()
  }

  /// A text of several lines, none wider than this many columns if its words allow: what is too
  /// wide continues below, indented a little further.
  public func fitted(to width: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.columns > width else { return String(line) }
      let indent = String(line.prefix { $0 == " " })
      let rest = indent + (indent.count + 4 + 20 <= width ? "    " : "")
      var lines = line.dropFirst(indent.count).wrapped(to: width - indent.columns)
      let others = lines.dropFirst().joined(separator: " ")
      lines = [indent + lines[0]]
      if !others.isEmpty { lines += others.wrapped(to: width - rest.columns).map { rest + $0 } }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
