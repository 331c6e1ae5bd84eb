// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// Finds what all families together pay at least, where pairs are members of several of them.
///
/// A family by itself prices a pair that shares several words (two themes, a theme and a kind) in
/// equal shares, and each family then pairs up other sessions than the next: the more a pair shares,
/// the less of its price is seen. Here the shares are columns of the same program as the worths: what
/// a pair pays is handed out to its families so that the line is highest, and any way to hand it
/// out gives a line that holds, since no pair pays more than its price in all.
struct JointCuts: LineSource {
  private let joint: JointFamilies
  private let solver: any ProgramSolver
  /// Sets looked at for each that is named.
  private let steps: Int
  /// By part, the sets that settled the line before: much the same ones settle the next, and it is
  /// found in a few programs instead of dozens.
  private var settled: [[FamilySearch.Pattern]]

  /// - Returns: `nil` where no pair is in two families: each is then as well told by itself.
  init?(_ joint: JointFamilies, _ solver: any ProgramSolver, steps: Int = 6_000) {
    guard !joint.shared.isEmpty else { return nil }
    self.joint = joint
    self.solver = solver
    self.steps = steps
    settled = joint.parts.map { _ in [] }
  }

  /// A line in the making: by part what each place is worth, and the prices of its pairs.
  private struct Trial {
    var worth: [[Double]]
    var price: [SquareTable<Int, Double>]

    func mixed(with other: Trial, share: Double) -> Trial {
      func mix(_ a: Double, _ b: Double) -> Double { share * a + (1 - share) * b }
      var trial = self
      trial.worth = zip(worth, other.worth).map { zip($0, $1).map(mix) }
      for f in price.indices {
        for a in price[f].positions {
          for b in price[f].positions {
            trial.price[f][a, b] = mix(price[f][a, b], other.price[f][a, b])
          }
        }
      }
      return trial
    }
  }

  private struct Line {
    var trial: Trial
    var allowance = 0.0
    var value = 0.0
    /// By part, the sets that settle what it allows.
    var patterns: [[FamilySearch.Pattern]] = []
  }

  mutating func cut(
    at sessions: [Double], mostRounds: Int, _ limits: SolveLimits, _ cancellation: Cancellation
  ) -> FamilyCuts.Cut? {
    let running = joint.byType(sessions)
    let first = line(evenTrial(running), running)
    var program = JointProgram(joint, running)
    var named = joint.parts.map { _ in Set<FamilySearch.Pattern>() }
    for (f, part) in joint.parts.enumerated() {
      let single = part.types.indices.map { place in part.types.indices.map { $0 == place ? 1 : 0 }
      }
      for pattern in single + settled[f] + first.patterns[f] where named[f].insert(pattern).inserted
      {
        program.add(program.condition(f, pattern))
      }
    }
    let separation = LineSeparation(program: program.program, share: 0.4, mostRounds: mostRounds)
    let (best, outcome) = separation.highest(
      from: first, solver, limits, cancellation, value: \.value,
      trying: { point, share, best in
        let here = Trial(
          worth: program.worths.map { $0.map { point[$0.index] } },
          price: joint.handedOut { point[program.amounts[$0][$1].index] })
        let tried = line(share == 1 ? here : here.mixed(with: best.trial, share: share), running)
        let broken = joint.parts.indices.flatMap { f in
          tried.patterns[f].suffix(4).compactMap { pattern -> Row? in
            let row = program.condition(f, pattern)
            guard row.isBroken(at: point) else { return nil }
            named[f].insert(pattern)
            return row
          }
        }
        return (tried, broken)
      })
    if case .solved(let relaxation) = outcome {
      settled = joint.parts.indices.map { f in
        named[f].filter { program.condition(f, $0).isTight(at: relaxation.values) }
          .sorted { $0.lexicographicallyPrecedes($1) }
      }
    }
    return best.value > 1e-9 ? cut(best) : nil
  }

