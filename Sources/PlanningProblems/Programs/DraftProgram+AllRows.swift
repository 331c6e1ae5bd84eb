// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// The program with every row of every overlap column written down: for solvers that take a file
  /// and cannot ask `OverlapRows`.
  ///
  /// - Complexity: a row for each pair that pays and each moment at which both can run.
  public func withAllOverlapRows() -> IntegerProgram {
    var whole = program
    for (pair, column) in overlap.sorted(by: { $0.key < $1.key }) {
      let (p, q) = (pair.p, pair.q)
      for moment in moments(of: [p, q]) {
        var both = active(p, at: moment)
        let other = active(q, at: moment)
        if both.isEmpty || other.isEmpty { continue }
        both.add(other)
        both.add(column, times: -1)
        whole.add(Row("overlap", both, upper: 1))
      }
    }
    return whole
  }
}
