// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// The minutes that must lie between two sessions, whatever rooms they have: for a person who must be
/// in both (`person-free`), for one that runs alone (`exclusive`), for `must` links `apart`.
package struct SessionGaps: TermSet {
  /// By pair, symmetric; -1 for none.
  package var minutes: SquareTable<SessionPosition, Int>

  /// Nothing keeps apart yet.
  package init(sessions: Int) { minutes = SquareTable(repeating: -1, side: sessions) }

  package static let sort = TermSort.sessionGaps
  package static var list: WritableKeyPath<Terms, Self> { \.sessionGaps }

  package var longestRest: Int { max(0, minutes.values.max() ?? 0) }

  package func tally(in problem: PlanningProblem) -> Tally { .pairs(self) }

  package func inside(_ selection: Selection) -> SessionGaps {
    var part = self
    part.minutes = minutes.restricted(to: selection.chosen)
    return part
  }

  package func among(_ holding: inout Holding) -> SessionGaps {
    let longest = longestRest
    for (own, p) in holding.free.chosen.enumerated() {
      holding.forEachClose(to: own, within: longest) { table, start, other, distance in
        let gap = minutes[p, other.session]
        guard gap >= 0, distance < gap else { return }
        for r in table.rooms.indices { table.charge(nil, start: start, room: r) }
      }
    }
    return inside(holding.free)
  }

  package func sight(in problem: PlanningProblem) -> RoomSight { .blind }

  package func encode(to container: inout KeyedEncodingContainer<TermSort>) throws {
    try container.encode(minutes.triples { $0 >= 0 }, forKey: Self.sort)
  }

  package var crowds: [[SessionPosition]] { [] }

  package func addPull(
    of p: SessionPosition, to weights: inout TypedArray<SessionPosition, Double>
  ) {
    for q in weights.indices where minutes[p, q] >= 0 { weights[q] += 6 }
  }
}

extension SessionGaps: PairTally {
  package func dealings(of p: SessionPosition, among stands: Stands) -> Score {
    stands.sum(near: p) { q, here, there in
      let gap = minutes[p, q]
      let isBroken = gap >= 0 && stands.isTooClose(p, here, q, there, gap: gap)
      return Score(violations: isBroken ? 1 : 0, cost: 0)
    }
  }

  package func lay(on layout: inout BoardLayout) { layout.requiredGap = minutes }
}

// MARK: Rows

extension SessionGaps {
  package func addRows(to program: inout DraftProgram) {
    addPersonRows(to: &program)
    addPairRows(to: &program)
  }

  /// One clique per person and moment, transfer included, instead of pairs.
  private func addPersonRows(to program: inout DraftProgram) {
    let problem = program.problem
    let transfer = problem.scenario.meeting.transferMinutes
    var written: Set<[SessionPosition]> = []
    for (person, own) in problem.requiredSessions where own.count > 1 && areApart(own, transfer) {
      // People who must attend the same sessions are one.
      guard written.insert(own).inserted else { continue }
      for moment in program.moments(of: own) {
        var running = LinearExpression()
        for p in own { running.add(program.active(p, at: moment, after: transfer)) }
        if running.factors.count > 1 {
          program.require(
            "\(problem.scenario.people[person].id) at \(moment)", running, atMost: 1)
        }
      }
    }
  }

  /// Whether any two of some sessions keep at least so many minutes.
  private func areApart(_ sessions: [SessionPosition], _ rest: Int) -> Bool {
    sessions.allSatisfy { p in sessions.allSatisfy { p == $0 || minutes[p, $0] >= rest } }
  }

  /// Pairs that no person says all about, moment by moment.
  private func addPairRows(to program: inout DraftProgram) {
    let problem = program.problem
    let sessions = problem.sessions.indices
    let byPerson = problem.transferGaps
    for p in sessions {
      for q in p.next..<sessions.upperBound where minutes[p, q] > byPerson[p, q] {
        let gap = minutes[p, q]
        for moment in program.moments(of: [p, q]) {
          var both = program.active(p, at: moment, after: gap)
          let other = program.active(q, at: moment, after: gap)
          if both.isEmpty || other.isEmpty { continue }
          both.add(other)
          program.require(
            "\(problem.session(p).id) or \(problem.session(q).id) at \(moment)", both, atMost: 1)
        }
      }
    }
  }

  /// An exclusive session that runs stands for all rooms. What people ask is said by `PersonRows`
  /// where a point breaks it.
  package func addRows(to program: inout AggregateProgram) {
    let problem = program.problem
    let rooms = problem.mostRoomsAtOnce
    let sessions = problem.sessions.indices
    let runsAlone = TypedArray(over: sessions) { p in
      problem.session(p).isExclusive && sessions.allSatisfy { p == $0 || minutes[p, $0] >= 0 }
    }
    guard runsAlone.contains(true) else { return }
    let weights = sessions.map { ($0, runsAlone[$0] ? rooms : 1) }
    program.addBlockRows("exclusive", rest: 0, weights) { $0 * rooms }
  }
}

extension PlanningProblem {
  /// By pair, the transfer of a person who must be in both; -1 for none.
  fileprivate var transferGaps: SquareTable<SessionPosition, Int> {
    var gaps = SquareTable<SessionPosition, Int>(repeating: -1, side: sessions.count)
    let transfer = scenario.meeting.transferMinutes
    for (_, own) in requiredSessions {
      for (i, a) in own.enumerated() {
        for b in own[(i + 1)...] { gaps.setBoth(a, b) { _ in transfer } }
      }
    }
    return gaps
  }
}
