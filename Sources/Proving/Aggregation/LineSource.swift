// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// Something that finds lines about a family's sessions.
protocol LineSource: Sendable {
  /// The highest line where so many of each type run on average, or one nearly as high.
  ///
  /// - Parameter mostRounds: programs solved before the best line so far has to do.
  mutating func cut(
    at running: [Double], mostRounds: Int, _ limits: SolveLimits, _ cancellation: Cancellation
  ) -> FamilyCuts.Cut?
}
