// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Planning

@Suite("How long coolings are")
struct CoolingPlanTests {
  /// The lengths of all coolings of a search that may make so many moves.
  private func lengths(_ total: Int, hasStart: Bool = false) -> [Int] {
    var plan = CoolingPlan(firstMoves: 1_000, hasStart: hasStart)
    var lengths: [Int] = []
    var left = total
    while left > 0 {
      let cooling = plan.next(affordable: left, hasIncumbent: true)
      lengths.append(min(cooling.moves, left))
      left -= cooling.moves
      plan.advance()
    }
    return lengths
  }

  @Test("The last takes what is left, and that is more than half of all", arguments: 1...200)
  func last(thousands: Int) {
    let lengths = lengths(thousands * 5_000)
    #expect(lengths.reduce(0, +) == thousands * 5_000)
    #expect((lengths.last ?? 0) * 2 > thousands * 5_000)
  }

  @Test("Where no end is known each is twice as long as the one before")
  func doubling() {
    var plan = CoolingPlan(firstMoves: 1_000, hasStart: false)
    for round in 0..<5 {
      #expect(plan.next(affordable: nil, hasIncumbent: true).moves == 1_000 << round)
      plan.advance()
    }
  }

  @Test("A known schedule is mended at less heat than it would be looked for")
  func heat() {
    let mending = CoolingPlan(firstMoves: 1_000, hasStart: true)
    let finding = CoolingPlan(firstMoves: 1_000, hasStart: false)
    let mended = mending.next(affordable: nil, hasIncumbent: true)
    let improved = finding.next(affordable: nil, hasIncumbent: true)
    let found = finding.next(affordable: nil, hasIncumbent: false)
    #expect(mended.hot < improved.hot && improved.hot < found.hot)
  }
}
