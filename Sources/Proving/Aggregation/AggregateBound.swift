// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// What every schedule costs at least, proven by relaxations that see time and rooms coarsely
/// first, then finer: a good bound after a second or two at any size, and better ones on.
///
/// All work is counted in rounds of a relaxation; the same incumbents at the same rounds give the
/// same bounds.
package struct AggregateBound {
  private let problem: PlanningProblem
  private let solver: any ProgramSolver
  private let sights: [TimeSight]
  /// Nodes of the branch and cut over the meeting as one block: many where the program has few
  /// columns, since there they prove what the relaxation cannot; of larger ones more prove nothing.
  private static func nodes(_ program: IntegerProgram) -> Int {
    program.columns.count <= 400 ? 3_000 : 100
  }

  /// The bound of a problem.
  package init(_ given: PlanningProblem, _ solver: any ProgramSolver) {
    let problem = given.withoutHopelessPlaces
    self.problem = problem
    self.solver = solver
    sights = TimeSight.all(problem, solver)
  }

  /// - Parameters:
  ///   - work: rounds of relaxations at most; `nil` for as many as there are.
  ///   - incumbent: the cost of the best schedule known, asked between rounds.
  ///   - isStopped: asked between rounds; `cancellation` also inside one.
  ///   - meter: counts the solver's work, and ends it when it is spent.
  ///   - seconds: what is left of a user's time.
  ///   - prove: takes what every schedule costs at least, each time more than before.
  package func run(
    work: Int? = nil, incumbent: () -> Int, isStopped: () -> Bool, seconds: () -> Double?,
    meter: WorkMeter? = nil,
    cancellation: Cancellation = Cancellation(), prove: (Int) -> Void
  ) {
    guard problem.homelessSession == nil, !problem.sessions.isEmpty else { return }
    var left = work ?? .max
    var best = 0
    func take(_ bound: Double) {
      let now = WholeBound.units(bound, tolerance: 1e-5)
      guard now > best else { return }
      best = now
      prove(now)
    }
    func isDone() -> Bool { left <= 0 || best >= incumbent() || isStopped() }
    func limits(nodes: Int? = nil) -> SolveLimits {
      SolveLimits(nodes: nodes, seconds: seconds(), meter: meter)
    }
    for var sight in sights {
      for (step, draft) in sight.programs {
        let people = PersonRows(draft)
        var clashes = ClashRows(draft, of: sight)
        var progress = RoundProgress(seeksAboutAll: step.isAboutAll)
        let relaxed = solver.relax(
          draft.program, limits: limits(), cancellation: cancellation,
          rows: { point in
            let objective = draft.program.objective(at: point)
            take(objective)
            left -= 1
            if isDone() { return [] }
            switch progress.next(objective) {
            case .quick:
              return people.broken(at: point) + clashes.broken(at: point, limits(), cancellation)
            case .aboutAll: return clashes.brokenAboutAll(at: point, limits(), cancellation)
            case .end: return []
            }
          })
        sight.learn(from: clashes)
        switch relaxed {
        case .infeasible:
          // No schedule at all, then: any bound holds, also the cost of one that was known.
          if incumbent() < .max { take(Double(incumbent())) }
          return
        case .unknown: return
        case .solved(let relaxation):
          if isDone() { return }
          guard step.branches else { continue }
          var program = draft.program
          for row in relaxation.generated { program.add(row) }
          let known = incumbent()
          let outcome = solver.solve(
            program, cutoff: known < .max ? Double(known) : nil,
            limits: limits(nodes: Self.nodes(program)), cancellation: cancellation,
            rows: { clashes.knownBroken(at: $0) },
            news: { if let bound = $0.bound { take(min(bound, Double(known))) } })
          switch outcome {
          case .optimal(let solution): take(solution.objective)
          case .feasible(_, let bound): take(bound)
          case .infeasible: if known < .max { take(Double(known)) }
          case .unknown(let bound): if let bound { take(min(bound, Double(known))) }
          }
          if isDone() { return }
        }
      }
    }
  }
}
