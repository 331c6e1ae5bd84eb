// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// Rows that say what the sessions of one moment cost each other, for any of them that run together.
///
/// Pairs alone leave the relaxation at nothing: a fractional schedule smears each session over
/// the week, and no two of them add up to one. The sets that can run together (patterns) do not
/// smear: a point of the relaxation costs at least the cheapest mix of patterns that covers it. The
/// dual of that mix, found by generating patterns, is a row; it holds at every moment alike.
final class PatternRows {
  private let draft: DraftProgram
  private let problem: PlanningProblem
  private let moments: TimePoints
  private let cost: [Column]
  private let solver: any ProgramSolver
  private let state: any ProofHost
  private let search: PatternSearch<SessionPosition>
  private let steps: Int
  private var patterns: [[SessionPosition]] = []
  private var cuts: [Cut] = []
  /// Where each session may count, spread evenly: rows are sought between here and the point, so
  /// that they see sessions too that are not at the moment now.
  private let middle: [Shares]
  /// Columns by moment of each session that may count there.
  private let counting: [[(session: SessionPosition, columns: [Column])]]

  /// How much of each session counts at a moment.
  private typealias Shares = TypedArray<SessionPosition, Double>

  struct Cut: Sendable, Hashable {
    let worth: TypedArray<SessionPosition, Double>
    let allowance: Double
  }

  init?(
    _ draft: DraftProgram, _ solver: any ProgramSolver, steps: Int, _ state: any ProofHost
  ) {
    guard let clash = draft.clash else { return nil }
    self.draft = draft
    moments = clash.moments
    cost = clash.cost
    self.solver = solver
    self.steps = steps
    self.state = state
    problem = draft.problem
    search = PatternSearch(draft.problem)
    counting = cost.indices.map { m in
      draft.problem.sessions.indices.compactMap { p in
        let columns = draft.counting(p, at: m)
        return columns.isEmpty ? nil : (p, columns)
      }
    }
    var places = TypedArray<SessionPosition, Int>(
      repeating: 0, count: draft.problem.sessions.count)
    for here in counting { for entry in here { places[entry.session] += 1 } }
    middle = counting.map { here in
      var shares = Shares(repeating: 0, count: places.count)
      for entry in here { shares[entry.session] = 1 / Double(places[entry.session]) }
      return shares
    }
  }

  /// Rows that a point breaks: known ones of other moments first, new ones where there are none.
  func broken(at point: [Double]) -> [Row] {
    let shares = cost.indices.map { share(at: point, $0) }
    var rows = known(point, shares)
    // A schedule is priced as it is; only between schedules mixes have to be found.
    for m in cost.indices {
      if let cut = exactCut(shares[m]), worth(cut, shares[m]) > value(point, m) + 1e-4 {
        rows.append(row(cut, m))
      }
    }
    if !rows.isEmpty { return rows }
    // The moments where most may be missing first; what they teach holds at the others too.
    let order = cost.indices.sorted {
      (value(point, $0), $0) < (value(point, $1), $1)
    }
    for m in order where !state.isStopped {
      for mix in [0.5, 1.0] {
        guard let cut = cut(for: shares[m], towards: middle[m], mix: mix) else { continue }
        let gain = worth(cut, shares[m])
        if gain > value(point, m) + 1e-4 {
          cuts.append(cut)
          break
        }
      }
      rows = known(point, shares)
      if rows.count > cost.count / 2 { break }
    }
    return rows
  }

  private func value(_ point: [Double], _ m: Int) -> Double { point[cost[m].index] }

  private func share(at point: [Double], _ m: Int) -> Shares {
    var shares = Shares(repeating: 0, count: problem.sessions.count)
    for entry in counting[m] {
      shares[entry.session] = entry.columns.reduce(0) { $0 + point[$1.index] }
    }
    return shares
  }

  /// Where the sessions of a moment are settled, what they cost each other; each that goes takes
  /// along no more than it pays now.
  private func exactCut(_ shares: Shares) -> Cut? {
    var here: [SessionPosition] = []
    for (p, share) in shares.enumerated() where share > 1e-6 {
      guard share > 1 - 1e-6 else { return nil }
      here.append(p)
    }
    var worth = Shares(repeating: 0, count: shares.count)
    for p in here {
      for q in here where q != p {
        guard search.prices[p, q].isFinite else { return nil }
        worth[p] += search.prices[p, q]
      }
    }
    let cost = search.cost(of: here)
    return Cut(worth: worth, allowance: worth.reduce(0, +) - cost)
  }

  private func worth(_ cut: Cut, _ shares: Shares) -> Double {
    zip(cut.worth, shares).reduce(-cut.allowance) { $0 + $1.0 * $1.1 }
  }