  private func cut(_ line: Line) -> FamilyCuts.Cut {
    var worth = Array(repeating: 0.0, count: joint.typeCount)
    for (f, part) in joint.parts.enumerated() {
      for (place, type) in part.types.enumerated() { worth[type] += line.trial.worth[f][place] }
    }
    return FamilyCuts.Cut(
      worth: joint.typeOf.map { $0 < 0 ? 0 : worth[$0] }, allowance: line.allowance)
  }

  /// Shared pairs in equal shares, and each member worth what it pays on average.
  private func evenTrial(_ running: [Double]) -> Trial {
    let price = joint.handedOut { _, _ in 1 }
    let worth = joint.parts.enumerated().map { f, part in
      part.types.indices.map { a in
        part.types.enumerated().reduce(0) { $0 + price[f][a, $1.offset] * running[$1.element] }
      }
    }
    return Trial(worth: worth, price: price)
  }

  /// What a trial allows, whatever runs together. Worths are rounded, so that a line found again is
  /// the same.
  private func line(_ trial: Trial, _ running: [Double]) -> Line {
    var line = Line(trial: trial)
    line.trial.worth = trial.worth.map { $0.map { max(0, ($0 * 1e6).rounded() / 1e6) } }
    for (f, part) in joint.parts.enumerated() {
      let worth = line.trial.worth[f]
      let found = FamilySearch(price: trial.price[f], most: part.most, rooms: joint.rooms)
        .best(worth: worth, steps: steps)
      line.allowance += found.atMost
      line.patterns.append(found.patterns)
      for (place, type) in part.types.enumerated() { line.value += worth[place] * running[type] }
    }
    line.value -= line.allowance
    return line
  }
}

/// The program whose best point is the highest line: worths, allowances and shares, and a row for
/// each set of a part that was named.
private struct JointProgram {
  private let joint: JointFamilies
  var program = IntegerProgram()
  /// By part and place.
  let worths: [[Column]]
  /// By part.
  private let allowances: [Column]
  /// By shared pair and its parts.
  let amounts: [[Column]]

  init(_ joint: JointFamilies, _ running: [Double]) {
    self.joint = joint
    var program = IntegerProgram()
    // A member is worth no more than it pays to as many as there can be.
    let most = (joint.price.values.max() ?? 0) * Double(joint.rooms)
    worths = joint.parts.map { part in
      part.types.map { program.addColumn("", upper: most, isWhole: false, cost: -running[$0]) }
    }
    allowances = joint.parts.map { _ in
      program.addColumn("", upper: .infinity, isWhole: false, cost: 1)
    }
    amounts = joint.shared.map { pair in
      let columns = pair.parts.map { _ in
        program.addColumn("", upper: pair.price, isWhole: false, cost: 0)
      }
      program.add(Row("", LinearExpression(sum: columns), upper: pair.price))
      return columns
    }
    self.program = program
  }

  mutating func add(_ row: Row) { program.add(row) }

  /// What the members of a set are worth is at most what they pay, and the allowance.
  func condition(_ f: Int, _ pattern: FamilySearch.Pattern) -> Row {
    var sum = LinearExpression(allowances[f], times: -1)
    var paid = 0.0
    let types = joint.parts[f].types
    let used = pattern.indices.filter { pattern[$0] > 0 }
    for (n, a) in used.enumerated() {
      sum.add(worths[f][a], times: Double(pattern[a]))
      for b in used[n...] {
        let pairs = a == b ? pattern[a] * (pattern[a] - 1) / 2 : pattern[a] * pattern[b]
        guard pairs > 0 else { continue }
        let pair = joint.sharedOf[f][a, b]
        if pair < 0 {
          paid += Double(pairs) * joint.price[types[a], types[b]]
        } else if let home = joint.shared[pair].parts.firstIndex(where: { $0.part == f }) {
          sum.add(amounts[pair][home], times: -Double(pairs))
        }
      }
    }
    return Row("", sum, upper: paid)
  }
}

extension Row {
  /// Whether nothing is left of its upper bound.
  fileprivate func isTight(at point: [Double]) -> Bool { value(at: point) - upper > -1e-6 }
}
