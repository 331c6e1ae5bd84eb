// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// What overlaps cost at each moment, added up to no more than all overlaps cost.
  ///
  /// The columns carry no cost: `PatternRows` lifts them by what any set of sessions costs
  /// that runs together, and the one row here hands that on to the columns of the pairs.
  mutating func addClashColumns() {
    let moments = Moments(problem)
    self.moments = moments
    let problem = problem
    let count = problem.sessions.count
    guard !overlap.isEmpty else { return }
    var total = LinearExpression()
    for (key, column) in overlap {
      total.add(column, times: Double(problem.overlapCost[key / count, key % count]))
    }
    for (m, minute) in moments.minutes.enumerated() {
      let cost = program.columns.count
      clash.append(
        column("clashes at \(minute)", of: .only([]), upper: .infinity, isWhole: false) {
          Double(problem.clashCost(at: m, moments, in: $0))
        })
      total.add(Column(index: cost), times: -1)
    }
    require("clashes of all moments", total, atLeast: 0)
  }

  /// The columns by which a session counts at a moment.
  func counting(_ p: Int, at moment: Int) -> [Column] {
    time[p].indices.filter { moments?.momentOf[p][$0] == moment }.map { time[p][$0] }
  }
}

extension PlanningProblem {
  /// What the sessions that count at a moment cost by overlapping each other.
  func clashCost(at moment: Int, _ moments: Moments, in assignment: Assignment) -> Int {
    let here = sessions.indices.filter { p in
      assignment.places[p].map { moments.momentOf[p][$0.start] == moment } ?? false
    }
    var sum = 0
    for (i, p) in here.enumerated() { for q in here[(i + 1)...] { sum += overlapCost[p, q] } }
    return sum
  }
}
