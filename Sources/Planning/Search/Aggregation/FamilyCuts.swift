// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// Finds what a family pays at least: Σ worth × running − allowance, for any of its sessions that
/// run together.
///
/// A block of moments is a mix of sets that run together; it pays at least the cheapest mix with
/// the same sessions in it. The dual of that mix, found by naming sets as they are needed, is the
/// strongest such line there, and it holds at every other moment too.
struct FamilyCuts: Sendable {
  struct Cut: Sendable, Hashable {
    /// By type.
    let worth: [Double]
    let allowance: Double

    func value(_ running: [Double]) -> Double {
      zip(worth, running).reduce(-allowance) { $0 + $1.0 * $1.1 }
    }
  }

  let search: FamilySearch
  let solver: any ProgramSolver
  /// Patterns looked at for each set that is named.
  let steps: Int

  init(_ family: ClashFamily, rooms: Int, _ solver: any ProgramSolver, steps: Int = 20_000) {
    search = FamilySearch(family, rooms: rooms)
    self.solver = solver
    self.steps = steps
  }

  /// Sets are named no longer where the line is this near to the highest.
  private static let tolerance = 0.002

  /// The highest line where so many of each type run on average, or one nearly as high.
  ///
  /// Worths leap about while few sets are named; so sets are sought half way between the solver's
  /// worths and those of the best line so far (the in-out way of separation: Ben-Ameur and Neto,
  /// "Acceleration of cutting-plane and column generation algorithms", Networks 49, 2007).
  ///
  /// - Parameter mostRounds: programs solved before the best line so far has to do.
  func cut(
    at running: [Double], mostRounds: Int, _ limits: SolveLimits, _ cancellation: Cancellation
  ) -> Cut? {
    let family = search.family
    var program = IntegerProgram()
    let usual = family.members.indices.map { a in
      running.indices.reduce(0) { $0 + running[$1] * family.price[a, $1] }
    }
    let dearest = family.price.values.max() ?? 0
    let worth = running.indices.map {
      program.addColumn("", upper: 2 * usual[$0] + dearest, isWhole: false, cost: -running[$0])
    }
    let allowance = program.addColumn("", upper: .infinity, isWhole: false, cost: 1)
    func condition(_ pattern: FamilySearch.Pattern) -> Row {
      var sum = LinearExpression(allowance, times: -1)
      for (type, count) in pattern.enumerated() where count > 0 {
        sum.add(worth[type], times: Double(count))
      }
      return Row("", sum, upper: search.cost(pattern))
    }
    for pattern in smallPatterns { program.add(condition(pattern)) }
    var best = line(usual).cut
    var rounds = 0
    _ = solver.relax(
      program, limits: limits, cancellation: cancellation,
      rows: { point in
        rounds += 1
        let here = worth.map { point[$0.index] }
        let most = -program.objective(at: point)
        let gap = Self.tolerance * max(0.05, most)
        for share in [0.5, 1.0] {
          guard rounds < mostRounds, most > best.value(running) + gap else { return [] }
          let mixed = zip(here, best.worth).map { share * $0 + (1 - share) * $1 }
          let (cut, patterns) = line(mixed)
          if cut.value(running) > best.value(running) { best = cut }
          let rows = patterns.suffix(6).map(condition).filter { $0.violation(at: point) > 1e-6 }
          if !rows.isEmpty { return rows }
        }
        return []
      })
    return best.value(running) > 1e-9 ? best : nil
  }

  /// The line of some worths, and the sets that settle what it allows. Worths are rounded, so that a
  /// line found again is the same.
  private func line(_ worths: [Double]) -> (cut: Cut, patterns: [FamilySearch.Pattern]) {
    let worth = worths.map { max(0, ($0 * 1e6).rounded() / 1e6) }
    let best = search.best(worth: worth, steps: steps)
    return (Cut(worth: worth, allowance: best.atMost), best.patterns)
  }

  /// One, and two of the same or of different types.
  private var smallPatterns: [FamilySearch.Pattern] {
    let family = search.family
    let none = Array(repeating: 0, count: family.members.count)
    var patterns: [FamilySearch.Pattern] = []
    for i in none.indices {
      var one = none
      one[i] = 1
      patterns.append(one)
      for j in i..<none.count where i != j || family.most[i] > 1 {
        var two = one
        two[j] += 1
        patterns.append(two)
      }
    }
    return patterns
  }
}
