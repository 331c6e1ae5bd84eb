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
  /// Of those that were found, how many displace two at once: of three moves, of four, and of four where it is
  /// the second that does.
  private(set) var forks = [0, 0, 0]
  private let first: Int
  private let staying: Set<Int>
  private let stays: [Interval?]
  private var known: Set<Set<Step>> = []

  init(_ drawn: RandomProgramme, moving first: Int, staying: Set<Int> = []) {
    self.drawn = drawn
    self.first = first
    self.staying = staying
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
    stays = drawn.scenario.sessions.map { session in
      rows[session.id].flatMap { $0.stay(lasting: session.minutes) }
    }
    extend([first])
    fork([], moving: first)
    for (index, place) in places.enumerated() where index != first && !staying.contains(index) {
      if let place {
        fork([Step(session: first, start: place.start, room: place.room)], moving: index)
      }
    }
    found.sort(by: Self.isBetter)
  }

  private static func isBetter(_ one: Found, _ other: Found) -> Bool {
    func key(_ found: Found) -> [Int] {
      [found.change, found.steps.count] + found.steps.map(\.session)
        + found.steps.flatMap { [$0.start.minutes, $0.room] }
    }
    return key(one).lexicographicallyPrecedes(key(other))
  }

  private mutating func extend(_ sessions: [Int]) {
    if let last = sessions.last, sessions.count > 1 {
      if let home = places[sessions[0]] { judge(sessions, home.start, home.room) }
      for end in free(last) { judge(sessions, end.start, end.room) }
    }
    guard sessions.count < 4 else { return }
    for next in places.indices
    where places[next] != nil && !sessions.contains(next) && !staying.contains(next) {
      extend(sessions + [next])
    }
  }

  /// The starts that a session may have, in each room in which no session begins then.
  private func free(_ session: Int) -> [Step] {
    everywhere(session).filter { end in
      !places.contains { $0?.start == end.start && $0?.room == end.room }
    }
  }

  private func everywhere(_ session: Int) -> [Step] {
    PricedProgramme.starts(of: session, in: drawn.scenario).flatMap { start in
      drawn.scenario.rooms.indices.map { Step(session: session, start: start, room: $0) }
    }
  }

  private mutating func judge(_ sessions: [Int], _ start: WallTime, _ room: Int) {
    judge(
      sessions.enumerated().map { index, session in
        let goal =
          sessions.dropFirst(index + 1).first.flatMap { places[$0] }
          ?? Step(session: session, start: start, room: room)
        return Step(session: session, start: goal.start, room: goal.room)
      })
  }

  /// Puts a session wherever two others are in its way, and those two to all places.
  private mutating func fork(_ steps: [Step], moving session: Int) {
    for step in everywhere(session) {
      let inTheWay = inTheWay(of: step, besides: steps.map(\.session))
      guard inTheWay.count == 2, staying.isDisjoint(with: inTheWay) else { continue }
      putDown(steps + [step], inTheWay, isSecond: !steps.isEmpty)
    }
  }

  private func inTheWay(of step: Step, besides moving: [Int]) -> [Int] {
    let rooms = drawn.scenario.rooms
    let parts = rooms.indices.map { rooms[$0].parts.isEmpty ? [$0] : rooms[$0].parts + [$0] }
    let end = step.start.minutes + drawn.scenario.sessions[step.session].minutes
    return places.indices.filter { other in
      guard other != step.session, !moving.contains(other), let place = places[other],
        let stay = stays[other],
        !Set(parts[place.room]).isDisjoint(with: parts[step.room])
      else { return false }
      let turnover = max(
        rooms[place.room].turnoverMinutes, rooms[step.room].turnoverMinutes)
      return step.start.minutes - stay.end.minutes < turnover
        && stay.start.minutes - end < turnover
    }
  }

  private mutating func putDown(_ steps: [Step], _ waiting: [Int], isSecond: Bool) {
    guard let session = waiting.first else {
      if known.insert(Set(steps)).inserted {
        let count = found.count
        judge(
          steps.filter { $0.session == first }
            + steps.filter { $0.session != first }.sorted { $0.session < $1.session })
        forks[isSecond ? 2 : steps.count - 3] += found.count - count
      }
      return
    }
    let rest = Array(waiting.dropFirst())
    for end in free(session) { putDown(steps + [end], rest, isSecond: isSecond) }
    if let home = places[first] {
      putDown(
        steps + [Step(session: session, start: home.start, room: home.room)], rest,
        isSecond: isSecond)
    }
    guard steps.count + waiting.count < 4 else { return }
    for next in places.indices
    where next != first && !waiting.contains(next) && !staying.contains(next)
      && !steps.contains(where: { $0.session == next })
    {
      guard let place = places[next] else { continue }
      putDown(
        steps + [Step(session: session, start: place.start, room: place.room)], rest + [next],
        isSecond: isSecond)
    }
  }

  private mutating func judge(_ steps: [Step]) {
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
