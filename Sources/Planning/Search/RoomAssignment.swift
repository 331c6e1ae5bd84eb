// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// Concrete rooms for sessions whose starts and room classes are settled.
struct RoomAssignment {
  let problem: PlanningProblem
  let solver: any ProgramSolver

  /// The best rooms inside the classes of a coarse program, or `nil` where none fit (or the search
  /// was stopped). Ties to one room are settled by a program of their own, the rest follows.
  func rooms(
    for choices: [(start: Int, roomClass: Int)?], of coarse: RoomClasses,
    limits: SolveLimits, cancellation: Cancellation
  ) -> Assignment? {
    let exact = RoomClasses(problem, .exact)
    guard exact.members.count > coarse.members.count else {
      return handOut(choices, of: coarse)
    }
    let draft = DraftProgram(problem, .exact) { p, start, roomClass in
      guard let choice = choices[p] else { return false }
      return choice.start == start
        && coarse.classOf[exact.members[roomClass][0]] == choice.roomClass
    }
    let rows = OverlapRows(draft)
    let outcome = solver.solve(
      draft.program, cutoff: nil, limits: limits, cancellation: cancellation,
      rows: rows.broken(at:), news: { _ in })
    switch outcome {
    case .optimal(let solution), .feasible(let solution, _):
      return handOut(draft.choices(at: solution.values), of: exact)
    case .infeasible, .unknown:
      return nil
    }
  }

  /// The first free room of its class to each session in order of start: never fails where no
  /// moment asks for more rooms than the class has.
  func handOut(_ choices: [(start: Int, roomClass: Int)?], of classes: RoomClasses) -> Assignment? {
    var result = Assignment(places: Array(repeating: nil, count: choices.count))
    var freeFrom: [Int: Int] = [:]
    let order = choices.indices.filter { choices[$0] != nil }.sorted {
      (startMinute($0, choices), $0) < (startMinute($1, choices), $1)
    }
    for p in order {
      guard let choice = choices[p] else { continue }
      let start = problem.places[p].starts[choice.start]
      let usable = classes.members[choice.roomClass].first { room in
        freeFrom[room] ?? .min <= start && problem.places[p].rooms.firstIndexSorted(room) != nil
      }
      guard let room = usable, let index = problem.places[p].rooms.firstIndexSorted(room) else {
        return nil
      }
      freeFrom[room] = start + problem.minutes[p] + problem.roomGap[room, room]
      result.places[p] = .init(start: choice.start, room: index)
    }
    return result
  }

  private func startMinute(_ p: Int, _ choices: [(start: Int, roomClass: Int)?]) -> Int {
    choices[p].map { problem.places[p].starts[$0.start] } ?? .max
  }
}
