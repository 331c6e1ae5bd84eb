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

  /// The highest line where so many of each type run on average.
  func cut(at running: [Double], _ limits: SolveLimits, _ cancellation: Cancellation) -> Cut? {
    let (search, steps) = (search, steps)
    var program = IntegerProgram()
    let dearest = (search.family.price.values.max() ?? 0) * Double(search.rooms)
    let worth = running.map {
      program.addColumn("", upper: dearest, isWhole: false, cost: -$0)
    }
    let allowance = program.addColumn(
      "", upper: dearest * Double(search.rooms), isWhole: false, cost: 1)
    func condition(_ pattern: FamilySearch.Pattern) -> Row {
      var sum = LinearExpression(allowance, times: -1)
      for (type, count) in pattern.enumerated() where count > 0 {
        sum.add(worth[type], times: Double(count))
      }
      return Row("", sum, upper: search.cost(pattern))
    }
    for pattern in smallPatterns { program.add(condition(pattern)) }
    let outcome = solver.relax(
      program, limits: limits, cancellation: cancellation,
      rows: { point in
        let best = search.best(worth: worth.map { point[$0.index] }, steps: steps)
        guard best.gain > point[allowance.index] + 1e-7 else { return [] }
        return best.patterns.suffix(4).map(condition)
      })
    guard case .solved(let solved) = outcome else { return nil }
    // Rounded, so that the same line is found again as the same; and what it allows is what no
    // set exceeds, whatever the solver's tolerances made of it.
    let found = worth.map { max(0, (solved.values[$0.index] * 1e6).rounded() / 1e6) }
    return Cut(worth: found, allowance: search.best(worth: found, steps: 20 * steps).atMost)
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
