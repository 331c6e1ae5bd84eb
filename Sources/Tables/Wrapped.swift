// SPDX-License-Identifier: GPL-3.0-or-later

extension StringProtocol {
  /// The text broken at blanks into lines of at most so many characters; a word that is longer has a
  /// line of its own and is not broken. At least one line, perhaps an empty one.
  public func wrapped(to width: Int) -> [String] {
    var lines: [String] = [""]
    for word in split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The same as lines of a text: the first behind `first`, the others behind `rest`.
  public func wrapped(to width: Int, first: String, rest: String) -> String {
    wrapped(to: Swift.max(20, width - rest.count)).enumerated()
      .map { ($0 == 0 ? first : rest) + $1 + "\n" }.joined()
  }
}
