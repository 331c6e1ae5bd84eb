// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import IntegerPrograms
import Meetings
import Testing

@testable import Planning

@Suite("The bound from aggregated time and rooms")
struct AggregateBoundTests {
  private func bound(_ problem: PlanningProblem, incumbent: Int = .max) -> Int {
    var best = 0
    AggregateBound(problem, GLPK()).run(
      incumbent: { incumbent }, isStopped: { false }, seconds: { nil }, prove: { best = $0 })
    return best
  }

  @Test("Never above the best schedule, by brute force", arguments: 0..<120)
  func neverAboveTheBest(seed: UInt64) throws {
    let random = try RandomScenario(seed: seed, sessions: 4 + Int(seed % 2))
    let problem = random.problem
    guard let best = BruteForce(random).best else { return }
    #expect(bound(problem) <= best)
  }

  @Test("Never above any schedule that keeps the hard rules", arguments: 0..<100)
  func neverAboveASchedule(seed: UInt64) throws {
    var random = try RandomScenario(seed: 1_000 + seed, sessions: 8)
    let problem = random.problem
    var least = Int.max
    for _ in 0..<400 {
      let standing = WorkingSchedule(problem, random.anyAssignment(problem)).standing
      if standing.violations == 0 { least = min(least, standing.cost) }
    }
    guard least < .max else { return }
    #expect(bound(problem) <= least)
  }

  @Test("A line holds for every set of a family's sessions", arguments: 0..<40)
  func linesHoldForEverySet(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 9).problem
    let samples = TimeSamples(problem)
    let spans = problem.sessions.indices.map { p in
      problem.places[p].starts.map { samples.met(from: $0, minutes: problem.minutes[p]).count }
        .max() ?? 0
    }
    let rooms = problem.mostRoomsAtOnce
    var random = SeededGenerator(seed: seed)
    for family in ClashFamily.all(problem, spans: spans, rooms: rooms) {
      for steps in [3, 20_000] {
        let running = family.members.map { Double($0.count) * random.fraction() }
        let found = FamilyCuts(family, rooms: rooms, GLPK(), steps: steps)
          .cut(at: running, SolveLimits(), Cancellation())
        let cut = try #require(found)
        for set in 0..<(1 << spans.count) where set.nonzeroBitCount <= rooms {
          let members = spans.indices.filter { set >> $0 & 1 == 1 && family.typeOf[$0] >= 0 }
          var cost = 0.0
          var counts = Array(repeating: 0.0, count: family.members.count)
          for (i, p) in members.enumerated() {
            counts[family.typeOf[p]] += 1
            for q in members[(i + 1)...] {
              cost += family.price[family.typeOf[p], family.typeOf[q]]
            }
          }
          #expect(cut.value(counts) <= cost + 1e-9)
        }
      }
    }
  }

  @Test(
    "What families charge at single moments adds up to no more than the overlaps cost",
    arguments: 0..<60)
  func familiesChargeNoMoreThanTheTruth(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 8)
    let problem = random.problem
    let samples = TimeSamples(problem)
    let spans = problem.sessions.indices.map { p in
      problem.places[p].starts.map { samples.met(from: $0, minutes: problem.minutes[p]).count }
        .max() ?? 0
    }
    let families = ClashFamily.all(problem, spans: spans, rooms: 9)
    for _ in 0..<20 {
      let assignment = random.anyAssignment(problem)
      let met = problem.sessions.indices.map { p in
        problem.start(p, in: assignment).map { samples.met(from: $0, minutes: problem.minutes[p]) }
      }
      for p in problem.sessions.indices {
        for q in problem.sessions.indices where q > p {
          guard let a = met[p], let b = met[q] else { continue }
          let shared = Double(a.clamped(to: b).count)
          let charged = families.filter { $0.typeOf[p] >= 0 && $0.typeOf[q] >= 0 }
            .reduce(0) { $0 + shared * $1.price[$1.typeOf[p], $1.typeOf[q]] }
          let paid = problem.overlaps(p, q, in: assignment) ? problem.overlapCost[p, q] : 0
          #expect(charged <= Double(paid) + 1e-9)
        }
      }
    }
  }
}
