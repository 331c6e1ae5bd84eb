// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems

/// The rows of the overlap columns, named when a point breaks them: two sessions that run at one
/// moment overlap; of many that do, all pairs.
struct OverlapRows {
  private let draft: DraftProgram
  private let moments: [Int]
  /// For each moment the sessions that can run then, with their starts.
  private let runners: [[(session: SessionPosition, starts: Range<StartOption>)]]

  init(_ draft: DraftProgram) {
    self.draft = draft
    let paying = Set(draft.overlap.keys.flatMap { [$0.p, $0.q] }).sorted()
    let moments = draft.moments(of: paying)
    self.moments = moments
    runners = moments.map { moment -> [(session: SessionPosition, starts: Range<StartOption>)] in
      paying.compactMap { p -> (session: SessionPosition, starts: Range<StartOption>)? in
        let starts = draft.runningStarts(p, at: moment)
        return starts.isEmpty ? nil : (p, starts)
      }
    }
  }

  /// The most broken rows at a point, at most one per pair.
  func broken(at point: [Double]) -> [Row] {
    var worst: [SessionPair: (violation: Double, moment: Int)] = [:]
    for (m, running) in runners.enumerated() {
      var active: [(session: SessionPosition, share: Double)] = []
      for (p, starts) in running {
        var share = 0.0
        for s in starts { share += point[draft.time[p][s].index] }
        if share > 1e-6 { active.append((p, share)) }
      }
      for (i, a) in active.enumerated() {
        for b in active[(i + 1)...] where a.share + b.share > 1 + 1e-6 {
          let pair = SessionPair(a.session, b.session)
          guard let column = draft.overlap[pair] else { continue }
          let violation = a.share + b.share - 1 - point[column.index]
          if violation > 1e-6, violation > worst[pair]?.violation ?? 0 {
            worst[pair] = (violation, m)
          }
        }
      }
    }
    return worst.sorted { ($1.value.violation, $0.key) < ($0.value.violation, $1.key) }
      .prefix(400).map { row(of: $0.key, at: moments[$0.value.moment]) }
  }

  private func row(of pair: SessionPair, at moment: Int) -> Row {
    let (p, q) = (pair.p, pair.q)
    var sum = draft.active(p, at: moment)
    sum.add(draft.active(q, at: moment))
    if let column = draft.overlap[pair] { sum.add(column, times: -1) }
    return Row(
      "\(draft.problem.session(p).id) over \(draft.problem.session(q).id) at \(moment)", sum,
      upper: 1)
  }
}
