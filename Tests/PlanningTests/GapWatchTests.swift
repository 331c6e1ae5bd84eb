// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import IntegerPrograms
import Meetings
import Testing

@testable import Planning
@testable import PlanningProblems
@testable import Searching

@Suite("A search that ends at its gap")
struct GapWatchTests {
  /// What the improving side found and the proving side proved, after how much work of its own.
  private static let finds: [(at: Int, cost: Int)] = [(10, 100), (30, 80), (50, 60), (90, 58)]
  private static let proofs: [(at: Int, bound: Int)] = [(20, 50), (40, 55), (70, 57)]

  /// Tells a watch of all of it, the sides by turns as a draw has it, and where it was reached.
  private static func watch(
    gap: Double, seed: UInt64, until last: Int = 100
  ) -> (reached: GapWatch.Reached?, isSpent: [Bool]) {
    let meters = [WorkMeter(), WorkMeter()]
    let watch = GapWatch(gap: gap, meters: meters)
    watch.begin(nil, .max, 0)
    let nothing = Assignment(places: [])
    var random = SeededGenerator(seed: seed)
    var (improving, proving) = (0, 0)
    while improving < last || proving < last {
      if proving >= last || (improving < last && random.below(2) == 0) {
        improving += 1
        for find in finds where find.at == improving {
          watch.found(nothing, find.cost, by: .improving, at: improving)
        }
        watch.advance(.improving, to: improving)
      } else {
        proving += 1
        for proof in proofs where proof.at == proving {
          watch.proved(proof.bound, by: .proving, at: proving)
        }
        watch.advance(.proving, to: proving)
      }
    }
    return (watch.reached, meters.map(\.isSpent))
  }

  @Test(
    "Ends with what both had at the first work at which it was reached, whoever was the faster",
    arguments: [(0.4, 80, 50), (0.35, 80, 55), (0.1, 60, 55), (0.05, 60, 57), (0.02, 58, 57)])
  func isWhereBothWere(gap: Double, objective: Int, bound: Int) {
    for seed in 0..<20 as Range<UInt64> {
      let watched = Self.watch(gap: gap, seed: seed)
      #expect(watched.reached?.objective == objective)
      #expect(watched.reached?.bound == bound)
      #expect(watched.isSpent == [true, true])
    }
  }

  @Test("A gap that is not reached ends nothing")
  func isNotReached() {
    let watched = Self.watch(gap: 0.001, seed: 1)
    #expect(watched.reached == nil)
    #expect(watched.isSpent == [false, false])
  }

  @Test("What one side did beyond the other's work does not count yet")
  func waitsForBoth() {
    let watch = GapWatch(gap: 0, meters: [WorkMeter(), WorkMeter()])
    watch.begin(nil, .max, 0)
    watch.found(Assignment(places: []), 7, by: .improving, at: 5)
    watch.advance(.improving, to: 9)
    watch.proved(7, by: .proving, at: 4)
    watch.advance(.proving, to: 4)
    #expect(watch.reached == nil)
    watch.advance(.proving, to: 5)
    #expect(watch.reached?.objective == 7)
  }

  @Test("Each share of work counts from where it began")
  func sharesBegin() {
    let meters = [WorkMeter(), WorkMeter()]
    let watch = GapWatch(gap: 0, meters: meters)
    watch.begin(nil, .max, 0)
    meters[0].add(100)
    watch.found(Assignment(places: []), 7, by: .improving, at: 100)
    watch.advance(.improving, to: nil)
    watch.advance(.proving, to: nil)
    watch.begin(Assignment(places: []), 7, 0)
    watch.proved(7, by: .proving, at: 3)
    watch.advance(.proving, to: 3)
    watch.advance(.improving, to: 102)
    #expect(watch.reached == nil, "the improving side has done two units of this share")
    watch.advance(.improving, to: 103)
    #expect(watch.reached?.bound == 7)
  }
}

@Suite("A search arrives at the same draft on one core and on two")
struct OneCoreTests {
  private struct NoThread: Error {}

