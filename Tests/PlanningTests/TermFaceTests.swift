// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPKSolver
import IntegerPrograms
import Testing

@testable import PlanningProblems
@testable import Proving
@testable import Searching

/// Each sort of term by itself: what its faces say about a schedule is compared with a plain count,
/// sort by sort, so that no sort can hide what another forgets.
@Suite("Every sort of term says the same with all its faces")
struct TermFaceTests {
  /// Random problems that have nothing but terms of one sort.
  private func forEach(
    _ sort: TermSort, beside other: TermSort? = nil, seeds: Range<UInt64>, sessions: Int = 6,
    _ body: (PlanningProblem, inout RandomScenario, inout SeededGenerator) throws -> Void
  ) throws {
    for seed in seeds {
      var random = try RandomScenario(seed: seed, sessions: sessions)
      var dice = SeededGenerator(seed: seed)
      // Caps on what is left out come with sessions that must be placed and cannot be.
      let whole =
        sort == .leftOutCaps
        ? random.problem.leavingOut(most: [1: 1, 2: 1]) { _ in 1 } : random.problem
      let sorts = [sort, other].compactMap(\.self)
      try body(whole.with(only: sorts), &random, &dice)
    }
  }

  private func someSessions(of problem: PlanningProblem, _ dice: inout SeededGenerator)
    -> [SessionPosition]
  {
    problem.sessions.indices.filter { _ in dice.below(2) == 0 }
  }

  /// What terms alone break and cost.
  private func terms(of problem: PlanningProblem, in assignment: Assignment) -> Score {
    WorkingSchedule(problem, assignment).score
      - WorkingSchedule(problem.withoutTerms, assignment).score
  }

  @Test("The registry names every sort once, under its own name")
  func registry() {
    for sort in TermSort.allCases { #expect(sort.type.sort == sort) }
    #expect(Terms(sessions: 2, rooms: 2).all.count == TermSort.allCases.count)
  }

  @Test("Its tally is what a plain count of the schedule finds", arguments: TermSort.allCases)
  func tally(_ sort: TermSort) throws {
    var charged = 0
    try forEach(sort, seeds: 0..<60) { problem, random, _ in
      for _ in 0..<8 {
        let assignment = random.anyAssignment(problem)
        let plain = TermPlainCount(problem: problem, assignment: assignment).score(of: sort)
        #expect(terms(of: problem, in: assignment) == plain)
        if plain != .zero { charged += 1 }
      }
    }
    #expect(charged >= 10)
  }

  @Test("The local search prices it as its tally does", arguments: TermSort.allCases)
  func board(_ sort: TermSort) throws {
    try forEach(sort, seeds: 0..<40) { problem, random, _ in
      let assignment = random.anyAssignment(problem)
      let priced = PricedSchedule(PriceBoard(problem), assignment).score
      #expect(priced == WorkingSchedule(problem, assignment).score)
    }
  }

  @Test("What lies inside some sessions costs no more than the whole", arguments: TermSort.allCases)
  func inside(_ sort: TermSort) throws {
    try forEach(sort, seeds: 0..<60) { problem, random, dice in
      let chosen = someSessions(of: problem, &dice)
      let part = problem.restricted(to: chosen)
      for _ in 0..<6 {
        let assignment = random.anyAssignment(problem)
        let own = Assignment(places: TypedArray(chosen.map { assignment.places[$0] }))
        let (inside, whole) = (
          terms(of: part, in: own), terms(of: problem, in: assignment)
        )
        #expect(inside.cost <= whole.cost && inside.violations <= whole.violations)
      }
    }
  }

  @Test("A part with the rest held costs what the whole does", arguments: TermSort.allCases)
  func among(_ sort: TermSort) throws {
    var compared = 0
    try forEach(sort, seeds: 0..<60) { problem, random, dice in
      for _ in 0..<8 {
        let fixed = random.anyAssignment(problem)
        let free = someSessions(of: problem, &dice)
        guard let (part, constant) = problem.restricted(to: free, given: fixed) else { continue }
        var whole = fixed
        let other = random.anyAssignment(problem)
        for p in free { whole.places[p] = other.places[p] }
        let score = WorkingSchedule(problem, whole).score
        guard let own = problem.assignment(whole, of: free, in: part) else {
          #expect(score.violations > 0)
          continue
        }
        let partial = WorkingSchedule(part, own).score
        #expect(partial.cost + constant == score.cost)
        #expect((partial.violations == 0) == (score.violations == 0))
        compared += 1
      }
    }
    #expect(compared >= 30)
  }

  @Test(
    "Its exact rows hold where it is kept, at its cost, and break where it is not",
    arguments: TermSort.allCases)
  func exactRows(_ sort: TermSort) throws {
    var kept = 0
    try forEach(sort, seeds: 0..<60, sessions: 4) { problem, random, _ in
      let draft = DraftProgram(problem, .exact)
      for _ in 0..<12 {
        let assignment = random.anyAssignment(problem)
        let score = WorkingSchedule(problem, assignment).score
        let point = draft.point(assignment)
        let isKept =
          draft.program.isFeasible(point) && OverlapRows(draft).broken(at: point).isEmpty
        #expect(isKept || score.violations > 0)
        if isKept, score.violations > 0 {
          // Rooms of one class are handed out afterwards, so only that must be possible.
          let handedOut = problem.handOutRooms(draft.choices(at: point), of: draft.classes)
          let better = handedOut.map { WorkingSchedule(problem, $0).score.violations }
          #expect(sort == .roomGaps && better == 0)
        } else if isKept {
          #expect(Int(draft.program.objective(at: point).rounded()) == score.cost)
          kept += 1
        }
      }
    }
    #expect(kept >= 10)
  }

  @Test(
    "Its aggregate rows hold where it is kept, at no more than its cost",
    arguments: TermSort.allCases)
  func aggregateRows(_ sort: TermSort) throws {
    var kept = 0
    // How many run at once is a matter of rooms, and rows of other sorts count on it.
    try forEach(sort, beside: .roomGaps, seeds: 0..<40, sessions: 4) { problem, random, _ in
      let samples = TimeSamples(problem)
      for size in TimeGrain.Size.allCases {
        let draft = AggregateProgram(
          problem, TimeGrain(problem, Presences(problem, samples), size), families: [])
        for _ in 0..<12 {
          let assignment = random.anyAssignment(problem)
          let score = WorkingSchedule(problem, assignment).score
          guard score.violations == 0 else { continue }
          kept += 1
          let relaxed = GLPK().relax(
            draft.fixed(at: assignment), limits: SolveLimits(), cancellation: Cancellation(),
            rows: { _ in [] })
          guard case .solved(let relaxation) = relaxed else {
            Issue.record("\(sort) rows turn away a schedule that keeps the rules")
            continue
          }
          #expect(draft.program.objective(at: relaxation.values) <= Double(score.cost) + 1e-6)
        }
      }
    }
    #expect(kept >= 10)
  }

  @Test("Rooms of one class may change places", arguments: TermSort.allCases)
  func sight(_ sort: TermSort) throws {
    var swapped = 0
    try forEach(sort, seeds: 0..<120) { problem, random, _ in
      for members in RoomClasses(problem, .exact).members where members.count > 1 {
        let assignment = random.anyAssignment(problem)
        let other = problem.swapping(members[0], members[1], in: assignment)
        #expect(
          WorkingSchedule(problem, other).score == WorkingSchedule(problem, assignment).score)
        swapped += 1
      }
    }
    // Where sessions are tied to single rooms, few rooms are alike.
    #expect(swapped >= 2)
  }

