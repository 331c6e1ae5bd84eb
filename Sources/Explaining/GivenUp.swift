// SPDX-License-Identifier: GPL-3.0-or-later

/// What giving up one request alone does to the whole meeting, all others kept.
public enum GivenUp: String, Sendable {
  /// A schedule of the whole meeting was found, and the referee accepted it.
  case possible
  /// Proven: still no schedule.
  case impossible
  /// Neither was found within the work allowed.
  case undecided
  /// Interrupted before its turn.
  case notReached = "not-reached"
}

extension Contradiction {
  /// How many of the requests have this effect when given up alone.
  func count(_ state: GivenUp) -> Int { givenUp.count { $0 == state } }
}

extension Contradiction {
  /// Whether it is a contradiction whatever else is kept: either a pin that frees a session of it
  /// from the listed starts is among its own requests, or listed starts are not.
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

  /// - Returns: the contradictions with their answers, and what was not reached.
  func checked(
    _ contradictions: [Contradiction], tell: (ExplainStep) -> Void
  ) -> ([Contradiction], [ExplainStep]) {
    var checked = contradictions
    var missing: [ExplainStep] = []
    let offStarts = Loosening.pinnedOffStarts(feasibility.scenario)
    for (number, contradiction) in contradictions.enumerated() {
      // Giving up something that leaves another contradiction whole cannot be enough.
      let others = contradictions.filter { $0.holds(offStarts) }.map(\.indices)
      let searched = searched(contradiction)
      let all = contradiction.indices.count
      var asked = 0
      for (position, index) in contradiction.indices.sorted().enumerated() {
        tell(.givenUp(contradiction: number + 1, asked: asked, of: all))
        let isHopeless = others.contains { !$0.contains(index) } || isOverfull(without: index)
        let answer: GivenUp =
          isHopeless ? .impossible : searched.contains(index) ? answer(index) : .undecided
        checked[number].givenUp[position] = answer
        if answer != .notReached { asked += 1 }
      }
      if asked < all {
        missing.append(.givenUp(contradiction: number + 1, asked: asked, of: all))
      }
    }
    return (checked, missing)
  }

  /// The requests of a contradiction that a search may be asked about: without one session, the
  /// rest of so full a meeting is a puzzle of its own, so only some of its sessions are tried.
  private func searched(_ contradiction: Contradiction) -> Set<Int> {
    guard contradiction.isFull else { return contradiction.indices }
    let sessions = contradiction.indices.sorted().filter { session($0) != nil }
    let open = sessions.filter { !isOverfull(without: $0) }
    return contradiction.indices.subtracting(sessions).union(open.prefix(Self.mostPuzzles))
  }

  /// Puzzles that are tried: each may take as long as a search for a whole draft.
  static let mostPuzzles = 12

  private func session(_ index: Int) -> Int? {
    guard case .session(let session) = feasibility.requests[index].demand else { return nil }
    return session
  }

  private func isOverfull(without index: Int) -> Bool {
    session(index).map { feasibility.isOverfull(without: $0) } ?? false
  }

  private func answer(_ index: Int) -> GivenUp {
    switch feasibility.answer(taking: [.giveUp(feasibility.requests[index].demand)]) {
    case .possible: return .possible
    case .impossible: return .impossible
    case .undecided: return feasibility.isInterrupted ? .notReached : .undecided
    }
  }
}
