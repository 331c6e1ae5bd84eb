// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import IntegerPrograms
import Meetings
import Testing

@testable import Planning

@Suite("Neighbourhoods: some sessions free, all others held")
struct NeighbourhoodTests {
  /// Sessions by chance, at least one.
  private func someSessions(
    of problem: PlanningProblem, _ random: inout SeededGenerator
  ) -> [Int] {
    let free = problem.sessions.indices.filter { _ in random.below(2) == 0 }
    return free.isEmpty ? Array(problem.sessions.indices.prefix(1)) : free
  }

  @Test(
    "A part with the rest held costs and breaks what the whole does, less a constant",
    arguments: 0..<150)
  func fold(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 7)
    var dice = SeededGenerator(seed: seed)
    let problem = random.problem
    var compared = 0
    for _ in 0..<12 {
      let fixed = random.anyAssignment(problem)
      let free = someSessions(of: problem, &dice)
      guard let (part, constant) = problem.restricted(to: free, given: fixed) else { continue }
      for _ in 0..<6 {
        let other = random.anyAssignment(problem)
        var whole = fixed
        for p in free { whole.places[p] = other.places[p] }
        let standing = WorkingSchedule(problem, whole).standing
        guard let own = problem.assignment(whole, of: free, in: part) else {
          #expect(standing.violations > 0)
          continue
        }
        compared += 1
        let partial = WorkingSchedule(part, own).standing
        #expect(partial.cost + constant == standing.cost)
        #expect(partial.violations == standing.violations)
        #expect(problem.assignment(own, of: free, in: part, within: fixed) == whole)
        let draft = DraftProgram(part, .exact)
        let point = draft.point(own)
        #expect(draft.program.isFeasible(point) == (partial.violations == 0))
        if partial.violations == 0 {
          #expect(Int(draft.program.objective(at: point).rounded()) == partial.cost)
        }
      }
    }
    if seed == 0 { #expect(compared > 0) }
  }

  @Test("A neighbourhood's best is that of trying all its places", arguments: 0..<80)
  func improve(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 6)
    var dice = SeededGenerator(seed: seed)
    let problem = random.problem
    let neighbourhood = Neighbourhood(problem, GLPK())
    for _ in 0..<60 {
      let start = random.anyAssignment(problem)
      let before = WorkingSchedule(problem, start).standing
      guard before.violations == 0 else { continue }
      let free = Array(someSessions(of: problem, &dice).prefix(3))
      let least = leastCost(problem, start, free)
      let answer = neighbourhood.improve(start, freeing: free, nodes: 10_000)
      #expect(answer.isSettled)
      guard let better = answer.assignment else {
        #expect(least == before.cost)
        continue
      }
      let after = WorkingSchedule(problem, better).standing
      #expect(after == Standing(violations: 0, cost: least))
      #expect(after.cost < before.cost)
      for p in problem.sessions.indices where !free.contains(p) {
        #expect(better.places[p] == start.places[p])
      }
    }
  }

  @Test(
    "A search ends at a schedule that keeps the hard rules and costs no more", arguments: 0..<20)
  func search(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 8)
    let problem = random.problem
    for _ in 0..<40 {
      let start = random.anyAssignment(problem)
      let before = WorkingSchedule(problem, start).standing
      let made = NeighbourhoodSearch(problem, GLPK(), seed: seed, from: start)
      #expect((made == nil) == (before.violations > 0))
      guard var search = made else { continue }
      var told = before.cost
      search.run(
        work: 5_000,
        onBetter: { better, cost in
          #expect(WorkingSchedule(problem, better).standing == Standing(violations: 0, cost: cost))
          #expect(cost < told)
          told = cost
        })
      #expect(search.bestCost == told)
      #expect(
        WorkingSchedule(problem, search.best).standing == Standing(violations: 0, cost: told))
      return
    }
  }

  @Test("All sessions free, the search ends at the optimum", arguments: 0..<10)
  func reachesOptimum(seed: UInt64) throws {
    var random = try RandomScenario(seed: seed, sessions: 4)
    let problem = random.problem
    guard
      case .optimal(_, let least) = Planner(solver: GLPK()).draft(
        problem, effort: .init(movesPerSession: 60))
    else { return }
    for _ in 0..<40 {
      guard
        var search = NeighbourhoodSearch(
          problem, GLPK(), seed: seed, from: random.anyAssignment(problem))
      else { continue }
      search.run(work: 50_000)
      #expect(search.isProven)
      #expect(search.bestCost == least)
      return
    }
  }

  @Test("The same seed and work end at the same schedule, in one run or in many")
  func reproducible() throws {
    var compared = 0
    for seed in 0..<30 where compared < 5 {
      var random = try RandomScenario(seed: UInt64(seed), sessions: 8)
      let problem = random.problem
      guard
        let start = (0..<40).map({ _ in random.anyAssignment(problem) })
          .first(where: { WorkingSchedule(problem, $0).standing.violations == 0 })
      else { continue }
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
    #expect(compared > 0)
  }

  @Test("Each kind of choice names sessions once, no more than asked for")
  func choices() throws {
    for seed in 0..<20 {
      var random = try RandomScenario(seed: UInt64(seed), sessions: 9)
      let problem = random.problem
      let assignment = random.anyAssignment(problem)
      var choice = NeighbourhoodChoice(problem, seed: UInt64(seed), assignment)
      for kind in NeighbourhoodChoice.Kind.allCases {
        let sessions = choice.sessions(kind, 4)
        #expect(sessions.count <= 4)
        #expect(Set(sessions).count == sessions.count)
        #expect(sessions.allSatisfy { !problem.places[$0].isEmpty })
      }
    }
  }

  /// By trying all places of the free sessions.
  private func leastCost(_ problem: PlanningProblem, _ start: Assignment, _ free: [Int]) -> Int {
    var working = WorkingSchedule(problem, start)
    for p in free { working.take(p) }
    var least = Int.max
    func visit(_ next: Int) {
      guard next < free.count else {
        if working.standing.violations == 0 { least = min(least, working.standing.cost) }
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
