// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("Running counts equal fresh counts")
struct CountsTests {
  @Test(
    "After any changes, of every sort, and no move gains more than was said",
    .judges(atLeast: 2_000), arguments: 0..<80)
  func recount(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 7).problem
    var random = SeededGenerator(seed: seed)
    let counts = Counts(problem)
    var score = counts.empty
    var stays: TypedArray<SessionPosition, Stay?> = problem.sessions.mapped { _ in nil }
    for _ in 0..<60 {
      let p = SessionPosition(random.below(stays.count))
      let places = problem.places[p].all
      guard !places.isEmpty else { continue }
      let before = score
      if let old = stays[p] { score += counts.change(p, at: old, by: -1) }
      let new =
        random.below(4) == 0 ? nil : problem.places[p].stay(places[random.below(places.count)])
      if let new { score += counts.change(p, at: new, by: 1) }
      let gained = before - score
      let most = counts.most[p]
      #expect(gained.cost <= most.cost && gained.violations <= most.violations)
      stays[p] = new
      #expect(score == Self.recount(problem, stays))
      if score != counts.empty { judged() }
    }
  }

  private static func recount(
    _ problem: PlanningProblem, _ stays: TypedArray<SessionPosition, Stay?>
  )
    -> Score
  {
    var sum = Score.zero
    for limit in problem.terms.countLimits.all {
      let counted = limit.members.filter { p in stays[p].map { limit.counts($0.room) } ?? false }
      sum.charge(
        limit.price,
        times: excess(
          limit, problem,
          counted.compactMap { p in
            stays[p].map { ($0, problem.minutes[p]) }
          }))
    }
    for cap in problem.terms.dayCaps.all {
      for day in problem.scenario.meeting.days.indices {
        let count = cap.members.count { stays[$0]?.day == day }
        sum.cost += cap.price * max(0, count - cap.atMost)
      }
    }
    for group in problem.terms.roomGroups.all {
      let used = Set(group.members.compactMap { stays[$0]?.room })
      sum.cost += group.price * max(0, used.count - 1)
    }
    for cap in problem.terms.moveCaps.all {
      let moved = cap.homes.count {
        stays[$0.session]?.start != $0.place?.start || stays[$0.session]?.room != $0.place?.room
      }
      sum.violations += max(0, moved - cap.atMost)
    }
    return sum
  }

  /// How many are too many; for a limit per moment, at the minute when most run.
  private static func excess(
    _ limit: CountLimit, _ problem: PlanningProblem, _ counted: [(stay: Stay, minutes: Int)]
  ) -> Int {
    switch limit.scope {
    case .meeting: return max(0, counted.count - limit.atMost)
    case .day:
      return problem.scenario.meeting.days.indices.reduce(0) { sum, day in
        sum + max(0, counted.count { $0.stay.day == day } - limit.atMost)
      }
    case .moment:
      let most = counted.map { one in
        counted.count {
          ($0.stay.start..<($0.stay.start + $0.minutes)).contains(one.stay.start)
        }
      }.max()
      return max(0, (most ?? 0) - limit.atMost)
    }
  }
}
