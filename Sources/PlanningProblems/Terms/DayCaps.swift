// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// A price on each session above a number on one day.
package struct DayCap: Sendable {
  /// For rows, and for whoever reads them.
  package let name: String
  /// The sessions that count.
  package let members: [SessionPosition]
  /// So many a day are free of charge.
  package let atMost: Int
  /// Of each more.
  package let price: Int
  /// Days of what counts besides the members, whatever is chosen.
  var heldDays: [Int] = []

  /// The same for other members; `nil` where there are too few to cost anything.
  package func of(_ members: [SessionPosition], heldDays: [Int] = []) -> DayCap? {
    guard !members.isEmpty, members.count + heldDays.count > atMost else { return nil }
    return DayCap(name: name, members: members, atMost: atMost, price: price, heldDays: heldDays)
  }
}

/// What a day should not hold too many of (`day-balance`, `overload`).
package struct DayCaps: TermSet {
  /// In the order of the rules.
  package var all: [DayCap] = []

  package static let sort = TermSort.dayCaps
  package static var list: WritableKeyPath<Terms, Self> { \.dayCaps }

  package var longestRest: Int { 0 }

  package func tally(in problem: PlanningProblem) -> Tally { .counts(DayCapTally(all, problem)) }

  package func inside(_ selection: Selection) -> DayCaps {
    DayCaps(all: all.compactMap { $0.of(selection.inside($0.members)) })
  }

  /// A lone free member pays in its place table.
  package func among(_ holding: inout Holding) -> DayCaps {
    var part = DayCaps()
    for cap in all {
      let held = holding.stays(of: cap.members).map(\.day)
      guard let own = cap.of(holding.free.inside(cap.members), heldDays: held) else { continue }
      if own.members.count == 1 {
        holding.charge(own.members[0], cap.price) { stay in
          held.count { $0 == stay.day } >= cap.atMost
        }
      } else {
        part.all.append(own)
      }
    }
    return part
  }

  package func sight(in problem: PlanningProblem) -> RoomSight { .blind }

  package func encode(to container: inout KeyedEncodingContainer<TermSort>) throws {
    try container.encode(
      all.map {
        MembersJSON(id: $0.name, members: $0.members, atMost: $0.atMost, price: $0.price)
      }, forKey: Self.sort)
  }

  package var crowds: [[SessionPosition]] { all.map(\.members) }

  package func addPull(
    of p: SessionPosition, to weights: inout TypedArray<SessionPosition, Double>
  ) {}
}

/// How many members of each cap each day has.
private final class DayCapTally: CountTally {
  private struct Cap: BitwiseCopyable {
    let atMost: Int
    let price: Int
  }

  private let arena = Arena()
  private let caps: Table<Int, Cap>
  /// By session, the caps it is a member of.
  private let capsOf: FlatLists
  private let days: Int
  /// By cap and day.
  private let counts: Table<Int, Int>
  private(set) var empty = Score.zero

  init(_ caps: [DayCap], _ problem: PlanningProblem) {
    self.caps = arena.table(caps.map { Cap(atMost: $0.atMost, price: $0.price) })
    capsOf = FlatLists(problem.memberships(caps.map(\.members)), in: arena)
    days = problem.scenario.meeting.days.count
    counts = arena.table(repeating: 0, count: caps.count * days)
    for (i, cap) in caps.enumerated() {
      for day in cap.heldDays { empty.cost += change(i, day, by: 1) }
    }
  }

  func most(fromMoving p: SessionPosition) -> Score {
    Score(
      violations: 0, cost: capsOf.range(of: p).reduce(0) { $0 + caps[capsOf[$1]].price })
  }

  func change(_ p: SessionPosition, at stay: Stay, by sign: Int) -> Score {
    var sum = Score.zero
    for i in capsOf.range(of: p) { sum.cost += change(capsOf[i], stay.day, by: sign) }
    return sum
  }

  private func change(_ i: Int, _ day: Int, by sign: Int) -> Int {
    let (cap, cell) = (caps[i], i * days + day)
    let old = counts[cell]
    counts[cell] = old + sign
    return (max(0, old + sign - cap.atMost) - max(0, old - cap.atMost)) * cap.price
  }
}

// MARK: Rows

extension DayCaps {
  package func addRows(to program: inout DraftProgram) {
    let problem = program.problem
    for cap in all {
      for (day, date) in problem.scenario.meeting.days.map(\.date).enumerated() {
        var here = LinearExpression()
        var able = 0
        for p in cap.members {
          let starts = program.time[p].indices.filter { problem.places[p].days[$0] == day }
          for s in starts { here.add(program.time[p][s]) }
          if !starts.isEmpty { able += 1 }
        }
        let others = cap.heldDays.count { $0 == day }
        here.constant = Double(others)
        guard able + others > cap.atMost else { continue }
        let excess = program.column(
          "\(cap.name) on \(date)", of: .shared(cap.members),
          upper: Double(able + others - cap.atMost), cost: cap.price
        ) { assignment in
          let count = cap.members.count { p in
            assignment.places[p].map { problem.places[p].days[$0.start] == day } ?? false
          }
          return Double(max(0, count + others - cap.atMost))
        }
        here.add(excess, times: -1)
        program.require("\(cap.name) on \(date)", here, atMost: Double(cap.atMost))
      }
    }
  }

  package func addRows(to program: inout AggregateProgram) {
    for cap in all {
      program.addDayRows(cap.name, cap.members, atMost: cap.atMost, price: cap.price)
    }
  }
}
