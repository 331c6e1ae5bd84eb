// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKGuard
import IntegerPrograms

/// One run of `glp_intopt` with our rows, our cut-off and our branching.
///
/// GLPK calls back on the same thread; no error leaves the callback.
final class BranchAndCut {
  private let program: IntegerProgram
  private let cutoff: Double?
  private let stop: Stop
  private let nodeLimit: Int
  private let source: RowSource
  private let news: (SearchNews) -> Void
  private var problem: GLPKProblem?
  private var nodes = 0
  private var iterations: Int32 = 0
  private var bound = -Double.infinity
  private var incumbent: Double?
  private var wasStopped = false
  private var isProvenByBound = false
  private var levels: [(priority: Int, columns: [Int32])] = []

  init(
    _ program: IntegerProgram, cutoff: Double?, stop: Stop, limits: SolveLimits,
    source: @escaping RowSource, news: @escaping (SearchNews) -> Void
  ) {
    self.program = program
    self.cutoff = cutoff
    self.stop = stop
    self.source = source
    self.news = news
    nodeLimit = limits.nodes ?? .max
    let byPriority = Dictionary(grouping: program.columns.indices) {
      program.columns[$0].priority
    }
    levels = byPriority.sorted { $0.key > $1.key }.map { ($0.key, $0.value.map { Int32($0 + 1) }) }
  }

  func run(_ problem: GLPKProblem, rootBound: Double) -> Outcome {
    self.problem = problem
    defer { self.problem = nil }
    bound = rootBound
    if reachesCutoff(rootBound) { return .infeasible }
    iterations = glp_get_it_cnt(problem.handle)
    var parameters = glp_iocp()
    glp_init_iocp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    parameters.presolve = GLP_OFF
    parameters.bt_tech = GLP_BT_BLB
    parameters.br_tech = GLP_BR_DTH
    parameters.sr_heur = GLP_OFF
    parameters.fp_heur = GLP_OFF
    parameters.ps_heur = GLP_OFF
    parameters.cb_func = { tree, info in
      guard let tree, let info else { return }
      Unmanaged<BranchAndCut>.fromOpaque(info).takeUnretainedValue().step(tree)
    }
    parameters.cb_info = Unmanaged.passUnretained(self).toOpaque()
    let code = withExtendedLifetime(self) { problem.branchAndCut(&parameters) }
    guard let code, !problem.isLost else { return .unknown(bound: rounded(bound)) }
    return outcome(problem, isComplete: isProvenByBound || (code == 0 && !wasStopped))
  }

  private func outcome(_ problem: GLPKProblem, isComplete: Bool) -> Outcome {
    let status = glp_mip_status(problem.handle)
    guard status == GLP_OPT || status == GLP_FEAS else {
      return isComplete ? .infeasible : .unknown(bound: rounded(bound))
    }
    var values = problem.wholeValues
    for (index, column) in program.columns.enumerated() where column.isWhole {
      values[index] = values[index].rounded()
    }
    // GLPK's word is checked: a point that breaks a row is not passed on.
    guard program.isFeasible(values), source(values).isEmpty else {
      return .unknown(bound: rounded(bound))
    }
    let solution = Solution(values: values, objective: program.objective(at: values))
    if let cutoff, solution.objective > cutoff - 1e-6 {
      return isComplete ? .infeasible : .unknown(bound: rounded(bound))
    }
    return isComplete
      ? .optimal(solution)
      : .feasible(solution, bound: min(rounded(bound), solution.objective))
  }

  private func rounded(_ bound: Double) -> Double {
    program.hasWholeObjective ? WholeBound.roundedUp(bound) : bound
  }

  private func reachesCutoff(_ objective: Double) -> Bool {
    cutoff.map { rounded(objective) >= $0 - 1e-6 } ?? false
  }

  private func step(_ tree: OpaquePointer) {
    count(tree)
    switch glp_ios_reason(tree) {
    case GLP_ISELECT: select(tree)
    case GLP_IROWGEN: generate(tree)
    case GLP_IBRANCH: branch(tree)
    case GLP_IBINGO:
      if let handle = glp_ios_get_prob(tree) {
        incumbent = glp_mip_obj_val(handle)
        tell()
      }
    default: break
    }
  }

  /// Counts the iterations since the last step.
  private func count(_ tree: OpaquePointer) {
    guard let handle = glp_ios_get_prob(tree) else { return }
    let now = glp_get_it_cnt(handle)
    if now > iterations { problem?.count(Int(now - iterations), stop) }
    iterations = now
  }

  private func tell() {
    news(SearchNews(incumbent: incumbent, bound: rounded(bound), nodes: nodes))
  }

  private func select(_ tree: OpaquePointer) {
    nodes += 1
    let best = glp_ios_best_node(tree)
    if best != 0 {
      let now = glp_ios_node_bound(tree, best)
      // Open nodes that cannot beat the cut-off are not considered: their part of the search is
      // finished.
      bound = max(bound, min(now, cutoff ?? .infinity))
      if let incumbent, rounded(now) >= incumbent - 1e-6 {
        glp_ios_terminate(tree)
        bound = incumbent
        isProvenByBound = true
        return
      }
    }
    if nodes % 50 == 0 { tell() }
    if nodes > nodeLimit || stop.isDue {
      wasStopped = true
      glp_ios_terminate(tree)
    }
  }

  private func generate(_ tree: OpaquePointer) {
    guard let handle = glp_ios_get_prob(tree), let problem else { return }
    if stop.isDue {
      wasStopped = true
      glp_ios_terminate(tree)
      return
    }
    let objective = glp_get_obj_val(handle)
    if reachesCutoff(objective) || incumbent.map({ rounded(objective) >= $0 - 1e-6 }) ?? false {
      // A row that no point keeps ends the node; GLPK has no call for it.
      let i = glp_add_rows(handle, 1)
      glp_set_row_bnds(handle, i, GLP_LO, 1, 0)
      return
    }
    let broken = source(problem.values(of: handle))
      .filter { $0.defect(columns: program.columns.count) == nil }
    problem.add(broken, to: handle)
  }

  /// Branches on the most fractional column of the highest priority that has one.
  private func branch(_ tree: OpaquePointer) {
    guard let handle = glp_ios_get_prob(tree) else { return }
    for level in levels {
      var choice: (column: Int32, distance: Double)?
      for j in level.columns where glp_ios_can_branch(tree, j) != 0 {
        let value = glp_get_col_prim(handle, j)
        let distance = abs(value - value.rounded(.down) - 0.5)
        if distance < choice?.distance ?? .infinity { choice = (j, distance) }
      }
      if let choice {
        glp_ios_branch_upon(tree, choice.column, Int32(GLP_UP_BRNCH))
        return
      }
    }
  }
}
