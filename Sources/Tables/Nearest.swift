// SPDX-License-Identifier: GPL-3.0-or-later

/// Which known word was probably meant.
public enum Nearest {
  /// The known word with the fewest slips (letters added, left out, changed or swapped), if those
  /// are no more than a third of the word; the first of equals.
  public static func to(_ word: String, among known: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars.prefix(80))
    let most = max(1, letters.count / 3)
    var best: (word: String, slips: Int)?
    for candidate in known {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(80))
      guard abs(other.count - letters.count) <= most else { continue }
      let slips = slips(letters, other)
      if slips <= most, slips < best?.slips ?? .max { best = (candidate, slips) }
    }
    return best?.word
  }

  /// The Damerau–Levenshtein distance, with swaps of neighbours.
  private static func slips(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
