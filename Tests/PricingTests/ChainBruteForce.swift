// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Pricing
import Rules

/// Every swap and chain of a small programme, each judged by two whole reviews of the referee.
struct ChainBruteForce {
  /// A chain by what anybody can see of it.
  struct Found: Hashable {
    let change: Int
    let steps: [Step]
  }

  struct Step: Hashable {
    let session: Int
    let start: WallTime
    let room: Int
  }

  private let drawn: RandomProgramme
  private let before: Review
  /// By session.
  private let places: [Step?]
  private(set) var found: [Found] = []
  /// Rules that barred one at least.
  private(set) var barring: Set<HardRule> = []
  private(set) var tried = 0

  init(_ drawn: RandomProgramme, moving first: Int, staying: Set<Int> = []) {
    self.drawn = drawn
    before = drawn.review(drawn.programme.schedule)
    let rooms = drawn.scenario.rooms
    var rows: [String: Schedule.Row] = [:]
    for row in drawn.programme.schedule.rows { rows[row.session] = row }
    places = drawn.scenario.sessions.enumerated().map { index, session in
      guard let row = rows[session.id], let start = row.start,
        let room = rooms.firstIndex(where: { $0.id == row.room })
      else { return nil }
      return Step(session: index, start: start, room: room)
    }
    extend([first], staying)
    found.sort(by: Self.isBetter)
  }

  private static func isBetter(_ one: Found, _ other: Found) -> Bool {
    func key(_ found: Found) -> [Int] {
      [found.change, found.steps.count] + found.steps.map(\.session)
        + found.steps.flatMap { [$0.start.minutes, $0.room] }
    }
    return key(one).lexicographicallyPrecedes(key(other))
  }

  private mutating func extend(_ sessions: [Int], _ staying: Set<Int>) {
    if let last = sessions.last, sessions.count > 1 {
      if let home = places[sessions[0]] { judge(sessions, home.start, home.room) }
      for start in PricedProgramme.starts(of: last, in: drawn.scenario) {
        for room in drawn.scenario.rooms.indices
        where !places.contains(where: { $0?.start == start && $0?.room == room }) {
          judge(sessions, start, room)
        }
      }
    }
    guard sessions.count < 4 else { return }
    for next in places.indices
    where places[next] != nil && !sessions.contains(next) && !staying.contains(next) {
      extend(sessions + [next], staying)
    }
  }

  private mutating func judge(_ sessions: [Int], _ start: WallTime, _ room: Int) {
    var steps: [Step] = []
    for (index, session) in sessions.enumerated() {
      let goal =
        sessions.dropFirst(index + 1).first.flatMap { places[$0] }
        ?? Step(session: session, start: start, room: room)
      steps.append(Step(session: session, start: goal.start, room: goal.room))
    }
    let goals = Set(steps.map { [$0.start.minutes, $0.room] })
    guard goals.count == steps.count,
      steps.allSatisfy({
        places[$0.session]?.start != $0.start || places[$0.session]?.room != $0.room
      })
    else { return }
    tried += 1
    let ids = Set(steps.map { drawn.scenario.sessions[$0.session].id })
    let after = drawn.review(
      Schedule(
        rows: drawn.programme.schedule.rows.filter { !ids.contains($0.session) }
          + steps.map {
            .placed(
              drawn.scenario.sessions[$0.session].id, $0.start, drawn.scenario.rooms[$0.room].id)
          }))
    let new = after.violations.filter { violation in
      !ids.isDisjoint(with: violation.sessions)
        && !before.violations.contains {
          $0.rule == violation.rule && $0.sessions == violation.sessions
            && $0.limit == violation.limit
        }
    }
    barring.formUnion(new.map(\.rule))
    guard new.isEmpty else { return }
    found.append(Found(change: after.objective - before.objective, steps: steps))
  }
}

extension ChainBruteForce.Found {
  init(_ chain: MoveChain) {
    change = chain.change
    steps = chain.steps.map {
      ChainBruteForce.Step(session: $0.session, start: $0.start, room: $0.room)
    }
  }
}
