// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPKGuard
import IntegerPrograms

/// One `glp_prob`, made, used and freed on one thread; never handed out of `GLPK`'s calls.
final class GLPKProblem {
  let handle: OpaquePointer
  private let columns: Int
  /// After a fatal error GLPK has already freed it.
  private(set) var isLost = false

  /// The program must have no defect.
  init(_ program: IntegerProgram) {
    handle = glp_create_prob()
    columns = program.columns.count
    glp_set_obj_dir(handle, GLP_MIN)
    glp_set_obj_coef(handle, 0, program.constant)
    if columns > 0 { glp_add_cols(handle, Int32(columns)) }
    for (index, column) in program.columns.enumerated() {
      let j = Int32(index + 1)
      glp_set_col_bnds(
        handle, j, Self.boundType(column.lower, column.upper), column.lower,
        column.upper.isFinite ? column.upper : 0)
      glp_set_obj_coef(handle, j, column.cost)
      glp_set_col_kind(handle, j, column.isWhole ? GLP_IV : GLP_CV)
    }
    add(program.rows, to: handle)
  }

  deinit { if !isLost { glp_delete_prob(handle) } }

  static func boundType(_ lower: Double, _ upper: Double) -> Int32 {
    switch (lower.isFinite, upper.isFinite) {
    case (true, true): lower == upper ? GLP_FX : GLP_DB
    case (true, false): GLP_LO
    case (false, true): GLP_UP
    case (false, false): GLP_FR
    }
  }

  /// Adds rows without defects, to this problem or to a node's.
  func add(_ rows: [Row], to problem: OpaquePointer) {
    guard !rows.isEmpty else { return }
    var i = glp_add_rows(problem, Int32(rows.count))
    for row in rows {
      let indices = [0] + row.terms.map { Int32($0.column.index + 1) }
      let factors = [0] + row.terms.map(\.factor)
      glp_set_mat_row(problem, i, Int32(row.terms.count), indices, factors)
      glp_set_row_bnds(
        problem, i, Self.boundType(row.lower, row.upper), row.lower.isFinite ? row.lower : 0,
        row.upper.isFinite ? row.upper : 0)
      i += 1
    }
  }

  func values(of problem: OpaquePointer) -> [Double] {
    (0..<columns).map { glp_get_col_prim(problem, Int32($0 + 1)) }
  }

  var reducedCosts: [Double] { (0..<columns).map { glp_get_col_dual(handle, Int32($0 + 1)) } }

  var wholeValues: [Double] { (0..<columns).map { glp_mip_col_val(handle, Int32($0 + 1)) } }

  /// Counts iterations as work: one of a large program takes longer.
  func count(_ iterations: Int, _ stop: Stop) {
    stop.count(iterations * (1 + (columns + Int(glp_get_num_rows(handle))) / 5_000))
  }

  enum LPStatus { case optimal, infeasible, stopped, failed }

  /// Solves the relaxation from the current basis, in slices, so that a stop is noticed soon.
  func solveRelaxation(_ stop: Stop) -> LPStatus {
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    // Costs are not negative, so the slack basis is dual feasible, and stays so when rows are
    // added.
    parameters.meth = GLP_DUALP
    parameters.it_lim = 500
    var retries = 0
    while true {
      var code: Int32 = 0
      let before = glp_get_it_cnt(handle)
      if glpk_guarded_simplex(handle, &parameters, &code) != 0 {
        isLost = true
        return .failed
      }
      count(Int(glp_get_it_cnt(handle) - before), stop)
      switch code {
      case 0:
        switch glp_get_status(handle) {
        case GLP_OPT: return .optimal
        case GLP_NOFEAS, GLP_INFEAS: return .infeasible
        default: return .failed
        }
      case GLP_EITLIM:
        if stop.isDue { return .stopped }
      default:
        // A basis that cannot be factorised: begin again from slacks, by the primal simplex.
        guard retries < 2 else { return .failed }
        retries += 1
        glp_std_basis(handle)
        parameters.meth = retries == 1 ? GLP_DUALP : GLP_PRIMAL
        if stop.isDue { return .stopped }
      }
    }
  }

  /// Runs branch and cut from the relaxation's basis.
  func branchAndCut(_ parameters: inout glp_iocp) -> Int32? {
    var code: Int32 = 0
    if glpk_guarded_intopt(handle, &parameters, &code) != 0 {
      isLost = true
      return nil
    }
    return code
  }
}
