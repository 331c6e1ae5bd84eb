// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

/// The best schedule by trying all, with the referee as the only judge.
///
/// Tries every grid time of every day in every room, so that it shares nothing with the place
/// tables of the planner either.
struct BruteForce {
  private let scenario: Scenario
  private let baseline: Schedule?
  private let maxMoves: Int?
  private let held: Set<String>
  private(set) var best: Int?

  init(_ random: RandomScenario) {
    scenario = random.scenario
    baseline = random.baseline
    maxMoves = random.maxMoves
    held = Set(Review(scenario: random.scenario, schedule: Schedule(rows: [])).held)
    search([], 0)
  }

  /// Rules that a further session may mend; every other rule, once broken, stays broken.
  private static let mendable: Set<HardRule> = [.placedOnce, .maxMoves]

  private mutating func search(_ rows: [Schedule.Row], _ next: Int) {
    let review = Review(
      scenario: scenario, schedule: Schedule(rows: rows), baseline: baseline, maxMoves: maxMoves)
    if review.violations.contains(where: { !Self.mendable.contains($0.rule) }) { return }
    if next == scenario.sessions.count {
      guard review.violations.isEmpty else { return }
      best = min(best ?? .max, review.objective)
      return
    }
    // What is not about absence only grows with further sessions.
    let settled = review.costs.filter { $0.rule != .unplaced && $0.rule != .moved }
      .reduce(0) { $0 + $1.cost }
    if let best, settled >= best { return }
    let session = scenario.sessions[next]
    if held.contains(session.id) { return search(rows, next + 1) }
    for day in scenario.meeting.days {
      for minute in stride(from: 0, to: 1440, by: scenario.meeting.gridMinutes)
      where day.open.contains(where: { $0.contains(minute) }) {
        for room in scenario.rooms {
          let place = WallTime(day.date, minuteOfDay: minute)
          search(rows + [.placed(session.id, place, room.id)], next + 1)
        }
      }
    }
    search(rows, next + 1)
  }
}
