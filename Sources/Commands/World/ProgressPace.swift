// SPDX-License-Identifier: GPL-3.0-or-later

import Threads

/// When to print a line of progress again: soon if it has something new, now and then if not.
struct ProgressPace {
  /// Seconds between two lines that say the same, where no terminal draws over them.
  static let patience = 15.0

  private var said = ""
  private var since: Stopwatch?

  /// Whether words are due; if so, they count as printed.
  ///
  /// - Parameters:
  ///   - pause: seconds after which the same words are said again.
  ///   - least: seconds after which other words are said.
  mutating func isDue(_ words: String, atLeastEvery pause: Double, onNews least: Double) -> Bool {
    let gone = since?.seconds ?? .infinity
    guard gone >= (words == said ? pause : least) else { return false }
    said = words
    since = Stopwatch()
    return true
  }
}
