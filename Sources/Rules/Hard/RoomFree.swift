// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// Two sessions in one room, in a joined room and one of its parts, or in two joined rooms with a
/// common part: the later begins at least the larger turnover after the earlier ends.
enum RoomFree: TwoCheck {
  static let id = HardRule.roomFree

  static let words = RuleWords(
    title: "One session in a room at a time",
    mark: "two sessions in one room",
    counts:
      """
      Two sessions in one room, or in a joined room and one of its parts, leave the room its \
      turnover between them.
      """,
    example:
      """
      A session that ends at 10:00 and one that begins at 10:05 in a room that needs 15 \
      minutes between two.
      """,
    change: "turnoverMinutes in meeting.json, turnover_minutes and parts in rooms.csv."
  )

  static func violation(
    by first: ReviewedSchedule.Placed, and second: ReviewedSchedule.Placed,
    in schedule: ReviewedSchedule
  ) -> Review.Violation? {
    let rooms = schedule.scenario.rooms
    guard let a = first.room, let b = second.room, meet(a, b, rooms) else { return nil }
    let turnover = max(rooms[a].turnoverMinutes, rooms[b].turnoverMinutes)
    let gap = ReviewedSchedule.gap(first.stay, second.stay)
    guard gap < turnover else { return nil }
    var violation = violation(
      schedule, [first.session, second.session],
      Shared(first: first, second: second, gap: gap, needed: turnover))
    violation.minutesBetween = gap
    violation.rooms = Set([a, b]).sorted().map { rooms[$0].id }
    return violation
  }

  private static func meet(_ a: Int, _ b: Int, _ rooms: [Room]) -> Bool {
    if a == b || rooms[a].parts.contains(b) || rooms[b].parts.contains(a) { return true }
    return rooms[a].parts.contains { rooms[b].parts.contains($0) }
  }

  struct Shared: RuleFact {
    let first: ReviewedSchedule.Placed
    let second: ReviewedSchedule.Placed
    /// Minutes between the two, negative where they overlap.
    let gap: Int
    /// Minutes of turnover.
    let needed: Int

    func sentence(_ names: ReviewNames) -> String {
      "\(names.words(first)) and \(names.words(second)) "
        + (gap < 0
          ? "are in the same room for \(Count.of(common, "minute"))."
          : "leave \(Count.of(gap, "minute")) for the room; \(Count.are(needed)) needed.")
    }

    /// Minutes in which both are there.
    private var common: Int {
      min(first.stay.end.minutes, second.stay.end.minutes)
        - max(first.stay.start.minutes, second.stay.start.minutes)
    }
  }
}
