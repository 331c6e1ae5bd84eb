// SPDX-License-Identifier: GPL-3.0-or-later

@testable import PlanningProblems
@testable import Searching

extension PlanningProblem {
  /// A random schedule that keeps the hard rules: sessions in any order, each at any place where it
  /// breaks none. Most random scenarios are so full of rules that drawing whole schedules finds none.
  ///
  /// - Returns: `nil` if a number of tries find none, so also if there is none.
  func legalAssignment(_ random: inout SeededGenerator, tries: Int = 20) -> Assignment? {
    for _ in 0..<tries {
      let working = filled(&random)
      if working.score.violations == 0 { return working.assignment }
    }
    return nil
  }

  private func filled(_ random: inout SeededGenerator) -> WorkingSchedule {
    var working = WorkingSchedule(self)
    for p in sessions.indices.shuffled(using: &random) {
      let mended = unplacedCost[p] == nil ? 1 : 0
      for place in places[p].all.shuffled(using: &random) {
        let before = working.score.violations
        working.put(p, at: place)
        if working.score.violations <= before - mended { break }
        working.take(p)
      }
    }
    return working
  }
}

extension PlaceTable {
  /// All places that a session may take.
  var all: [Assignment.Place] {
    starts.indices.flatMap { s in rooms.indices.map { Assignment.Place(start: s, room: $0) } }
      .filter { price($0.start, $0.room) != nil }
  }
}