  /// The most broken known row of each moment.
  private func known(_ point: [Double], _ shares: [Shares]) -> [Row] {
    var rows: [Row] = []
    for m in cost.indices {
      var best: (cut: Cut, gain: Double)?
      for cut in cuts {
        let gain = worth(cut, shares[m])
        if gain > value(point, m) + 1e-4, gain > best?.gain ?? -.infinity { best = (cut, gain) }
      }
      if let best { rows.append(row(best.cut, m)) }
    }
    return rows
  }

  private func row(_ cut: Cut, _ m: Int) -> Row {
    var sum = LinearExpression(cost[m], times: -1)
    for entry in counting[m] where cut.worth[entry.session] > 0 {
      for column in entry.columns { sum.add(column, times: cut.worth[entry.session]) }
    }
    return Row("clashes at \(moments.minutes[m])", sum, upper: cut.allowance)
  }

  /// The row that lifts a point most, by the dual of its cheapest mix of patterns.
  private func cut(for shares: Shares, towards middle: Shares, mix: Double) -> Cut? {
    let search = search
    let steps = steps
    var program = IntegerProgram()
    var target = shares
    for p in shares.indices { target[p] = mix * shares[p] + (1 - mix) * middle[p] }
    // The rooms at that moment: a mix of patterns covers no more.
    let columns = target.mapped {
      program.addColumn("", upper: 1000, isWhole: false, cost: -$0)
    }
    let allowance = program.addColumn("", upper: 100_000, isWhole: false, cost: 1)
    func condition(_ pattern: [SessionPosition]) -> Row {
      var sum = LinearExpression(allowance, times: -1)
      for p in pattern { sum.add(columns[p]) }
      return Row("", sum, upper: search.cost(of: pattern))
    }
    for pattern in patterns { program.add(condition(pattern)) }
    var found: [[SessionPosition]] = []
    let outcome = solver.relax(
      program, limits: state.limits(nodes: nil),
      cancellation: state.cancellation,
      rows: { point in
        let best = search.best(
          columns.enumerated().map { ($0, point[$1.index]) }, steps: steps)
        guard best.gain > point[allowance.index] + 1e-4 else { return [] }
        let new = best.others.suffix(6)
        found += new
        return new.map(condition)
      })
    patterns += found
    guard case .solved(let dual) = outcome else { return nil }
    // Rounded, so that the row is the same whatever the last digits were.
    let worth = columns.mapped { (dual.values[$0.index] * 64).rounded(.down) / 64 }
    let best = search.best(worth.enumerated().map { ($0, $1) }, steps: 20 * steps)
    return Cut(worth: worth, allowance: best.atMost)
  }
}

extension PatternSearch<SessionPosition> {
  init(_ problem: PlanningProblem) {
    var prices = SquareTable<SessionPosition, Double>(
      repeating: 0, side: problem.sessions.count)
    for p in problem.sessions.indices {
      for q in problem.sessions.indices where q > p {
        let price = problem.requiredGap[p, q] >= 0 ? .infinity : Double(problem.overlapCost[p, q])
        prices.setBoth(p, q) { _ in price }
      }
    }
    self.prices = prices
    // Rooms that stand for no others: a joined room takes up one of its parts at least.
    most = problem.scenario.rooms.count { $0.parts.isEmpty }
    var cliques = TypedArray<SessionPosition, [Int]>(
      repeating: [], count: problem.sessions.count)
    var cliquePrice: [Double] = []
    for members in Self.groups(problem) where members.count > 1 {
      var least = Double.infinity
      for (i, p) in members.enumerated() {
        for q in members[(i + 1)...] { least = min(least, prices[p, q]) }
      }
      guard least > 0 else { continue }
      for p in members { cliques[p].append(cliquePrice.count) }
      cliquePrice.append(least.isFinite ? least : 1e6)
    }
    self.cliques = cliques
    self.cliquePrice = cliquePrice
  }

  /// Sets of sessions that are likely to pay for each other: themes, kinds, all intersessional ones.
  private static func groups(_ problem: PlanningProblem) -> [[SessionPosition]] {
    var byName: [String: [SessionPosition]] = [:]
    for p in problem.sessions.indices {
      for theme in problem.session(p).themes { byName["theme \(theme)", default: []].append(p) }
      let kinds = problem.scenario.kinds(ofSession: problem.sessions[p]).filter(\.isIntersessional)
      for kind in kinds { byName["kind \(kind)", default: []].append(p) }
      if !kinds.isEmpty { byName["intersessional", default: []].append(p) }
    }
    return byName.sorted { $0.key < $1.key }.map(\.value)
  }
}
