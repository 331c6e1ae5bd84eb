// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("Scores in one word")
struct PackedScoreTests {
  @Test(
    "Sums are those of the scores, while they are taken apart and put together again",
    .judges(atLeast: 400))
  func sums() {
    var random = SeededGenerator(seed: 5)
    var packed = PackedScore.zero
    var plain = Score.zero
    var known: [Score] = []
    for _ in 0..<400 {
      if known.isEmpty || random.below(2) == 0 {
        let score = Score(
          violations: random.below(300), cost: random.below(2) == 0 ? 0 : random.below(1 << 30))
        known.append(score)
        packed += PackedScore(score)
        plain += score
      } else {
        let score = known.remove(at: random.below(known.count))
        packed -= PackedScore(score)
        plain = plain - score
      }
      judged()
      #expect(packed.score == plain)
    }
  }
}
