// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Testing

@Suite("Integer programs as data")
struct ProgramTests {
  private func sample() -> IntegerProgram {
    var program = IntegerProgram()
    let x = program.addColumn("s1@09:00", cost: 2)
    let y = program.addColumn("s1@10:00", upper: 3, cost: -1)
    program.add(Row("once", LinearExpression(sum: [x, y]), lower: 1, upper: 1))
    var gap = LinearExpression(x, times: 2.5)
    gap.add(y, times: -1)
    gap.constant = 1
    program.add(Row("gap", gap, lower: -3, upper: 4))
    return program
  }

  @Test("The LP text is what solvers read")
  func text() {
    #expect(
      LPText.text(sample()) == """
        \\ 2 columns, 2 rows
        Minimize
         obj: + 2 x0_s1_09_00 - x1_s1_10_00
        Subject To
         r0_once: + x0_s1_09_00 + x1_s1_10_00 = 1
         r1_gap_lo: + 2.5 x0_s1_09_00 - x1_s1_10_00 >= -4
         r1_gap: + 2.5 x0_s1_09_00 - x1_s1_10_00 <= 3
        Bounds
         0 <= x0_s1_09_00 <= 1
         0 <= x1_s1_10_00 <= 3
        Generals
         x0_s1_09_00
         x1_s1_10_00
        End

        """)
  }

  @Test("The MPS text is what solvers read")
  func mps() {
    var program = sample()
    program.constant = 3
    program.setBounds(Column(index: 1), lower: 1, upper: .infinity)
    _ = program.addColumn("loose", upper: 2, isWhole: false)
    #expect(
      MPSText.text(program, name: "a tiny one") == """
        NAME a_tiny_one FREE
        ROWS
         N obj
         E r0
         L r1
        COLUMNS
         marker 'MARKER' 'INTORG'
         x0 obj 2
         x0 r0 1
         x0 r1 2.5
         x1 obj -1
         x1 r0 1
         x1 r1 -1
         marker 'MARKER' 'INTEND'
         x2 obj 0
        RHS
         rhs obj -3
         rhs r0 1
         rhs r1 3
        RANGES
         range r1 7
        BOUNDS
         UP bnd x0 1
         LO bnd x1 1
         PL bnd x1
         UP bnd x2 2
        ENDATA

        """)
  }

  @Test("Expressions add up, drop what cancels and keep their constant on the right")
  func expressions() {
    let x = Column(index: 0)
    var sum = LinearExpression(x, times: 2)
    sum.add(x, times: -2)
    #expect(sum.isEmpty)
    sum.constant = 5
    #expect(Row("r", sum, lower: 1, upper: 9).upper == 4)
  }

  @Test("What no solver may see is named before one does")
  func defects() {
    #expect(sample().defect == nil)
    var nan = sample()
    nan.addCost(.nan, to: Column(index: 0))
    #expect(nan.defect != nil)
    var outside = sample()
    outside.add(Row("far", LinearExpression(Column(index: 9)), upper: 1))
    #expect(outside.defect != nil)
    var crossed = sample()
    crossed.setBounds(Column(index: 0), lower: 2, upper: 1)
    #expect(crossed.defect != nil)
  }

  @Test("Trying all points finds the least")
  func exhaustive() {
    let outcome = ExhaustiveSolver().solve(
      sample(), cutoff: nil, limits: SolveLimits(), cancellation: Cancellation(),
      rows: { _ in [] }, news: { _ in })
    guard case .optimal(let solution) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(solution.values == [0, 1])
  }
}
