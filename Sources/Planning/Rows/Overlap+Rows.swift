// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// A column for each pair that pays for overlapping. Its rows are too many to write down:
  /// `OverlapRows` names those that a point breaks.
  mutating func addOverlapColumns() {
    let count = problem.sessions.count
    for p in 0..<count {
      for q in (p + 1)..<max(count, p + 1) {
        let price = problem.overlapCost[p, q]
        guard price > 0, problem.requiredGap[p, q] < 0, canOverlap(p, q) else { continue }
        let problem = problem
        overlap[p * count + q] = column(
          "\(problem.session(p).id) over \(problem.session(q).id)", of: .only([p, q]), cost: price
        ) { problem.overlaps(p, q, in: $0) ? 1 : 0 }
      }
    }
  }

  private func canOverlap(_ p: Int, _ q: Int) -> Bool {
    problem.places[q].starts.contains { !runningStarts(p, at: $0).isEmpty }
      || problem.places[p].starts.contains { !runningStarts(q, at: $0).isEmpty }
  }
}

extension PlanningProblem {
  func overlaps(_ p: Int, _ q: Int, in assignment: Assignment) -> Bool {
    guard let a = start(p, in: assignment), let b = start(q, in: assignment) else { return false }
    return isTooClose(p, at: a, q, at: b, gap: 0)
  }
}
