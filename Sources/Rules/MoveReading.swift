// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// How sessions differ from a baseline.
struct MoveReading {
  enum Sort: Hashable {
    /// Another date or start, or left out now.
    case moved
    case roomChanged
    /// Left out in the baseline, placed now: a change of status that costs nothing.
    case newlyPlaced
  }

  /// Where a session was in the baseline.
  struct Stood: Hashable {
    let start: WallTime
    let room: String
  }

  struct Change {
    /// Index into `Scenario.sessions`.
    let session: Int
    let sort: Sort
    /// `nil` where the baseline leaves it out.
    let was: Stood?
  }

  /// The sessions of the baseline that are elsewhere now, in the order of the table.
  static func changes(_ schedule: ReviewedSchedule) -> [Change] {
    guard let rows = schedule.baseline?.firstRows else { return [] }
    let (position, dayPosition) = (schedule.position, schedule.dayPosition)
    let partly = Set(schedule.partly.map(\.session))
    let heldBack = Set(schedule.heldBack)
    return schedule.scenario.sessions.indices.compactMap { session in
      guard let row = rows[schedule.id(session)], !heldBack.contains(session) else { return nil }
      let now = position[session].map { schedule.placed[$0] }
      guard row.status == .placed, let start = row.start, let room = row.room else {
        return now == nil && !partly.contains(session)
          ? nil : Change(session: session, sort: .newlyPlaced, was: nil)
      }
      let was = Stood(start: start, room: room)
      if now == nil && partly.contains(session) {
        // Of its time only the day is known, or nothing.
        let date = dayPosition[session].map { schedule.dayOnly[$0].date }
        return date == nil || date == start.date
          ? nil : Change(session: session, sort: .moved, was: was)
      }
      guard let now, now.stay.start == start else {
        return Change(session: session, sort: .moved, was: was)
      }
      return now.roomID ?? room == room
        ? nil : Change(session: session, sort: .roomChanged, was: was)
    }
  }
}

extension Review {
  /// How many sessions of a baseline change date, start, room or status (`max-moves`).
  public static func moves(
    to schedule: Schedule, from baseline: Schedule, of scenario: Scenario
  ) -> Int {
    let view = ReviewedSchedule(scenario, schedule, baseline: baseline, maxMoves: nil)
    return MoveReading.changes(view).count
  }
}
