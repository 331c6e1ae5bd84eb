// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import PlanningProblems

/// Neighbourhood after neighbourhood re-optimised, from a schedule that keeps the hard rules.
///
/// Work is counted, and what came of it is kept from one `run` to the next; so two runs of half the
/// work end where a single one does.
package struct NeighbourhoodSearch {
  private let neighbourhood: Neighbourhood
  private(set) var choice: NeighbourhoodChoice
  private let nodes: Int
  private let cancellation: Cancellation
  private(set) var best: Assignment
  private(set) var bestCost: Int
  /// Units of `Neighbourhood.Answer.work` in all.
  package private(set) var work = 0
  private(set) var tries = 0
  /// All sessions were free at once, and nothing better was left.
  private(set) var isProven = false

  /// - Parameters:
  ///   - start: must keep the hard rules; `nil` is the answer otherwise.
  ///   - nodes: of one branch and cut; neighbourhoods that need more become smaller.
  package init?(
    _ problem: PlanningProblem, _ solver: any ProgramSolver, seed: UInt64, from start: Assignment,
    nodes: Int = 60, cancellation: Cancellation = Cancellation()
  ) {
    let score = WorkingSchedule(problem, start).score
    guard score.violations == 0 else { return nil }
    neighbourhood = Neighbourhood(problem, solver)
    choice = NeighbourhoodChoice(problem, seed: seed, start)
    self.nodes = nodes
    self.cancellation = cancellation
    best = start
    bestCost = score.cost
  }

  /// Goes on from a better schedule that was found elsewhere; a worse one changes nothing.
  package mutating func take(_ other: Assignment) {
    let score = WorkingSchedule(neighbourhood.problem, other).score
    guard score.violations == 0, score.cost < bestCost else { return }
    best = other
    bestCost = score.cost
    choice.turn(to: other)
  }

  /// Does this much more work, or a little more: a neighbourhood that was begun is finished.
  package mutating func run(
    work granted: Int, seconds: () -> Double? = { nil }, meter: WorkMeter? = nil,
    isStopped: () -> Bool = { false },
    onBetter: (Assignment, Int) -> Void = { _, _ in }
  ) {
    let end = work + granted
    while work < end, !isProven, !isStopped() {
      let pick = choice.next()
      guard pick.sessions.count > 1 else { return }
      let answer = neighbourhood.improve(
        best, freeing: pick.sessions, nodes: nodes, cancellation: cancellation,
        seconds: seconds(), meter: meter)
      tries += 1
      work += answer.work
      var gain = 0
      if let better = answer.assignment {
        let cost = WorkingSchedule(neighbourhood.problem, better).score.cost
        gain = bestCost - cost
        best = better
        bestCost = cost
        choice.turn(to: better)
        onBetter(better, cost)
      }
      isProven = answer.isSettled && pick.sessions.count == choice.movable.count
      choice.learn(pick, gain: gain, work: answer.work, isSettled: answer.isSettled)
    }
  }
}
