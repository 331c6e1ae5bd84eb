// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

@testable import PlanningProblems

/// What the terms of one sort break and cost in a schedule, counted from the whole of it with none of
/// the planner's tallies. A new sort of term is counted here too, or this does not compile.
struct TermPlainCount {
  let problem: PlanningProblem
  let assignment: Assignment

  private struct Placed {
    let p: SessionPosition
    let start: Int
    let end: Int
    let day: Int
    let room: RoomPosition

    /// Whether both are there within so many minutes of each other.
    func meets(_ other: Placed, rest: Int) -> Bool {
      start < other.end + rest && other.start < end + rest
    }
  }

  private var placed: [Placed] {
    assignment.places.enumerated().compactMap { p, place in
      guard let place else { return nil }
      let table = problem.places[p]
      let start = table.starts[place.start]
      return Placed(
        p: p, start: start, end: start + problem.minutes[p], day: table.days[place.start],
        room: table.rooms[place.room])
    }
  }

  private func pairs() -> [(Placed, Placed)] {
    let placed = placed
    return placed.indices.flatMap { i in placed[(i + 1)...].map { (placed[i], $0) } }
  }

  private func place(of p: SessionPosition) -> Placed? { placed.first { $0.p == p } }

  private func members(_ members: [SessionPosition]) -> [Placed] {
    placed.filter { members.contains($0.p) }
  }

  func score(of sort: TermSort) -> Score {
    let terms = problem.terms
    return switch sort {
    case .roomGaps:
      broken(pairs().count { meets($0, terms.roomGaps.minutes[$0.room, $1.room], $1) })
    case .sessionGaps:
      broken(pairs().count { meets($0, terms.sessionGaps.minutes[$0.p, $1.p], $1) })
    case .overlapPrices:
      paid(
        pairs().filter { $0.meets($1, rest: 0) }
          .reduce(0) { $0 + terms.overlapPrices.price[$1.0.p, $1.1.p] })
    case .timeRelations: sum(terms.timeRelations.all.map { excess($0) })
    case .sameRooms: sum(terms.sameRooms.all.map { excess($0) })
    case .countLimits: sum(terms.countLimits.all.map { (excess($0), $0.price) })
    case .dayCaps: sum(terms.dayCaps.all.map { (excess($0), $0.price) })
    case .roomGroups: sum(terms.roomGroups.all.map { (excess($0), $0.price) })
    case .moveCaps: sum(terms.moveCaps.all.map { (excess($0), nil) })
    case .leftOutCaps:
      sum(
        terms.leftOutCaps.all.map { cap in
          (cap.members.count { assignment.places[$0] == nil } - cap.atMost, nil)
        })
    }
  }

  private func meets(_ a: Placed, _ rest: Int, _ b: Placed) -> Bool {
    rest >= 0 && a.meets(b, rest: rest)
  }

  private func broken(_ count: Int) -> Score { Score(violations: count, cost: 0) }
  private func paid(_ cost: Int) -> Score { Score(violations: 0, cost: cost) }

  /// Units above zero at their prices, or as rules broken where there is none.
  private func sum(_ units: [(excess: Int, price: Int?)]) -> Score {
    units.reduce(.zero) { sum, unit in
      let excess = max(0, unit.excess)
      return sum + (unit.price.map { paid($0 * excess) } ?? broken(excess))
    }
  }

  private func excess(_ relation: TimeRelation) -> (Int, Int?) {
    guard let a = place(of: relation.a), let b = place(of: relation.b) else { return (0, nil) }
    let holds =
      switch relation.kind {
      case .before(let least, let most): (least...most).contains(b.start - a.end)
      case .sameDay: a.day == b.day
      case .otherDay: a.day != b.day
      case .backToBack(let most):
        a.day == b.day && !a.meets(b, rest: 0)
          && min(abs(b.start - a.end), abs(a.start - b.end)) <= most
      }
    return (holds ? 0 : 1, relation.price)
  }

  private func excess(_ pair: SameRoom) -> (Int, Int?) {
    guard let a = place(of: pair.a), let b = place(of: pair.b) else { return (0, nil) }
    return (a.room == b.room ? 0 : 1, pair.price)
  }

  private func excess(_ limit: CountLimit) -> Int {
    let counted = members(limit.members).filter { limit.rooms?.contains($0.room) ?? true }
    let days = Dictionary(grouping: counted, by: \.day).values
    switch limit.scope {
    case .meeting: return counted.count - limit.atMost
    case .day: return days.reduce(0) { $0 + max(0, $1.count - limit.atMost) }
    case .moment:
      let most = counted.map { first in
        counted.count { $0.start <= first.start && first.start < $0.end }
      }
      return (most.max() ?? 0) - limit.atMost
    }
  }

  private func excess(_ cap: DayCap) -> Int {
    Dictionary(grouping: members(cap.members), by: \.day).values
      .reduce(0) { $0 + max(0, $1.count - cap.atMost) }
  }

  private func excess(_ group: RoomGroup) -> Int {
    Set(members(group.members).map(\.room)).count - 1
  }

  private func excess(_ cap: MoveCap) -> Int {
    let moved = cap.homes.count { home in
      let now = place(of: home.session)
      return now?.start != home.place?.start || now?.room != home.place?.room
    }
    return moved - cap.atMost
  }
}
