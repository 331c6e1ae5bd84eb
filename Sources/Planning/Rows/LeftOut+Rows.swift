// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// Of some sessions no more may be left out than their allowance.
  mutating func addLeftOutRows() {
    for (i, cap) in problem.leftOutCaps.enumerated() {
      var row = LinearExpression()
      for p in cap.members { if let out = out[p] { row.add(out) } }
      require("left out \(i)", row, atMost: Double(cap.atMost))
    }
  }
}
