// SPDX-License-Identifier: GPL-3.0-or-later

/// What giving up one request alone does to the whole meeting, all others kept.
public enum GivenUp: String, Sendable {
  /// A schedule of the whole meeting was found, and the referee accepted it.
  case possible
  /// Proven: still no schedule.
  case impossible
  /// Neither was found within the work that is granted.
  case undecided
  /// Interrupted before its turn.
  case notReached = "not-reached"
}

extension Contradiction {
  /// How many of the requests do so where they alone are given up.
  func count(_ state: GivenUp) -> Int { givenUp.count { $0 == state } }
}

extension Contradiction {
  /// Whether it contradicts whatever else is kept: a pin that frees a session of it from the listed
  /// starts is among its own requests, or listed starts are not.
  func holds(_ pinnedOffStarts: Set<Int>) -> Bool {
    let demands = Set(requests.map(\.demand))
    let asksForStarts = demands.contains { if case .starts = $0 { true } else { false } }
    return !asksForStarts
      || pinnedOffStarts.allSatisfy {
        !demands.contains(.session($0)) || demands.contains(.pinnedStart($0))
      }
  }
}

/// Asks of each request of some contradictions what giving it up alone does to the whole meeting.
struct GivenUpCheck {
  let feasibility: Feasibility

  /// - Returns: the contradictions with their answers, and what was not got to.
  func checked(
    _ contradictions: [Contradiction], tell: (ExplainStep) -> Void
  ) -> ([Contradiction], [ExplainStep]) {
    var checked = contradictions
    var missing: [ExplainStep] = []
    let offStarts = Loosening.pinnedOffStarts(feasibility.scenario)
    for (number, contradiction) in contradictions.enumerated() {
      // What keeps another contradiction whole cannot be enough.
      let others = contradictions.filter { $0.holds(offStarts) }.map(\.indices)
      let all = contradiction.indices.count { isAsked($0, contradiction) }
      var asked = 0
      for (position, index) in contradiction.indices.sorted().enumerated() {
        tell(.givenUp(contradiction: number + 1, asked: asked, of: all))
        let isHopeless = others.contains { !$0.contains(index) }
        let answer = isHopeless ? .impossible : answer(index, contradiction)
        checked[number].givenUp[position] = answer
        if isAsked(index, contradiction), answer != .notReached { asked += 1 }
      }
      if asked < all {
        missing.append(.givenUp(contradiction: number + 1, asked: asked, of: all))
      }
    }
    return (checked, missing)
  }

  /// Without one session of a meeting that is so full the rest is a puzzle of its own.
  private func isAsked(_ index: Int, _ contradiction: Contradiction) -> Bool {
    if contradiction.isFull, case .session = feasibility.requests[index].demand { return false }
    return true
  }

  private func answer(_ index: Int, _ contradiction: Contradiction) -> GivenUp {
    let demand = feasibility.requests[index].demand
    guard isAsked(index, contradiction) else { return .undecided }
    switch feasibility.answer(taking: [.giveUp(demand)]) {
    case .possible: return .possible
    case .impossible: return .impossible
    case .undecided: return feasibility.isInterrupted ? .notReached : .undecided
    }
  }
}
