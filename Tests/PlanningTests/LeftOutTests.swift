// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Judging
import Meetings
import Rules
import Testing

@testable import Planning
@testable import PlanningProblems
@testable import Proving
@testable import Searching

@Suite("What a meeting that is too full leaves out")
struct LeftOutTests {
  @Test("Is the least by priority, the highest first, of all that can be left out")
  func isLeastByPriority() throws {
    var mixed = 0
    for seed in 0..<8 as Range<UInt64> {
      let scenario = try Self.overfull(seed)
      let schedule = try #require(Self.partialDraft(of: scenario, seed: seed).schedule)
      let review = Review(scenario: scenario, schedule: schedule)
      #expect(review.violations.allSatisfy { $0.rule == .placedOnce })
      let leftOut = Self.leftOut(of: schedule, in: scenario)
      #expect(leftOut.inOneNumber == Self.leastByTrying(scenario), "seed \(seed)")
      if leftOut.count > 1 { mixed += 1 }
    }
    #expect(mixed > 1, "the random meetings are too full in more than one priority")
  }

  @Test("A session of the highest priority stays, though hundreds of lower ones go for it")
  func oneAgainstHundreds() throws {
    var scenario = try Self.empty(open: 540..<1140, rooms: 14)
    Self.add(1, minutes: 600, priority: 5, isExclusive: true, to: &scenario)
    Self.add(120, minutes: 60, priority: 4, to: &scenario)
    Self.add(120, minutes: 60, priority: 3, to: &scenario)
    let draft = Self.partialDraft(of: scenario, seed: 1, work: 20)
    let schedule = try #require(draft.schedule)
    #expect(Self.leftOut(of: schedule, in: scenario) == [4: 120, 3: 120])
  }

  @Test("Many sessions of three priorities: what has room is the highest")
  func manyOfThree() throws {
    var scenario = try Self.empty(open: 540..<840, rooms: 15)
    for priority in [1, 3, 5] { Self.add(35, minutes: 60, priority: priority, to: &scenario) }
    let draft = Self.partialDraft(of: scenario, seed: 1, work: 20)
    #expect(draft.atLeast == 30)
    let schedule = try #require(draft.schedule)
    #expect(Self.leftOut(of: schedule, in: scenario) == [1: 30])
  }

  @Test(
    "An allowance counts the same in the schedules, the rows and the parts",
    .judges(atLeast: 15), arguments: 0..<40)
  func allowance(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 6)
    let problem = random.problem.leavingOut(most: [1: 1, 2: 1, 3: 0]) { _ in 1 }
    let exact = DraftProgram(problem, .exact)
    for _ in 0..<10 {
      let assignment = random.anyAssignment(problem)
      let score = WorkingSchedule(problem, assignment).score
      let point = exact.point(assignment)
      let isKept =
        exact.program.isFeasible(point) && OverlapRows(exact).broken(at: point).isEmpty
      #expect(isKept == (score.violations == 0))
      let free = problem.sessions.indices.filter { $0.index % 2 == 0 }
      guard let part = problem.restricted(to: free, given: assignment),
        let own = problem.assignment(assignment, of: free, in: part.problem)
      else { continue }
      judged()
      let inside = WorkingSchedule(part.problem, own).score
      #expect(inside.violations == score.violations)
      #expect(inside.cost + part.constant == score.cost)
    }
  }

  /// As `draft --allow-unplaced` does it.
  private static func partialDraft(
    of scenario: Scenario, seed: UInt64, work: Int? = nil
  ) -> (atLeast: Int, schedule: Schedule?) {
    let planner = Planner(solver: GLPK())
    let effort = Planner.Effort(
      seed: seed, work: work, movesPerSession: 60, isSideBySide: work != nil)
    let least = planner.leastLeftOut(PlanningProblem(scenario.withoutSoftRules), effort: effort)
    let prices = UnplacedPrices(scenario, most: least.most)
    let problem = PlanningProblem(scenario).leavingOut(most: least.most, price: prices.price)
    let draft = planner.draft(
      problem, effort: effort, from: least.schedule.map { problem.assignment($0) })
    return (least.atLeast, draft.assignment.map { problem.schedule($0) })
  }

  /// How many of each priority, without those of which none is.
  private static func leftOut(of schedule: Schedule, in scenario: Scenario) -> [Int: Int] {
    let rows = schedule.firstRows
    return Dictionary(
      grouping: scenario.sessions.filter { rows[$0.id]?.status == .unplaced }, by: \.priority
    ).mapValues(\.count)
  }

  /// The least of all schedules: each session left out costs more than all lower ones together.
  private static func leastByTrying(_ scenario: Scenario) -> Int? {
    var priced = scenario.withoutSoftRules
    priced.meeting.weights[.unplaced] = 1
    for s in priced.sessions.indices {
      priced.sessions[s].placement = .optional
      priced.sessions[s].priority = [priced.sessions[s].priority: 1].inOneNumber
    }
    return BruteForce(priced).best
  }

  /// A random meeting of one short day, in which every session must be placed.
  private static func overfull(_ seed: UInt64) throws -> Scenario {
    var scenario = try RandomScenario(seed: seed, sessions: 5).scenario
    scenario.meeting.days = Array(scenario.meeting.days.prefix(1))
    scenario.meeting.days[0].open = [540..<660]
    scenario.meeting.days[0].starts = seed % 6 == 0 ? [540, 600] : [540]
    var random = SeededGenerator(seed: seed)
    for s in scenario.sessions.indices {
      scenario.sessions[s].placement = .must
      scenario.sessions[s].priority = 1 + random.below(3)
    }
    return scenario
  }

  private static func empty(open: Range<Int>, rooms: Int) throws -> Scenario {
    let zone = try #require(ZoneClock("Etc/UTC"))
    let date = CalendarDate(dayNumber: 20_262)
    let meeting = Meeting(
      id: "full", name: "Full", zone: zone,
      days: [Day(date: date, label: "Day", open: [open], starts: nil)], gridMinutes: 60)
    var scenario = Scenario(meeting: meeting)
    scenario.rooms = (0..<rooms).map { Room(id: "r\($0)", name: "R\($0)", capacity: 50) }
    scenario.activities = [Activity(id: "a", name: "A", kind: Kind("WS"))]
    return scenario
  }

  private static func add(
    _ count: Int, minutes: Int, priority: Int, isExclusive: Bool = false,
    to scenario: inout Scenario
  ) {
    for _ in 0..<count {
      scenario.sessions.append(
        Session(
          id: "s\(scenario.sessions.count)", activities: [0], title: "", minutes: minutes,
          priority: priority, isExclusive: isExclusive))
    }
  }
}

extension [Int: Int] {
  /// Counts by priority, the higher ones first; below ten of each.
  fileprivate var inOneNumber: Int {
    reduce(0) { sum, entry in
      sum + entry.value * (0..<entry.key).reduce(1) { power, _ in power * 10 }
    }
  }
}
