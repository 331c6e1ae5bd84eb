// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import IntegerPrograms
import Judging
import Meetings
import Rules
import Testing

@testable import Planning
@testable import PlanningProblems
@testable import Proving
@testable import Searching

@Suite("The searches and the referee read the rules alike")
struct AgreementTests {
  @Test(
    "The planner's optimum is brute force's, and infeasible is infeasible",
    .judges(atLeast: 13), arguments: 0..<60)
  func optimum(seed: UInt64) throws {
    let random = try RandomScenario(small: seed)
    let best = BruteForce.best(random)
    let result = Planner(solver: GLPK()).draft(
      random.problem, effort: .init(movesPerSession: 60))
    switch result {
    case .optimal(let assignment, let objective):
      judged()
      #expect(objective == best)
      let review = Review(
        scenario: random.scenario, schedule: random.problem.schedule(assignment),
        baseline: random.baseline, maxMoves: random.maxMoves)
      #expect(review.violations.isEmpty)
      #expect(review.objective == objective)
    case .infeasible: #expect(best == nil)
    case .feasible(_, let objective, let bound):
      Issue.record("not proven: \(objective), bound \(bound), brute force \(best ?? -1)")
    case .unknown(let bound): Issue.record("unknown, bound \(bound)")
    }
  }

  @Test(
    "Every schedule costs and breaks the same in the search as in the review",
    .judges(atLeast: 95), arguments: 0..<150)
  func standings(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 6)
    let problem = random.problem
    for assignment in random.someAssignments(problem) {
      let schedule = problem.schedule(assignment)
      let review = Review(
        scenario: random.scenario, schedule: schedule, baseline: random.baseline,
        maxMoves: random.maxMoves)
      let score = WorkingSchedule(problem, assignment).score
      #expect(score.cost == review.objective)
      #expect((score.violations == 0) == review.violations.isEmpty)
      if review.violations.isEmpty { judged() }
      for cost in review.costs {
        #expect(problem.units(of: cost.rule, in: schedule) == cost.units, "\(cost.rule)")
      }
    }
  }

  @Test(
    "The program's rows keep what the hard rules allow and nothing else",
    .judges(atLeast: 160), arguments: 0..<150)
  func rows(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 5)
    let problem = random.problem
    let exact = DraftProgram(problem, .exact)
    let coarse = DraftProgram(problem, .coarse)
    #expect(exact.program.defect == nil)
    #expect(coarse.program.defect == nil)
    for assignment in random.someAssignments(problem) {
      let score = WorkingSchedule(problem, assignment).score
      let isAllowed = score.violations == 0
      let point = exact.point(assignment)
      let isKept =
        exact.program.isFeasible(point) && OverlapRows(exact).broken(at: point).isEmpty
      #expect(isKept == isAllowed)
      #expect(!isAllowed || Int(exact.program.objective(at: point)) == score.cost)
      // Coarse rooms relax: nothing allowed is lost, and nothing costs more.
      let relaxed = coarse.point(assignment)
      if isAllowed {
        judged()
        #expect(coarse.program.isFeasible(relaxed))
        #expect(coarse.program.objective(at: relaxed) <= Double(score.cost) + 1e-6)
      }
    }
  }

  @Test("Putting in and taking out leaves the score of the schedule alone", arguments: 0..<30)
  func increments(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 6)
    let problem = random.problem
    var working = WorkingSchedule(problem)
    for _ in 0..<20 {
      let next = random.anyAssignment(problem)
      for (p, place) in next.places.enumerated() {
        if working.assignment.places[p] != nil { working.take(p) }
        if let place { working.put(p, at: place) }
      }
      #expect(working.score == WorkingSchedule(problem, next).score)
    }
  }

  @Test(
    "A block's bound holds in every schedule of the whole", .judges(atLeast: 59),
    arguments: 0..<40)
  func blocks(seed: UInt64) throws {
    let problem = try RandomScenario(seed: seed, sessions: 6).problem
    var random = SeededGenerator(seed: seed)
    let draft = DraftProgram(problem, .exact)
    let block: [SessionPosition] = [0, 1, 2]
    let part = Planner(solver: GLPK()).draft(
      problem.restricted(to: block), effort: .init(movesPerSession: 60))
    guard case .optimal(_, let least) = part else { return }
    for _ in 0..<10 {
      guard let assignment = problem.legalAssignment(&random) else { return }
      judged()
      let cost = draft.cost(of: Set(block)).value(at: draft.point(assignment))
      #expect(cost >= Double(least) - 1e-6)
    }
  }

  @Test("The random scenarios touch what they are there to touch")
  func coverage() throws {
    var paid: Set<SoftRule> = []
    var broken: Set<HardRule> = []
    for seed in 0..<60 {
      var random = try RandomScenario(seed: UInt64(seed), sessions: 6)
      let problem = random.problem
      for _ in 0..<3 {
        let review = Review(
          scenario: random.scenario, schedule: problem.schedule(random.anyAssignment(problem)),
          baseline: random.baseline, maxMoves: random.maxMoves)
        paid.formUnion(review.costs.filter { $0.cost > 0 }.map(\.rule))
        broken.formUnion(review.violations.map(\.rule))
      }
    }
    #expect(paid == Set(SoftRule.allCases))
    #expect(
      broken.isSuperset(of: [
        .placedOnce, .roomFree, .personFree, .exclusive, .link, .limit, .maxMoves,
      ]))
  }

  @Test("The same seed gives the same schedule")
  func reproducible() throws {
    let problem = try RandomScenario(seed: 9, sessions: 6).problem
    let planner = Planner(solver: GLPK())
    let schedules = try (0..<2).map { _ in
      problem.schedule(try #require(planner.draft(problem).assignment))
    }
    #expect(schedules[0] == schedules[1])
  }
}
