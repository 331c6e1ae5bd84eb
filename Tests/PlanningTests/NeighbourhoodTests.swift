// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import IntegerPrograms
import Judging
import Meetings
import Testing

@testable import Planning
@testable import PlanningProblems
@testable import Searching

@Suite("Neighbourhoods: some sessions free, all others held")
struct NeighbourhoodTests {
  /// Random sessions, at least one.
  private func someSessions(
    of problem: PlanningProblem, _ random: inout SeededGenerator
  ) -> [SessionPosition] {
    let free = problem.sessions.indices.filter { _ in random.below(2) == 0 }
    return free.isEmpty ? Array(problem.sessions.indices.prefix(1)) : free
  }

  @Test(
    "A part with the rest held costs and breaks what the whole does, less a constant",
    .judges(atLeast: 360), arguments: 0..<150)
  func fold(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 7)
    var dice = SeededGenerator(seed: seed)
    let problem = random.problem
    for _ in 0..<12 {
      let fixed = random.anyAssignment(problem)
      let free = someSessions(of: problem, &dice)
      guard let (part, constant) = problem.restricted(to: free, given: fixed) else { continue }
      for _ in 0..<6 {
        let other = random.anyAssignment(problem)
        var whole = fixed
        for p in free { whole.places[p] = other.places[p] }
        let score = WorkingSchedule(problem, whole).score
        guard let own = problem.assignment(whole, of: free, in: part) else {
          #expect(score.violations > 0)
          continue
        }
        judged()
        let partial = WorkingSchedule(part, own).score
        #expect(partial.cost + constant == score.cost)
        #expect(partial.violations == score.violations)
        #expect(problem.assignment(own, of: free, in: part, within: fixed) == whole)
        let draft = DraftProgram(part, .exact)
        let point = draft.point(own)
        #expect(draft.program.isFeasible(point) == (partial.violations == 0))
        if partial.violations == 0 {
          #expect(Int(draft.program.objective(at: point).rounded()) == partial.cost)
        }
      }
    }
  }

  @Test("A neighbourhood's best is that of trying all its places")
  func improve() throws {
    var (tried, gained) = (0, 0)
    for seed in 0..<80 {
      let problem = try RandomScenario(seed: UInt64(seed), sessions: 6).problem
      var dice = SeededGenerator(seed: UInt64(seed))
      let neighbourhood = Neighbourhood(problem, GLPK())
      for _ in 0..<4 {
        guard let start = problem.legalAssignment(&dice) else { break }
        tried += 1
        let before = WorkingSchedule(problem, start).score
        let free = Array(someSessions(of: problem, &dice).shuffled(using: &dice).prefix(3))
        let least = leastCost(problem, start, free)
        let answer = neighbourhood.improve(start, freeing: free, nodes: 10_000)
        #expect(answer.isSettled)
        guard let better = answer.assignment else {
          #expect(least == before.cost)
          continue
        }
        gained += 1
        let after = WorkingSchedule(problem, better).score
        #expect(after == Score(violations: 0, cost: least))
        #expect(after.cost < before.cost)
        for p in problem.sessions.indices where !free.contains(p) {
          #expect(better.places[p] == start.places[p])
        }
      }
    }
    #expect(tried > 50)
    #expect(gained > 20)
  }

  @Test("A schedule that breaks a hard rule cannot be a start")
  func badStart() throws {
    var checked = 0
    for seed in 0..<10 {
      let problem = try RandomScenario(seed: UInt64(seed), sessions: 6).problem
      let empty = problem.nothingPlaced
      guard WorkingSchedule(problem, empty).score.violations > 0 else { continue }
      checked += 1
      let search = NeighbourhoodSearch(problem, GLPK(), seed: 1, from: empty)
      #expect(search == nil)
    }
    #expect(checked > 0)
  }

  @Test("A search's schedules keep the hard rules, each cheaper than the last; it ends at the best")
  func search() throws {
    var (tried, proven) = (0, 0)
    for seed in 0..<30 {
      let problem = try RandomScenario(seed: UInt64(seed), sessions: 5).problem
      var dice = SeededGenerator(seed: UInt64(seed))
      guard let start = problem.legalAssignment(&dice),
        var search = NeighbourhoodSearch(problem, GLPK(), seed: 1, from: start)
      else { continue }
      tried += 1
      var told = WorkingSchedule(problem, start).score.cost
      search.run(
        work: 20_000,
        onBetter: { better, cost in
          #expect(WorkingSchedule(problem, better).score == Score(violations: 0, cost: cost))
          #expect(cost < told)
          told = cost
        })
      #expect(search.bestCost == told)
      #expect(
        WorkingSchedule(problem, search.best).score == Score(violations: 0, cost: told))
      guard search.isProven else { continue }
      let result = Planner(solver: GLPK()).draft(problem, effort: .init(movesPerSession: 60))
      guard case .optimal(_, let least) = result else { continue }
      proven += 1
      #expect(told == least)
    }
    #expect(tried >= 10)
    #expect(proven > 5)
  }

  @Test("The same seed and work end at the same schedule, in one run or in many")
  func reproducible() throws {
    var compared = 0
    for seed in 0..<120 where compared < 5 {
      let problem = try RandomScenario(seed: UInt64(seed), sessions: 8).problem
      var dice = SeededGenerator(seed: UInt64(seed))
      guard let start = problem.legalAssignment(&dice) else { continue }
      compared += 1
      var ends: Set<Assignment> = []
      var works: Set<Int> = []
      for parts in [1, 1, 4] {
        guard var search = NeighbourhoodSearch(problem, GLPK(), seed: 3, from: start) else {
          Issue.record("a good start is refused")
          return
        }
        for part in 1...parts { search.run(work: max(0, 8_000 * part / parts - search.work)) }
        ends.insert(search.best)
        works.insert(search.work)
      }
      #expect(ends.count == 1)
      #expect(works.count == 1)
    }
    #expect(compared == 5)
  }

  @Test("Each kind of choice names sessions once, no more than asked for", .judges(atLeast: 130))
  func choices() throws {
    for seed in 0..<20 {
      var random = try RandomScenario(seed: UInt64(seed), sessions: 9)
      let problem = random.problem
      let assignment = random.anyAssignment(problem)
      var choice = NeighbourhoodChoice(problem, seed: UInt64(seed), assignment)
      for kind in NeighbourhoodChoice.Kind.allCases {
        let sessions = choice.sessions(kind, 4)
        if !sessions.isEmpty { judged() }
        #expect(sessions.count <= 4)
        #expect(Set(sessions).count == sessions.count)
        #expect(sessions.allSatisfy { !problem.places[$0].isEmpty })
      }
    }
  }

  /// By trying all places of the free sessions.
  private func leastCost(_ problem: PlanningProblem, _ start: Assignment, _ free: [SessionPosition])
    -> Int
  {
    var working = WorkingSchedule(problem, start)
    for p in free { working.take(p) }
    var least = Int.max
    func visit(_ next: Int) {
      guard next < free.count else {
        if working.score.violations == 0 { least = min(least, working.score.cost) }
        return
      }
      let p = free[next]
      visit(next + 1)
      let table = problem.places[p]
      for s in table.starts.indices {
        for r in table.rooms.indices where table.price(s, r) != nil {
          working.put(p, at: .init(start: s, room: r))
          visit(next + 1)
          working.take(p)
        }
      }
    }
    visit(0)
    return least
  }
}
