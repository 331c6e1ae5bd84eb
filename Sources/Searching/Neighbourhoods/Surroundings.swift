// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// The sessions that one session concerns at a place that it was put to, those first that it concerns
/// most: whom it breaks a rule with or costs something there, then what is tied to it, then what stands
/// beside all of these at the same hours.
struct Surroundings {
  private let problem: PlanningProblem
  private let session: SessionPosition
  private let assignment: Assignment

  /// - Parameters:
  ///   - session: stands in the assignment.
  init(_ problem: PlanningProblem, of session: SessionPosition, in assignment: Assignment) {
    self.problem = problem
    self.session = session
    self.assignment = assignment
  }

  /// A broken rule beside a cost: more than any cost of a pair.
  private static let brokenRule = 1_000_000

  /// At most so many sessions, the one in the middle first, none twice.
  func sessions(_ size: Int) -> [SessionPosition] {
    let ties = ties
    let others = problem.sessions.indices.filter { $0 != session && !problem.places[$0].isEmpty }
    let placed = others.filter { assignment.places[$0] != nil }
    let tied = others.filter { ties[$0] > 0 }.sorted { (ties[$1], $0) < (ties[$0], $1) }
    let near = problem.daysTouch ? placed : placed.filter(isOnItsDay)
    let concerned = concerned(Set(near).union(tied.filter(placed.contains)).sorted())
    var chosen = [session]
    var isChosen = Set(chosen)
    func add(_ more: [SessionPosition], upTo most: Int) {
      for q in more where chosen.count < most && isChosen.insert(q).inserted { chosen.append(q) }
    }
    add(concerned, upTo: max(2, size / 2))
    add(tied, upTo: max(chosen.count, size * 2 / 3))
    // Who has to give way needs somebody else's place, best at the same hours.
    let hours = chosen.compactMap { problem.start($0, in: assignment) }
    let beside = others.map { q -> (distance: Int, session: SessionPosition) in
      // Those that are left out come last.
      guard let start = problem.start(q, in: assignment) else { return (.max, q) }
      return (hours.map { abs($0 - start) }.min() ?? 0, q)
    }
    add(beside.sorted { $0 < $1 }.map(\.session), upTo: size)
    return chosen
  }

  /// How much each session has to do with the one in the middle, wherever they stand.
  private var ties: TypedArray<SessionPosition, Double> {
    var ties = TypedArray<SessionPosition, Double>(repeating: 0, count: problem.sessions.count)
    for terms in problem.terms.all { terms.addPull(of: session, to: &ties) }
    return ties
  }

  private func isOnItsDay(_ q: SessionPosition) -> Bool {
    guard let here = assignment.places[session], let there = assignment.places[q] else {
      return false
    }
    return problem.places[session].days[here.start] == problem.places[q].days[there.start]
  }

  /// Those of some sessions that break more or cost more while the one in the middle is where it is,
  /// the most first.
  private func concerned(_ others: [SessionPosition]) -> [SessionPosition] {
    guard let place = assignment.places[session] else { return [] }
    var working = WorkingSchedule(problem, assignment)
    let beside = Self.shares(of: others, in: &working)
    working.take(session)
    let alone = Self.shares(of: others, in: &working)
    working.put(session, at: place)
    return zip(others, zip(beside, alone)).map { ($0, $1.0 - $1.1) }.filter { $0.1 > 0 }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
  }

  /// What each of some sessions adds to a schedule.
  private static func shares(
    of sessions: [SessionPosition], in working: inout WorkingSchedule
  ) -> [Int] {
    let all = working.score
    return sessions.map { q in
      guard let place = working.assignment.places[q] else { return 0 }
      working.take(q)
      let without = working.score
      working.put(q, at: place)
      return (all.violations - without.violations) * brokenRule + all.cost - without.cost
    }
  }
}