  /// With the threads that the system gives, and with none: then one side follows the other.
  private static func results(
    _ problem: PlanningProblem, _ effort: Planner.Effort
  ) -> [(result: DraftResult, trace: [DraftStep], restarts: Int)] {
    var alone = Planner(solver: GLPK())
    alone.starter = { _, _ in throw NoThread() }
    return [Planner(solver: GLPK()), alone].map {
      $0.search(problem, effort: effort, from: nil)
    }
  }

  /// Sessions that share themes two by two, in too few hours for them not to meet.
  private static func crowded(_ seed: UInt64) throws -> PlanningProblem {
    var random = SeededGenerator(seed: seed)
    let zone = try #require(ZoneClock("Etc/UTC"))
    let day = Day(date: CalendarDate(dayNumber: 20_262), label: "Day", open: [540..<720])
    var scenario = Scenario(
      meeting: Meeting(id: "m", name: "M", zone: zone, days: [day], gridMinutes: 30))
    scenario.rooms = (0..<4).map { Room(id: "r\($0)", name: "R\($0)", capacity: 50) }
    scenario.activities = [Activity(id: "a", name: "A", kind: Kind("WS"))]
    scenario.sessions = (0..<9).map { s in
      Session(
        id: "s\(s)", activities: [0], title: "", minutes: [60, 90][random.below(2)],
        themes: ["\(random.below(5))", "\(5 + random.below(3))"])
    }
    return PlanningProblem(scenario)
  }

  @Test("With a gap")
  func gap() throws {
    let gap = 0.9
    var ended = 0
    for seed in 0..<3 as Range<UInt64> {
      let problem = try Self.crowded(seed)
      let results = Self.results(
        problem, .init(seed: seed, gap: gap, work: 30, movesPerSession: 100))
      #expect(Set(results.map(\.result.known)).count == 1, "seed \(seed)")
      guard case .feasible(_, let objective, let bound) = results[0].result else { continue }
      if Double(objective - bound) <= gap * Double(objective) { ended += 1 }
    }
    #expect(ended > 0, "some end before they are proven")
  }

  @Test("Beginning again when it is stuck finds nothing worse and sometimes more")
  func beginsAnew() throws {
    var (begun, gained) = (0, 0)
    for seed in 0..<4 as Range<UInt64> {
      let problem = try Self.crowded(seed)
      var effort = Planner.Effort(seed: seed, movesPerSession: 1, nodes: 1)
      effort.usesBlocks = false
      effort.mostWork = 40
      let results = Self.results(problem, effort)
      #expect(Set(results.map(\.result.known)).count == 1, "seed \(seed)")
      #expect(Set(results.map(\.restarts)).count == 1)
      if results[0].restarts == 0 { continue }
      begun += 1
      effort.mostRestarts = 0
      let once = Planner(solver: GLPK()).search(problem, effort: effort, from: nil)
      #expect(once.restarts == 0)
      let (more, less) = (results[0].result.known, once.result.known)
      #expect(more.objective ?? .max <= less.objective ?? .max && more.bound >= less.bound)
      if more != less { gained += 1 }
    }
    #expect(begun > 1 && gained > 0)
  }

  @Test("A search with a time, with counted work, or inside another search does not begin again")
  func doesNotBeginAnew() {
    #expect(Planner.Effort().mayBeginAnew)
    #expect(!Planner.Effort(seconds: 9).mayBeginAnew)
    #expect(!Planner.Effort(work: 9).mayBeginAnew)
    #expect(!Planner.Effort(isSideBySide: false).mayBeginAnew)
  }
}

extension DraftResult {
  fileprivate struct Known: Hashable {
    let assignment: Assignment?
    let objective: Int?
    let bound: Int
  }

  fileprivate var known: Known {
    switch self {
    case .optimal(let assignment, let objective):
      Known(assignment: assignment, objective: objective, bound: objective)
    case .feasible(let assignment, let objective, let bound):
      Known(assignment: assignment, objective: objective, bound: bound)
    case .infeasible: Known(assignment: nil, objective: nil, bound: .max)
    case .unknown(let bound): Known(assignment: nil, objective: nil, bound: bound)
    }
  }
}
