// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

extension Prices {
  /// What the tables as they are cost, with what is learnt about them from the answers to all changes.
  ///
  /// Each change only adds to what is possible. So what is proven with it holds without it; and a schedule
  /// that was found with it and does without it costs the tables as they are no more: nothing was bought.
  ///
  /// - Parameters:
  ///   - base: what was found for the tables as they are.
  ///   - answers: one for each change.
  static func learning(
    _ base: DraftAnalysis.Answer, from answers: [DraftAnalysis.Answer], _ scenario: Scenario
  ) -> DraftAnalysis.Answer {
    var best: DraftAnalysis.Outcome?
    switch base {
    case .found(let outcome): best = outcome
    case .undecided: break
    case .impossible, .notReached: return base
    }
    var bound = best?.bound ?? 0
    for case .found(let outcome) in answers {
      bound = max(bound, outcome.bound)
      guard outcome.objective < best?.objective ?? .max,
        let cost = cost(of: outcome.schedule, by: scenario), cost < best?.objective ?? .max
      else { continue }
      best = DraftAnalysis.Outcome(
        schedule: outcome.schedule, objective: cost, moves: 0, bound: bound,
        changes: outcome.changes, isCutShort: best?.isCutShort ?? false)
    }
    guard var best else { return base }
    best.bound = min(bound, best.objective)
    return .found(best)
  }

  /// What a schedule costs by some tables; `nil` where they do not allow it.
  private static func cost(of schedule: Schedule, by scenario: Scenario) -> Int? {
    let rooms = Set(scenario.rooms.map(\.id))
    guard schedule.rows.allSatisfy({ $0.room.map(rooms.contains) ?? true }) else { return nil }
    let review = Review(scenario: scenario, schedule: schedule)
    return review.violations.isEmpty ? review.objective : nil
  }

  /// What a change buys for certain, and what it buys at most, whatever a longer search would find; `nil`
  /// if there is nothing to measure it by.
  func certain(_ line: Line) -> ClosedRange<Int>? {
    guard hasSchedule, case .found(let outcome) = line.answer else { return nil }
    let cost = min(now, outcome.objective)
    let least = max(0, bound - cost)
    return least...max(least, now - min(cost, outcome.bound))
  }
}
