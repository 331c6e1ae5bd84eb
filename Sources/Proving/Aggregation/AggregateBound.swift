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
  private let samples: TimeSamples
  private let families: [ClashFamily]
  private let sources: [[any LineSource]]
  /// Families that are told before lines about all sessions are sought.
  private let first: Int
  /// Larger programs cost more than they gain.
  private static let mostColumns = 30_000
  /// Sets of all sessions are sought among at most this many.
  private static let mostInSets = 160
  /// Nodes of the branch and cut over the meeting as one block: many where the program has few
  /// columns, since there they prove what the relaxation cannot; of larger ones more prove nothing.
  private static func nodes(_ program: IntegerProgram) -> Int {
    program.columns.count <= 400 ? 3_000 : 100
  }
  /// Rounds without gain after which a finer program is tried.
  private static let patience = 6

  /// The families of a problem, and how their sets are sought.
  package init(_ problem: PlanningProblem, _ solver: any ProgramSolver) {
    self.problem = problem
    self.solver = solver
    let samples = TimeSamples(problem)
    self.samples = samples
    let rooms = problem.mostRoomsAtOnce
    let spans = problem.spans(samples)
    let parts = ClashFamily.all(problem, spans: spans, rooms: rooms)
    var families = parts
    var sources: [[any LineSource]] = parts.map { [FamilyCuts($0, rooms: rooms, solver)] }
    if let whole = ClashFamily(wholeOf: problem, spans: spans, rooms: rooms) {
      var lines: [any LineSource] = []
      let together = JointFamilies(whole, parts, rooms: rooms)
      if let joint = JointCuts(together, solver) { lines.append(joint) }
      if problem.sessions.count <= Self.mostInSets {
        lines.append(FamilyCuts(whole: whole, parts, rooms: rooms, solver))
      }
      if !lines.isEmpty {
        families.append(whole)
        sources.append(lines)
      }
    }
    // In large meetings lines about all sessions take long, and the rest says most at once.
    first = problem.sessions.count <= Self.mostInSets ? families.count : parts.count
    self.families = families
    self.sources = sources
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
    var pools: [[FamilyCuts.Cut]] = families.map { _ in [] }
    for draft in programs {
      let count = draft.families.count
      let people = PersonRows(draft)
      var clashes = ClashRows(
        draft, draft.families, Array(sources.prefix(count)), Array(pools.prefix(count)))
      var highest = -Double.infinity
      var idle = 0
      let relaxed = solver.relax(
        draft.program, limits: limits(), cancellation: cancellation,
        rows: { point in
          let objective = draft.program.objective(at: point)
          take(objective)
          idle = objective > highest + 0.02 ? 0 : idle + 1
          highest = max(highest, objective)
          left -= 1
          if isDone() || idle > Self.patience { return [] }
          return people.broken(at: point) + clashes.broken(at: point, limits(), cancellation)
        })
      pools.replaceSubrange(0..<count, with: clashes.pools)
      switch relaxed {
      case .infeasible:
        // No schedule at all, then: any bound holds, also the cost of one that was known.
        if incumbent() < .max { take(Double(incumbent())) }
        return
      case .unknown: return
      case .solved(let relaxation):
        if isDone() { return }
        guard draft.grain.size == .meeting else { continue }
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

  /// From coarse to fine; then, where lines about all sessions come later, the coarse ones with them.
  private var programs: some Sequence<AggregateProgram> {
    let early = AggregatePrograms(
      problem, samples, Array(families.prefix(first)), TimeGrain.Size.allCases,
      mostColumns: Self.mostColumns)
    let late = AggregatePrograms(
      problem, samples, families, first < families.count ? [.meeting, .stretches] : [],
      mostColumns: Self.mostColumns)
    return [early, late].lazy.joined()
  }
}

/// The programs of a problem from coarse to fine, each made when it is asked for; the last is the
/// finest that is not too large.
private struct AggregatePrograms: Sequence, IteratorProtocol {
  private let problem: PlanningProblem
  private let families: [ClashFamily]
  private var grains: [TimeGrain]

  init(
    _ problem: PlanningProblem, _ samples: TimeSamples, _ families: [ClashFamily],
    _ sizes: [TimeGrain.Size], mostColumns: Int
  ) {
    self.problem = problem
    self.families = families
    let classes = RoomClasses(problem, .coarse).members.count
    grains = sizes.map { TimeGrain(problem, samples, $0) }
      .filter { grain in
        let columns = grain.columns.reduce(0) { $0 + $1.count + classes }
        return grain.size == .meeting || columns <= mostColumns
      }
    // In a meeting of slots stretches are moments already.
    if grains.count == 3, grains[2].blockCount == grains[1].blockCount { grains.removeLast() }
  }

  mutating func next() -> AggregateProgram? {
    guard !grains.isEmpty else { return nil }
    return AggregateProgram(problem, grains.removeFirst(), families: families)
  }
}

extension PlanningProblem {
  /// The most moments that each session meets wherever it starts.
  func spans(_ samples: TimeSamples) -> TypedArray<SessionPosition, Int> {
    TypedArray(over: sessions.indices) { p in
      places[p].starts.map { samples.met(from: $0, minutes: minutes[p]).count }.max() ?? 0
    }
  }
}
