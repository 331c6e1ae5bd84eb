// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// The rows of the families' columns, named when a point breaks them.
struct ClashRows {
  private let draft: AggregateProgram
  private let families: [ClashFamily]
  private let sources: [FamilyCuts]
  /// By family, all lines found so far.
  private(set) var pools: [[FamilyCuts.Cut]]
  /// Programs solved for one line.
  private var rounds = 1
  private static let mostRounds = 200
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

  /// Lines found already that a point breaks, at most one for each family and block.
  func knownBroken(at point: [Double]) -> [Row] {
    families.indices.flatMap { known($0, point, running($0, at: point)) }
  }

  /// Known lines that a point breaks, at most one for each family and block; new ones where there
  /// are none.
  mutating func broken(
    at point: [Double], _ limits: SolveLimits, _ cancellation: Cancellation
  ) -> [Row] {
    var rows = knownBroken(at: point)
    if !rows.isEmpty { return rows }
    // Quick lines first; more work only when they teach nothing more.
    while rows.isEmpty {
      // Sets of all sessions are expensive to find; what the meeting as a whole teaches has to do
      // for its parts.
      for f in families.indices where !families[f].isWhole || draft.grain.size == .meeting {
        rows += new(f, point, limits, cancellation)
      }
      if rows.isEmpty {
        guard rounds < Self.mostRounds else { return [] }
        rounds *= 6
      }
    }
    return rows
  }

  private mutating func new(
    _ f: Int, _ point: [Double], _ limits: SolveLimits, _ cancellation: Cancellation
  ) -> [Row] {
    let running = running(f, at: point)
    // The blocks where most may be missing first; what they teach holds at the others too.
    let order = running.indices.filter { draft.grain.running[$0] > 0 }.sorted {
      (paid(f, $0, point), $0) < (paid(f, $1, point), $1)
    }
    var found: [Row] = []
    for block in order {
      let cut = sources[f].cut(at: running[block], mostRounds: rounds, limits, cancellation)
      guard let cut, gain(cut, f, block, point, running[block]) > 1e-4 else { continue }
      pools[f].append(cut)
      found = known(f, point, running)
      if found.count * 2 > order.count { break }
    }
    return found
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
