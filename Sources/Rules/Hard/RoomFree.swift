// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// Two sessions in one room, in a joined room and one of its parts, or in two joined rooms with a
/// common part: the later begins at least the larger turnover after the earlier ends.
enum RoomFree: HardCheck {
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

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    let placed = schedule.placed
    var found: [Review.Violation] = []
    for a in placed.indices {
      guard let roomA = placed[a].room else { continue }
      for b in placed.indices where b > a {
        guard let roomB = placed[b].room, meet(roomA, roomB, schedule.scenario.rooms) else {
          continue
        }
        let turnover = max(
          schedule.scenario.rooms[roomA].turnoverMinutes,
          schedule.scenario.rooms[roomB].turnoverMinutes)
        let gap = ReviewedSchedule.gap(placed[a].stay, placed[b].stay)
        guard gap < turnover else { continue }
        var violation = violation(
          schedule, [placed[a].session, placed[b].session],
          Shared(first: placed[a], second: placed[b], gap: gap, needed: turnover))
        violation.minutesBetween = gap
        violation.rooms = Set([roomA, roomB]).sorted().map { schedule.scenario.rooms[$0].id }
        found.append(violation)
      }
    }
    return found
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
