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
      guard now == nil && partly.contains(session) else { return change(session, row, now) }
      guard let was = stood(row) else {
        return Change(session: session, sort: .newlyPlaced, was: nil)
      }
      // Of its time only the day is known, or nothing.
      let date = dayPosition[session].map { schedule.dayOnly[$0].date }
      return date == nil || date == was.start.date
        ? nil : Change(session: session, sort: .moved, was: was)
    }
  }

  /// How a session differs that has its hour; `nil` where it does not, or the baseline does not know it.
  static func change(
    of placed: ReviewedSchedule.Placed, in schedule: ReviewedSchedule
  ) -> Change? {
    let id = schedule.id(placed.session)
    return schedule.baseline?.rows.first { $0.session == id }.flatMap {
      change(placed.session, $0, placed)
    }
  }

  /// - Parameter now: `nil` where it has no place at all.
  private static func change(
    _ session: Int, _ row: Schedule.Row, _ now: ReviewedSchedule.Placed?
  ) -> Change? {
    guard let was = stood(row) else {
      return now == nil ? nil : Change(session: session, sort: .newlyPlaced, was: nil)
    }
    guard let now, now.stay.start == was.start else {
      return Change(session: session, sort: .moved, was: was)
    }
    return now.roomID ?? was.room == was.room
      ? nil : Change(session: session, sort: .roomChanged, was: was)
  }

  private static func stood(_ row: Schedule.Row) -> Stood? {
    guard row.status == .placed, let start = row.start, let room = row.room else { return nil }
    return Stood(start: start, room: room)
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
