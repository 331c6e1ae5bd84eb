// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// Finds what a family pays at least: Σ worth × running − allowance, for any of its sessions that
/// run together.
///
/// A block of moments is a mix of sets that run together; it pays at least the cheapest mix with
/// the same sessions in it. The dual of that mix, found by naming sets as they are needed, is the
/// strongest such line there, and it holds at every other moment too.
struct FamilyCuts: LineSource {
  struct Cut: Sendable, Hashable {
    /// By type.
    let worth: [Double]
    let allowance: Double

    func value(_ running: [Double]) -> Double {
      zip(worth, running).reduce(-allowance) { $0 + $1.0 * $1.1 }
    }
  }

  private let family: ClashFamily
  private let solver: any ProgramSolver
  private let sets: FamilySearch
  private let counts: CountSearch?
  private let sessions: PatternSearch<Int>?
  /// Sets looked at for each that is named.
  private let steps: Int

  init(_ family: ClashFamily, rooms: Int, _ solver: any ProgramSolver, steps: Int = 20_000) {
    self.family = family
    self.solver = solver
    self.steps = steps
    sets = FamilySearch(family, rooms: rooms)
    counts = CountSearch(family, rooms: rooms)
    sessions = nil
  }

  /// For the family of all sessions; the others' members are its cliques.
  init(
    whole family: ClashFamily, _ others: [ClashFamily], rooms: Int, _ solver: any ProgramSolver,
    steps: Int = 20_000
  ) {
    self.family = family
    self.solver = solver
    self.steps = steps
    sets = FamilySearch(family, rooms: rooms)
    counts = nil
    sessions = PatternSearch(family, others, rooms: rooms)
  }

  /// The highest line where so many of each type run on average, or one nearly as high.
  ///
  /// - Parameter mostRounds: programs solved before the best line so far has to do.
  func cut(
    at running: [Double], mostRounds: Int, _ limits: SolveLimits, _ cancellation: Cancellation
  ) -> Cut? {
    var program = IntegerProgram()
    let dearest = family.dearest
    let usual = family.members.indices.map { a in
      running.indices.reduce(0) { $0 + running[$1] * min(dearest, family.price[a, $1]) }
    }
    let worth = running.indices.map {
      program.addColumn("", upper: 2 * usual[$0] + dearest, isWhole: false, cost: -running[$0])
    }
    let allowance = program.addColumn("", upper: .infinity, isWhole: false, cost: 1)
    func condition(_ pattern: FamilySearch.Pattern) -> Row {
      var sum = LinearExpression(allowance, times: -1)
      for (type, count) in pattern.enumerated() where count > 0 {
        sum.add(worth[type], times: Double(count))
      }
      return Row("", sum, upper: sets.cost(pattern))
    }
    for pattern in smallPatterns { program.add(condition(pattern)) }
    let upTo = 4 + 2 * Int(running.reduce(0, +).rounded(.up))
    let best = LineSeparation(program: program, share: 0.5, mostRounds: mostRounds).highest(
      from: line(usual, upTo: upTo).cut, solver, limits, cancellation,
      value: { $0.value(running) },
      trying: { point, share, best in
        let mixed = zip(worth, best.worth).map { share * point[$0.index] + (1 - share) * $1 }
        let (cut, patterns) = line(mixed, upTo: upTo)
        return (cut, patterns.suffix(6).map(condition).filter { $0.isBroken(at: point) })
      }
    ).line
    return best.value(running) > 1e-9 ? best : nil
  }

  /// The line of some worths, and the sets that settle what it allows. Worths are rounded, so that a
  /// line found again is the same.
  private func line(_ worths: [Double], upTo: Int) -> (cut: Cut, patterns: [FamilySearch.Pattern]) {
    let worth = worths.map { max(0, ($0 * 1e6).rounded() / 1e6) }
    let best = search(worth, upTo: upTo)
    return (Cut(worth: worth, allowance: best.atMost), best.patterns)
  }

  private func search(_ worth: [Double], upTo: Int) -> FamilySearch.Best {
    if let counts { return counts.best(worth: worth, upTo: upTo) }
    guard let sessions else { return sets.best(worth: worth, steps: steps) }
    let found = sessions.best(worth.enumerated().map { ($0.offset, $0.element) }, steps: steps)
    var best = FamilySearch.Best()
    best.gain = found.gain
    best.atMost = found.atMost
    best.patterns = found.others.map { set in
      var pattern = Array(repeating: 0, count: worth.count)
      for type in set { pattern[type] = 1 }
      return pattern
    }
    return best
  }

  /// One, and two of the same or of different types.
  private var smallPatterns: [FamilySearch.Pattern] {
    let none = Array(repeating: 0, count: family.members.count)
    var patterns: [FamilySearch.Pattern] = []
    for i in none.indices {
      var one = none
      one[i] = 1
      patterns.append(one)
      if family.isWhole { continue }
      for j in i..<none.count where i != j || family.most[i] > 1 {
        var two = one
        two[j] += 1
        patterns.append(two)
      }
    }
    return patterns
  }
}

extension ClashFamily {
  /// The most that a pair that may overlap pays.
  fileprivate var dearest: Double {
    var dearest = 0.0
    for i in members.indices {
      for j in members.indices where most[i] > 1 || i != j {
        // What keeps pairs apart is dearer than all that is paid.
        if price[i, j] >= blocked { continue }
        dearest = max(dearest, price[i, j])
      }
    }
    return dearest
  }
}

extension PatternSearch<Int> {
  /// Over all sessions: those of a theme or kind are a clique, and the short ones of them a dearer
  /// one.
  fileprivate init(_ whole: ClashFamily, _ others: [ClashFamily], rooms: Int) {
    var cliques: [[Int]] = Array(repeating: [], count: whole.members.count)
    var cliquePrice: [Double] = []
    for family in others {
      for longest in Set(family.presenceOf.map(\.most)).sorted() {
        let here = whole.members.indices.filter { type in
          let presence = whole.presenceOf[type]
          return presence.most <= longest
            && family.typeOf[whole.members[type][0]][presence] != nil
        }
        var least = Double.infinity
        for (i, a) in here.enumerated() {
          for b in here[(i + 1)...] { least = min(least, whole.price[a, b]) }
        }
        guard least.isFinite, least > 0 else { continue }
        for type in here { cliques[type].append(cliquePrice.count) }
        cliquePrice.append(least)
      }
    }
    self.init(
      prices: whole.price, most: rooms, cliques: TypedArray(cliques), cliquePrice: cliquePrice)
  }
}
