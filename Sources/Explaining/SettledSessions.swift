// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import PlanningProblems
import Rules

/// Sessions that must be placed and to which their own tables leave one start or one room: a
/// conflict with one of them holds whatever moves.
struct SettledSessions: Sendable {
  /// Ids, with the only start.
  private var starts: [String: WallTime] = [:]
  /// Ids, with the only room's id.
  private var rooms: [String: String] = [:]

  init(_ scenario: Scenario, _ problem: PlanningProblem) {
    for session in problem.sessions where scenario.sessions[session].placement == .must {
      let places = problem.startsAndRooms(of: session)
      let id = scenario.sessions[session].id
      if places.starts.count == 1 { starts[id] = WallTime(minutes: places.starts[0]) }
      if places.rooms.count == 1 { rooms[id] = scenario.rooms[places.rooms[0]].id }
    }
  }

  /// Whether a session's conflict with others stays whatever they do, because they can be nowhere
  /// other than where the draft has them.
  func keeps(_ violation: Review.Violation, of session: String, in rows: [String: Schedule.Row])
    -> Bool
  {
    // Two sessions that overlap conflict whatever their rooms.
    let isAboutTime = violation.rule == .personFree || violation.rule == .exclusive
    return violation.sessions.allSatisfy { other in
      guard other != session else { return true }
      guard let row = rows[other], let start = starts[other], row.start == start else {
        return false
      }
      return isAboutTime || (rooms[other] != nil && rooms[other] == row.room)
    }
  }
}