  @Test("It is in problem.json under its key", arguments: TermSort.allCases)
  func json(_ sort: TermSort) throws {
    var found = 0
    try forEach(sort, seeds: 0..<20) { problem, _, _ in
      let data = try ProblemJSON.data(DraftProgram(problem, .exact))
      let whole = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
      if let value = whole[sort.rawValue], !"\(value)".filter({ $0.isNumber }).isEmpty {
        found += 1
      }
    }
    #expect(found > 0)
  }
}

extension PlanningProblem {
  fileprivate var withoutTerms: PlanningProblem {
    var bare = self
    bare.terms = Terms(sessions: sessions.count, rooms: scenario.rooms.count)
    return bare
  }

  fileprivate func with(only sorts: [TermSort]) -> PlanningProblem {
    var part = withoutTerms
    func take<Set: TermSet>(_: Set.Type) {
      part.terms[keyPath: Set.list] = terms[keyPath: Set.list]
    }
    for sort in sorts { take(sort.type) }
    return part
  }

  /// The assignment with the sessions of two rooms in each other's.
  fileprivate func swapping(_ a: RoomPosition, _ b: RoomPosition, in assignment: Assignment)
    -> Assignment
  {
    Assignment(
      places: TypedArray(over: sessions.indices) { p in
        guard let place = assignment.places[p] else { return nil }
        let room = places[p].rooms[place.room]
        guard room == a || room == b,
          let other = places[p].rooms.firstIndex(of: room == a ? b : a)
        else { return place }
        return Assignment.Place(start: place.start, room: other)
      })
  }
}

extension AggregateProgram {
  /// The program with every session fixed where an assignment has it.
  fileprivate func fixed(at assignment: Assignment) -> IntegerProgram {
    var fixed = program
    func fix(_ column: Column, _ isChosen: Bool) {
      let value = isChosen ? 1.0 : 0
      fixed.setBounds(column, lower: value, upper: value)
    }
    for (p, place) in assignment.places.enumerated() {
      for (c, column) in grain.columns[p].enumerated() {
        fix(when[p][c], place.map { column.starts.contains($0.start) } ?? false)
      }
      let room = place.map { problem.places[p].rooms[$0.room] }
      for (k, column) in inClass[p] { fix(column, room.map { classes.classOf[$0] == k } ?? false) }
      if let out = out[p] { fix(out, place == nil) }
    }
    return fixed
  }
}
