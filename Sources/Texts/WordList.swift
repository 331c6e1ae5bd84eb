// SPDX-License-Identifier: GPL-3.0-or-later

extension Collection<String> {
  /// In words: `a`, `a and b`, `a, b and c`; nothing where there is nothing.
  public var listed: String {
    let words = Array(self)
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The first few, and how many more there are: `a, b and 3 more`; if there are no more, all of
  /// them with only commas.
  public func listed(atMost most: Int) -> String {
    let more = count - most
    return prefix(most).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
