// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Meetings
import PlanningProblems
import Rules
import Texts

/// `--allow-unplaced`: what the best partial draft of a meeting that is too full leaves out.
struct Unplaced {
  /// Ids of the sessions left out that must be placed.
  var sessions: [String] = []
  /// At least this many are left out of any schedule; proven.
  let atLeast: Int
  /// What leaving out each of them costs in the search.
  let prices: UnplacedPrices

  init(atLeast: Int, prices: UnplacedPrices) {
    self.atLeast = atLeast
    self.prices = prices
  }

  /// The same with what a schedule leaves out; `nil` if it leaves out nothing that must be placed.
  func reading(_ schedule: Schedule, of scenario: Scenario) -> Unplaced? {
    let must = Set(scenario.sessions.filter { $0.placement == .must }.map(\.id))
    var read = self
    read.sessions = schedule.rows.filter { $0.status == .unplaced && must.contains($0.session) }
      .map(\.session)
    return read.sessions.isEmpty ? nil : read
  }

  /// What the search adds to the referee's objective for them.
  func surcharge(_ scenario: Scenario) -> Int {
    let out = Set(sessions)
    return scenario.sessions.filter { out.contains($0.id) }.reduce(0) { $0 + prices.price($1) }
  }

  /// Whether a violation says no more than that these sessions are left out.
  func explains(_ violation: Review.Violation) -> Bool {
    violation.rule == .placedOnce && violation.sessions.allSatisfy(sessions.contains)
  }

  var words: String {
    let count = sessions.count
    let proof =
      atLeast >= count
      ? "No schedule leaves out fewer; proven."
      : atLeast == 0
        ? "It is not proven that any must be left out."
        : "At least \(Count.of(atLeast, "has", "have")) to be left out; proven."
    return "A partial draft: \(Count.of(count, "session")) that must be placed"
      + " \(count == 1 ? "is" : "are") left out: \(sessions.joined(separator: ", ")). \(proof)"
  }
}
