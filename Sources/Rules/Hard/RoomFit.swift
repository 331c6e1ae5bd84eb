// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// The room has a seat for everybody and every feature that the session needs.
enum RoomFit: EntryCheck {
  static let id = HardRule.roomFit

  static let words = RuleWords(
    title: "The room fits",
    mark: "the room does not fit",
    counts:
      """
      The room has at least as many seats as the session's audience and every feature that the \
      session needs.
      """,
    example: "A session with interpretation in a room that has no booths.",
    change: "capacity and features in rooms.csv; audience and needs in sessions.csv."
  )

  static func violation(
    by entry: ReviewedSchedule.Entry, in schedule: ReviewedSchedule
  ) -> Review.Violation? {
    guard let index = entry.room else { return nil }
    let (session, room) = (
      schedule.scenario.sessions[entry.session], schedule.scenario.rooms[index]
    )
    let fact = Unfit(
      session: entry.session, room: index,
      missesSeats: room.capacity < session.audience,
      lacking: session.needs.subtracting(room.features).sorted())
    guard fact.missesSeats || !fact.lacking.isEmpty else { return nil }
    var violation = violation(schedule, [entry.session], fact)
    violation.rooms = [room.id]
    return violation
  }

  struct Unfit: RuleFact {
    let session: Int
    let room: Int
    let missesSeats: Bool
    /// Features, in order.
    let lacking: [String]

    func sentence(_ names: ReviewNames) -> String {
      let (own, seats) = (
        names.scenario.sessions[session], names.scenario.rooms[room].capacity
      )
      let called = names.scenario.name(ofRoom: room)
      var faults: [String] = []
      if missesSeats {
        faults.append("wants \(own.audience) seats and \(called) has \(seats)")
      }
      if !lacking.isEmpty {
        faults.append(
          "needs \(lacking.listed), which \(called) does not have")
      }
      return "\(names.named(session)) \(faults.joined(separator: ", and it "))."
    }
  }
}
