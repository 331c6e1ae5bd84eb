// SPDX-License-Identifier: GPL-3.0-or-later

import Planning

extension Planner.Effort {
  /// For a search that begins from a schedule that stands: the local search gets near a good one soon.
  mutating func beginFromGood() { movesPerSession /= 10 }
}
