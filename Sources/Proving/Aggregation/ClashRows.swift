// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// The rows of the families' columns, named when a point breaks them.
struct ClashRows {
  private let draft: AggregateProgram
  private var families: [ClashFamily] { draft.families }
  private(set) var sources: [[any LineSource]]
  /// By family, all lines found so far.
  private(set) var pools: [[FamilyCuts.Cut]]
  /// Programs solved for one line.
  private var rounds = 1
  private static let mostRounds = 200
  /// By family and block: what a column adds to a type.
  private let loads: [[[Entry]]]

  private struct Entry {
    let column: Column
    let type: Int
    let moments: Double
  }
  /// By family, where lines were sought last.
  private var centre: [[[Double]]?]

  init(_ draft: AggregateProgram, of sight: TimeSight) {
    self.draft = draft
    let families = draft.families
    sources = Array(sight.sources.prefix(families.count))
    pools = Array(sight.pools.prefix(families.count))
    centre = families.map { _ in nil }
    let grain = draft.grain
    loads = families.map { family in
      var blocks: [[Entry]] = Array(repeating: [], count: grain.blockCount)
      for (p, columns) in grain.columns.enumerated() {
        for (c, column) in columns.enumerated() {
          for (block, presence, moments) in column.seen
          where grain.rhythmOf[block] == family.rhythm {
            guard let type = family.typeOf[p][presence] else { continue }
            blocks[block].append(
              Entry(column: draft.when[p][c], type: type, moments: Double(moments)))
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
    let known = knownBroken(at: point)
    if !known.isEmpty { return known }
    // Quick lines first; more work only when they teach nothing more.
    while true {
      for isWhole in [false, true] {
        let rows = new(isWhole: isWhole, at: point, limits, cancellation)
        if !rows.isEmpty { return rows }
      }
      guard rounds < Self.mostRounds else { return [] }
      rounds *= 6
    }
  }

  /// New lines about all sessions that a point breaks, whether or not it breaks known lines too.
  mutating func brokenAboutAll(
    at point: [Double], _ limits: SolveLimits, _ cancellation: Cancellation
  ) -> [Row] {
    rounds = Self.mostRounds
    return new(isWhole: true, at: point, limits, cancellation)
  }

  private mutating func new(
    isWhole: Bool, at point: [Double], _ limits: SolveLimits, _ cancellation: Cancellation
  ) -> [Row] {
    families.indices.filter { families[$0].isWhole == isWhole }.flatMap {
      new($0, point, limits, cancellation)
    }
  }

  private mutating func new(
    _ f: Int, _ point: [Double], _ limits: SolveLimits, _ cancellation: Cancellation
  ) -> [Row] {
    // Lines about all sessions are expensive to find; what the meeting as a whole teaches has to do
    // for its parts.
    if families[f].isWhole, draft.grain.size != .meeting { return [] }
    let running = running(f, at: point)
    // Points leap about; half way to where lines were sought last they are steadier.
    let middle = centre[f].map { zip(running, $0).map { zip($0, $1).map { ($0 + $1) / 2 } } }
    centre[f] = middle ?? running
    // The blocks where most may be missing first; what they teach holds at the others too.
    let order = blocks(f).filter { draft.grain.running[$0] > 0 }.sorted {
      (paid(f, $0, point), $0) < (paid(f, $1, point), $1)
    }
    var found: [Row] = []
    for block in order {
      let places = [middle?[block], running[block]].compactMap(\.self)
      let paid = paid(f, block, point)
      var isNew = false
      for n in sources[f].indices {
        for place in places {
          guard let cut = sources[f][n].cut(at: place, mostRounds: rounds, limits, cancellation),
            gain(cut, block, running[block], paid) > 1e-4
          else { continue }
          pools[f].append(cut)
          isNew = true
          break
        }
      }
      guard isNew else { continue }
      found = known(f, point, running)
      if found.count * 2 > order.count { break }
    }
    return found
  }

  private func gain(
    _ cut: FamilyCuts.Cut, _ block: Int, _ running: [Double], _ paid: Double
  ) -> Double {
    cut.value(running) * Double(draft.grain.running[block]) - paid
  }

  private func paid(_ f: Int, _ block: Int, _ point: [Double]) -> Double {
    draft.clash[f][block].map { point[$0.index] } ?? 0
  }

  /// Those of a family's rhythm.
  private func blocks(_ f: Int) -> [Int] {
    draft.clash[f].indices.filter { draft.clash[f][$0] != nil }
  }

  private func running(_ f: Int, at point: [Double]) -> [[Double]] {
    loads[f].enumerated().map { block, entries in
      let none = Array(repeating: 0.0, count: families[f].members.count)
      let moments = Double(max(1, draft.grain.running[block]))
      return entries.reduce(into: none) { sum, entry in
        sum[entry.type] += point[entry.column.index] * entry.moments / moments
      }
    }
  }

  private func known(_ f: Int, _ point: [Double], _ running: [[Double]]) -> [Row] {
    blocks(f).compactMap { block in
      let paid = paid(f, block, point)
      var best: (cut: FamilyCuts.Cut, gain: Double)?
      for cut in pools[f] {
        let gain = gain(cut, block, running[block], paid)
        if gain > max(1e-4, best?.gain ?? 0) { best = (cut, gain) }
      }
      return best.flatMap { row($0.cut, f, block) }
    }
  }

  private func row(_ cut: FamilyCuts.Cut, _ f: Int, _ block: Int) -> Row? {
    guard let column = draft.clash[f][block] else { return nil }
    var sum = LinearExpression(column, times: -1)
    for entry in loads[f][block] {
      let worth = cut.worth[entry.type]
      if worth > 0 { sum.add(entry.column, times: worth * entry.moments) }
    }
    return Row(
      families[f].name, sum, upper: cut.allowance * Double(draft.grain.running[block]))
  }
}
