// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

@testable import Explaining

/// Whether a tiny scenario has any schedule, found by trying all and letting the referee judge
/// each.
struct AllSchedules {
  private let scenario: Scenario
  private let baseline: Schedule?
  private let maxMoves: Int?
  /// How many sessions that must be placed may be left out.
  private let mostOut: Int
  private var places: [[Schedule.Row]] = []
  private(set) var hasOne = false

  init(
    _ scenario: Scenario, baseline: Schedule? = nil, maxMoves: Int? = nil, mostOut: Int = 0
  ) {
    self.scenario = scenario
    self.baseline = baseline
    self.maxMoves = maxMoves
    self.mostOut = mostOut
    places = scenario.sessions.map { session in
      everyPlace(session.id).filter { row in
        Review(scenario: scenario, schedule: Schedule(rows: [row])).violations
          .allSatisfy { $0.sessions != [session.id] }
      }
    }
    hasOne = search([], 0, mostOut)
  }

  init(keeping kept: Set<Int>, of requests: [Request], _ scenario: Scenario) {
    var loosening = Loosening(scenario)
    for index in requests.indices where !kept.contains(index) {
      loosening.giveUp(requests[index].demand)
    }
    self.init(loosening.demands)
  }

  private func everyPlace(_ session: String) -> [Schedule.Row] {
    scenario.meeting.days.flatMap { day in
      stride(from: 0, to: 1440, by: scenario.meeting.gridMinutes).flatMap { minute in
        scenario.rooms.map { .placed(session, WallTime(day.date, minuteOfDay: minute), $0.id) }
      }
    }
  }

  private func search(_ rows: [Schedule.Row], _ next: Int, _ mayBeOut: Int) -> Bool {
    let review = Review(
      scenario: scenario, schedule: Schedule(rows: rows), baseline: baseline, maxMoves: maxMoves)
    // Placing more sessions mends only their own absence.
    if review.violations.contains(where: { $0.rule != .placedOnce && $0.rule != .maxMoves }) {
      return false
    }
    if next == scenario.sessions.count {
      return review.violations.count { $0.rule == .placedOnce } <= mostOut
        && !review.violations.contains { $0.rule == .maxMoves }
    }
    if places[next].contains(where: { search(rows + [$0], next + 1, mayBeOut) }) { return true }
    let isMust = scenario.sessions[next].placement == .must
    return (!isMust || mayBeOut > 0) && search(rows, next + 1, mayBeOut - (isMust ? 1 : 0))
  }
}
