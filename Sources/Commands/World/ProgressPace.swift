// SPDX-License-Identifier: GPL-3.0-or-later

import Threads

/// When a line of progress is to be said again: soon when it has something new, and now and then when
/// it has not.
struct ProgressPace {
  /// Seconds between two lines that say the same, where no terminal draws over them.
  static let patience = 15.0

  private var said = ""
  private var since: Stopwatch?

  /// Whether words are due; they count as said then.
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
