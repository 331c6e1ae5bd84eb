// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import IntegerPrograms
import Judging
import Testing

@Suite("GLPK gives the answer of trying all points")
struct GLPKTests {
  /// A random program of up to nine whole columns; some of its rows are left to be named lazily.
  struct Sample {
    var program = IntegerProgram()
    var lazy: [Row] = []

    init(_ seed: Int) {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
      func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
      }
      program.hasWholeObjective = true
      let columns = (0..<(4 + roll(6))).map { index in
        program.addColumn(
          "x\(index)", upper: Double(1 + roll(2)), cost: Double(roll(15) - 4),
          priority: roll(3))
      }
      for index in 0..<(2 + roll(6)) {
        var sum = LinearExpression()
        for column in columns where roll(2) == 0 { sum.add(column, times: Double(roll(7) - 2)) }
        guard !sum.isEmpty else { continue }
        let least = Double(roll(6) - 2)
        let row =
          roll(3) == 0
          ? Row("r\(index)", sum, lower: least) : Row("r\(index)", sum, upper: least + 3)
        if roll(3) == 0 { lazy.append(row) } else { program.add(row) }
      }
    }

    func broken(_ point: [Double]) -> [Row] { lazy.filter { $0.violation(at: point) > 1e-6 } }
  }

  private func solve(_ solver: any ProgramSolver, _ sample: Sample, cutoff: Double?) -> Outcome {
    solver.solve(
      sample.program, cutoff: cutoff, limits: SolveLimits(), cancellation: Cancellation(),
      rows: sample.broken, news: { _ in })
  }

  @Test(
    "Optimum and infeasibility, with rows named on the way", .judges(atLeast: 75),
    arguments: 0..<120)
  func optimum(seed: Int) {
    let sample = Sample(seed)
    switch (solve(GLPK(), sample, cutoff: nil), solve(ExhaustiveSolver(), sample, cutoff: nil)) {
    case (.optimal(let ours), .optimal(let theirs)):
      judged()
      #expect(abs(ours.objective - theirs.objective) < 1e-6)
      #expect(sample.program.isFeasible(ours.values))
      #expect(sample.broken(ours.values).isEmpty)
    case (.infeasible, .infeasible): break
    case (let ours, let theirs): Issue.record("\(ours) and \(theirs)")
    }
  }

  @Test("With a cut-off, only better points count", .judges(atLeast: 37), arguments: 0..<60)
  func cutoff(seed: Int) {
    let sample = Sample(seed)
    guard case .optimal(let best) = solve(ExhaustiveSolver(), sample, cutoff: nil) else { return }
    judged()
    guard case .infeasible = solve(GLPK(), sample, cutoff: best.objective) else {
      Issue.record("a point below the least")
      return
    }
    guard case .optimal(let found) = solve(GLPK(), sample, cutoff: best.objective + 1) else {
      Issue.record("the least point is not found below the next")
      return
    }
    #expect(found.objective == best.objective)
  }

  @Test(
    "The relaxation bounds every point, and its reduced costs too", .judges(atLeast: 130),
    arguments: 0..<60)
  func relaxation(seed: Int) {
    let sample = Sample(seed)
    let relaxed = GLPK().relax(
      sample.program, limits: SolveLimits(), cancellation: Cancellation(), rows: sample.broken)
    guard case .optimal(let best) = solve(ExhaustiveSolver(), sample, cutoff: nil) else { return }
    guard case .solved(let relaxation) = relaxed else {
      Issue.record("\(relaxed)")
      return
    }
    #expect(relaxation.objective <= best.objective + 1e-6)
    // A column that costs more than nothing beside the relaxation: all points that use it pay that.
    for (index, cost) in relaxation.reducedCosts.enumerated()
    where relaxation.values[index] < 1e-9 && cost > 1e-6 {
      var using = sample
      using.program.add(Row("used", LinearExpression(Column(index: index)), lower: 1))
      guard case .optimal(let used) = solve(ExhaustiveSolver(), using, cutoff: nil) else {
        continue
      }
      judged()
      #expect(relaxation.objective + cost <= used.objective + 1e-6)
    }
  }

  @Test("Two searches at once do not disturb each other", .judges(atLeast: 26))
  func threads() async {
    await withTaskGroup(of: [Double?].self) { group in
      for seed in 0..<40 {
        group.addTask {
          let sample = Sample(seed)
          return [GLPK() as any ProgramSolver, ExhaustiveSolver()].map {
            solver -> Double? in
            guard case .optimal(let best) = solve(solver, sample, cutoff: nil) else { return nil }
            return best.objective
          }
        }
      }
      for await outcomes in group {
        if outcomes[0] != nil { judged() }
        #expect(outcomes[0] == outcomes[1])
      }
    }
  }

  @Test("A program with a defect is refused, not handed to C")
  func defect() {
    var program = IntegerProgram()
    _ = program.addColumn("x", cost: .nan)
    guard
      case .unknown = GLPK().solve(
        program, cutoff: nil, limits: SolveLimits(), cancellation: Cancellation(),
        rows: { _ in [] }, news: { _ in })
    else {
      Issue.record("answered all the same")
      return
    }
  }

  @Test("A cancelled search ends without an answer, a limit of nodes ends at the same point twice")
  func limits() {
    var program = IntegerProgram()
    program.hasWholeObjective = true
    // Pairs of odd weights that must add up to an even number: hard to prove for branch and bound.
    let columns = (0..<30).map { program.addColumn("x\($0)", cost: Double($0 % 7 + 1)) }
    var sum = LinearExpression()
    for column in columns { sum.add(column, times: 2) }
    program.add(Row("odd", sum, lower: 31, upper: 31))
    let cancelled = Cancellation()
    cancelled.cancel()
    guard
      case .unknown = GLPK().solve(
        program, cutoff: nil, limits: SolveLimits(), cancellation: cancelled,
        rows: { _ in [] }, news: { _ in })
    else {
      Issue.record("went on")
      return
    }
    let ends = (0..<2).map { _ in
      let outcome = GLPK().solve(
        program, cutoff: nil, limits: SolveLimits(nodes: 200), cancellation: Cancellation(),
        rows: { _ in [] }, news: { _ in })
      return "\(outcome)"
    }
    #expect(ends[0] == ends[1])
    #expect(ends[0].hasPrefix("unknown"))
  }
}
