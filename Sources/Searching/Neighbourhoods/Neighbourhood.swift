// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// Some sessions of a schedule re-optimised by an integer program, all others held where they are.
///
/// The program is exact (`restricted(to:given:)`, single rooms where rooms matter) and asked only
/// for what costs less than the part does now. What comes of it is priced in the whole problem
/// before it counts.
struct Neighbourhood {
  struct Answer {
    /// A schedule that costs less, or `nil`.
    var assignment: Assignment?
    /// Nothing better is left in this neighbourhood: proven.
    var isSettled: Bool
    /// Work done, in units of a size that no clock has part in.
    var work: Int
  }

  let problem: PlanningProblem
  let solver: any ProgramSolver

  init(_ problem: PlanningProblem, _ solver: any ProgramSolver) {
    self.problem = problem
    self.solver = solver
  }

  /// Looks for the best places of the free sessions.
  ///
  /// - Parameters:
  ///   - assignment: keeps the hard rules.
  ///   - free: positions of sessions, none twice.
  ///   - nodes: of one branch and cut.
  ///   - meter: counts the solver's work, and ends it when it is spent.
  ///   - seconds: a user's limit; without it the same call gives the same answer.
  func improve(
    _ assignment: Assignment, freeing free: [SessionPosition], nodes: Int,
    cancellation: Cancellation = Cancellation(), seconds: Double? = nil, meter: WorkMeter? = nil
  ) -> Answer {
    var work = problem.sessions.count
    guard var part = problem.restricted(to: free, given: assignment)?.problem,
      let present = problem.assignment(assignment, of: free, in: part)
    else { return Answer(assignment: nil, isSettled: false, work: work) }
    let score = WorkingSchedule(part, present).score
    guard score.violations == 0 else {
      return Answer(assignment: nil, isSettled: false, work: work)
    }
    guard part.strikePlaces(notBelow: score.cost) else {
      return Answer(assignment: nil, isSettled: true, work: work)
    }
    let draft = DraftProgram(part, .exact)
    let program = draft.withAllOverlapRows()
    let size = program.columns.count + program.rows.count
    work += size
    let outcome = solver.solve(
      program, cutoff: Double(score.cost),
      limits: SolveLimits(nodes: nodes, seconds: seconds, meter: meter), cancellation: cancellation,
      rows: { _ in
        // Asked once for each relaxation that is solved.
        work += size
        return []
      }, news: { _ in })
    let (solution, isSettled): (Solution?, Bool) =
      switch outcome {
      case .optimal(let solution): (solution, true)
      case .feasible(let solution, _): (solution, false)
      case .infeasible: (nil, true)
      case .unknown: (nil, false)
      }
    guard let solution else { return Answer(assignment: nil, isSettled: isSettled, work: work) }
    let better = place(solution, draft, free, within: assignment)
    return Answer(assignment: better, isSettled: isSettled && better != nil, work: work)
  }

  /// Looks for good places of the free sessions of a schedule that may break rules by them: each has
  /// only its cheapest places to choose from, so that nothing is proven.
  ///
  /// - Parameters:
  ///   - assignment: breaks rules, if any, by the free sessions alone.
  ///   - free: positions of sessions, none twice.
  ///   - mostPlaces: how many each may choose from, besides the one that it has.
  ///   - nodes: of one branch and cut.
  /// - Returns: a schedule that keeps the hard rules, and costs less if the given one keeps them too.
  func mend(
    _ assignment: Assignment, freeing free: [SessionPosition], mostPlaces: Int, nodes: Int,
    cancellation: Cancellation = Cancellation()
  ) -> Assignment? {
    guard var part = problem.restricted(to: free, given: assignment)?.problem else { return nil }
    let present = problem.assignment(assignment, of: free, in: part)
    let score = present.map { WorkingSchedule(part, $0).score }
    let known = score.flatMap { $0.violations == 0 ? $0.cost : nil }
    if let known, !part.strikePlaces(notBelow: known) { return nil }
    for (own, whole) in zip(part.sessions.indices, free) {
      let stand = assignment.places[whole].map { problem.places[whole].stay($0) }
      part.places[own].keepCheapest(mostPlaces, and: stand)
    }
    guard part.homelessSession == nil else { return nil }
    let draft = DraftProgram(part, .exact)
    let outcome = solver.solve(
      draft.withAllOverlapRows(), cutoff: known.map(Double.init),
      limits: SolveLimits(nodes: nodes), cancellation: cancellation, rows: { _ in [] },
      news: { _ in })
    switch outcome {
    case .optimal(let solution), .feasible(let solution, _):
      return place(solution, draft, free, within: assignment)
    case .infeasible, .unknown: return nil
    }
  }

  /// The whole schedule of a solution, if it keeps the hard rules, and costs less than one that keeps
  /// them too.
  private func place(
    _ solution: Solution, _ draft: DraftProgram, _ free: [SessionPosition],
    within assignment: Assignment
  ) -> Assignment? {
    let choices = draft.choices(at: solution.values)
    guard let own = draft.problem.handOutRooms(choices, of: draft.classes),
      let better = problem.assignment(own, of: free, in: draft.problem, within: assignment)
    else { return nil }
    let before = WorkingSchedule(problem, assignment).score
    let after = WorkingSchedule(problem, better).score
    guard after.violations == 0 else { return nil }
    return before.violations > 0 || after.cost < before.cost ? better : nil
  }
}

extension PlaceTable {
  /// Leaves only the cheapest places, and one more if it is to be had.
  fileprivate mutating func keepCheapest(_ count: Int, and stand: Stay?) {
    let open = starts.indices.flatMap { s in
      rooms.indices.compactMap { r in price(s, r).map { (price: $0, start: s, room: r) } }
    }
    guard open.count > count else { return }
    let last = open.map(\.price).sorted()[count - 1]
    var left = count - open.count { $0.price < last }
    let kept = Set(
      open.compactMap { place -> Assignment.Place? in
        // Of those that cost as much as the last, the first.
        if place.price == last { left -= 1 }
        guard place.price < last || place.price == last && left >= 0 else { return nil }
        return Assignment.Place(start: place.start, room: place.room)
      })
    let table = self
    keep { s, r in
      let place = Assignment.Place(start: s, room: r)
      return table.price(s, r) != nil && (kept.contains(place) || table.stay(place) == stand)
    }
  }
}

extension PlanningProblem {
  /// Strikes out the places by themselves so dear that no schedule with them costs less than
  /// `cost`: every other session costs at least its cheapest place.
  ///
  /// - Returns: whether any schedule can cost less.
  mutating func strikePlaces(notBelow cost: Int) -> Bool {
    let least = TypedArray(over: places.indices) { p in
      [places[p].prices.filter { $0 >= 0 }.min(), unplacedCost[p]].compactMap(\.self).min() ?? 0
    }
    let spare = cost - 1 - least.reduce(0, +)
    guard spare >= 0 else { return false }
    for p in places.indices {
      for i in places[p].prices.indices where places[p].prices[i] > least[p] + spare {
        places[p].prices[i] = -1
      }
      places[p].dropDeadStartsAndRooms()
    }
    return true
  }
}
