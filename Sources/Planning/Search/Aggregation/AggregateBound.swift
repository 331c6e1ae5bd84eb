// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// What every schedule costs at least, proven by relaxations that see time and rooms coarsely
/// first, then finer: a good bound after a second or two at any size, and better ones on.
///
/// All work is counted in rounds of a relaxation; the same incumbents at the same rounds give the
/// same bounds.
struct AggregateBound {
  private let problem: PlanningProblem
  private let solver: any ProgramSolver
  /// Larger programs take more than they give.
  private static let mostColumns = 30_000

  init(_ problem: PlanningProblem, _ solver: any ProgramSolver) {
    self.problem = problem
    self.solver = solver
  }

  /// - Parameters:
  ///   - work: rounds of relaxations at most; `nil` for as many as there are.
  ///   - incumbent: the cost of the best schedule known, asked between rounds.
  ///   - seconds: what is left of a user's time.
  ///   - prove: takes what every schedule costs at least, each time more than before.
  func run(
    work: Int? = nil, incumbent: () -> Int, isStopped: () -> Bool, seconds: () -> Double?,
    cancellation: Cancellation = Cancellation(), prove: (Int) -> Void
  ) {
    guard problem.homelessSession == nil, !problem.sessions.isEmpty else { return }
    let samples = TimeSamples(problem)
    let rooms = problem.mostRoomsAtOnce
    let spans = problem.sessions.indices.map { p in
      problem.places[p].starts.map { samples.met(from: $0, minutes: problem.minutes[p]).count }
        .max() ?? 0
    }
    let families = ClashFamily.all(problem, spans: spans, rooms: rooms)
    let sources = families.map { FamilyCuts($0, rooms: rooms, solver) }
    var pools: [[FamilyCuts.Cut]] = families.map { _ in [] }
    var left = work ?? .max
    var best = 0
    for size in TimeGrain.Size.allCases {
      let grain = TimeGrain(problem, samples, size)
      if size == .moments, grain.blockCount == samples.stretchCount { continue }
      let draft = AggregateProgram(problem, grain, families: families)
      guard draft.program.columns.count <= Self.mostColumns else { return }
      var rows = ClashRows(draft, families, sources, pools)
      let limits = SolveLimits(seconds: seconds())
      let outcome = solver.relax(
        draft.program, limits: limits, cancellation: cancellation,
        rows: { point in
          let now = Self.whole(draft.program.objective(at: point))
          if now > best {
            best = now
            prove(now)
          }
          left -= 1
          guard left > 0, best < incumbent(), !isStopped() else { return [] }
          return rows.broken(at: point, SolveLimits(seconds: seconds()), cancellation)
        })
      pools = rows.pools
      switch outcome {
      case .infeasible:
        // No schedule at all, then: any bound holds, also the cost of one that was known.
        let known = incumbent()
        if known < .max, known > best { prove(known) }
        return
      case .unknown: return
      case .solved: break
      }
      if left <= 0 || isStopped() || best >= incumbent() { return }
    }
  }

  /// Rounded up: every schedule costs a whole number.
  private static func whole(_ bound: Double) -> Int {
    bound.isFinite ? Int((bound - 1e-5).rounded(.up)) : 0
  }
}

/// The rows of the families' columns, named when a point breaks them.
struct ClashRows {
  private let draft: AggregateProgram
  private let families: [ClashFamily]
  private let sources: [FamilyCuts]
  /// By family, all lines found so far.
  private(set) var pools: [[FamilyCuts.Cut]]
  /// By family and block: the type that a column adds moments to, and how many.
  private let loads: [[[(column: Column, type: Int, moments: Double)]]]

  init(
    _ draft: AggregateProgram, _ families: [ClashFamily], _ sources: [FamilyCuts],
    _ pools: [[FamilyCuts.Cut]]
  ) {
    self.draft = draft
    self.families = families
    self.sources = sources
    self.pools = pools
    let grain = draft.grain
    loads = families.map { family in
      var blocks: [[(column: Column, type: Int, moments: Double)]] = Array(
        repeating: [], count: grain.blockCount)
      for (p, columns) in grain.columns.enumerated() where family.typeOf[p] >= 0 {
        for (c, column) in columns.enumerated() {
          for (block, moments) in column.load {
            blocks[block].append((draft.when[p][c], family.typeOf[p], Double(moments)))
          }
        }
      }
      return blocks
    }
  }

  /// Known lines that a point breaks, at most one for each family and block; new ones where there
  /// are none.
  mutating func broken(
    at point: [Double], _ limits: SolveLimits, _ cancellation: Cancellation
  ) -> [Row] {
    var rows: [Row] = []
    for f in families.indices {
      let running = running(f, at: point)
      rows += known(f, point, running)
    }
    if !rows.isEmpty { return rows }
    for f in families.indices {
      let running = running(f, at: point)
      // The blocks where most may be missing first; what they teach holds at the others too.
      let order = running.indices.filter { draft.grain.running[$0] > 0 }.sorted {
        (paid(f, $0, point), $0) < (paid(f, $1, point), $1)
      }
      var found: [Row] = []
      for block in order {
        guard let cut = sources[f].cut(at: running[block], limits, cancellation) else { continue }
        guard gain(cut, f, block, point, running[block]) > 1e-4 else { continue }
        pools[f].append(cut)
        found = known(f, point, running)
        if found.count * 2 > order.count { break }
      }
      rows += found
    }
    return rows
  }

  private func paid(_ f: Int, _ block: Int, _ point: [Double]) -> Double {
    point[draft.clash[f][block].index]
  }

  /// How many of each type run on average at each block's moments.
  private func running(_ f: Int, at point: [Double]) -> [[Double]] {
    loads[f].enumerated().map { block, entries in
      var sum = Array(repeating: 0.0, count: families[f].members.count)
      let moments = Double(max(1, draft.grain.running[block]))
      for entry in entries {
        sum[entry.type] += point[entry.column.index] * entry.moments / moments
      }
      return sum
    }
  }

  private func gain(
    _ cut: FamilyCuts.Cut, _ f: Int, _ block: Int, _ point: [Double], _ running: [Double]
  ) -> Double {
    cut.value(running) * Double(draft.grain.running[block]) - paid(f, block, point)
  }

  private func known(_ f: Int, _ point: [Double], _ running: [[Double]]) -> [Row] {
    running.indices.compactMap { block in
      var best: (cut: FamilyCuts.Cut, gain: Double)?
      for cut in pools[f] {
        let gain = gain(cut, f, block, point, running[block])
        if gain > max(1e-4, best?.gain ?? 0) { best = (cut, gain) }
      }
      return best.map { row($0.cut, f, block) }
    }
  }

  private func row(_ cut: FamilyCuts.Cut, _ f: Int, _ block: Int) -> Row {
    var sum = LinearExpression(draft.clash[f][block], times: -1)
    for entry in loads[f][block] where cut.worth[entry.type] > 0 {
      sum.add(entry.column, times: cut.worth[entry.type] * entry.moments)
    }
    return Row(
      families[f].name, sum, upper: cut.allowance * Double(draft.grain.running[block]))
  }
}
