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
  /// The families of a problem, and how their sets are sought.
  package init(_ given: PlanningProblem, _ solver: any ProgramSolver) {
    let problem = given.withoutHopelessPlaces
    self.problem = problem
    self.solver = solver
    let samples = TimeSamples(problem)
    self.samples = samples
    let rooms = problem.mostRoomsAtOnce
    let isLarge = problem.sessions.count > Self.mostInSets
    var families: [ClashFamily] = []
    var sources: [[any LineSource]] = []
    var wholes: [(family: ClashFamily, lines: [any LineSource])] = []
    for rhythm in 0..<samples.rhythmCount {
      let parts = ClashFamily.all(problem, samples, rhythm: rhythm, rooms: rooms)
      families += parts
      sources += parts.map { [FamilyCuts($0, rooms: rooms, solver)] }
      guard let whole = ClashFamily(wholeOf: problem, samples, rhythm: rhythm, rooms: rooms) else {
        continue
      }
      var lines: [any LineSource] = []
      let together = JointFamilies(whole, parts, rooms: rooms)
      if let joint = JointCuts(together, solver) { lines.append(joint) }
      if !isLarge { lines.append(FamilyCuts(whole: whole, parts, rooms: rooms, solver)) }
      if !lines.isEmpty { wholes.append((whole, lines)) }
    }
    // In large meetings lines about all sessions take long, and the rest says most at once.
    first = families.count + (isLarge ? 0 : wholes.count)
    self.families = families + wholes.map(\.family)
    self.sources = sources + wholes.map(\.lines)
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
    var sources = sources
    for draft in programs {
      let count = draft.families.count
      let people = PersonRows(draft)
      var clashes = ClashRows(
        draft, draft.families, Array(sources.prefix(count)), Array(pools.prefix(count)))
      var progress = RoundProgress(seeksAboutAll: first < families.count && count > first)
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
      pools.replaceSubrange(0..<count, with: clashes.pools)
      sources.replaceSubrange(0..<count, with: clashes.sources)
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

  /// From coarse to fine, each made when it is asked for. Lines about all sessions, where they come
  /// late, are sought as soon as the coarse programs have said what they can: they gain more than
  /// finer time does.
  private var programs: some Sequence<AggregateProgram> {
    let grains = Dictionary(
      uniqueKeysWithValues: TimeGrain.Size.allCases.map { ($0, TimeGrain(problem, samples, $0)) })
    let classes = RoomClasses(problem, .coarse).members.count
    func isSmall(_ grain: TimeGrain) -> Bool {
      let columns = grain.columns.reduce(0) { $0 + $1.count + classes }
      return grain.size == .meeting || columns <= Self.mostColumns
    }
    // In a meeting of slots stretches are moments already.
    let isSame = grains[.moments]?.blockCount == grains[.stretches]?.blockCount
    let all = families.count
    let steps: [(size: TimeGrain.Size, families: Int)] =
      first == all
      ? TimeGrain.Size.allCases.map { ($0, all) }
      : [(.meeting, first)] + (samples.rhythmCount > 1 ? [] : [(.stretches, first)])
        + [(.meeting, all), (.stretches, all), (.moments, first)]
    let (given, parts) = (problem, families)
    return steps.lazy.filter { $0.size != .moments || !isSame }.compactMap {
      step -> AggregateProgram? in
      guard let grain = grains[step.size], isSmall(grain) else { return nil }
      return AggregateProgram(given, grain, families: Array(parts.prefix(step.families)))
    }
  }
}
