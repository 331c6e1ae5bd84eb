// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// The room has a seat for everybody and every feature that the session needs.
enum RoomFit: HardCheck {
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

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    schedule.placed.compactMap { fault($0.session, in: $0.room, schedule) }
      + schedule.dayOnly.compactMap { fault($0.session, in: $0.room, schedule) }
  }

  private static func fault(
    _ index: Int, in room: Int?, _ schedule: ReviewedSchedule
  ) -> Review.Violation? {
    guard let room = room.map({ schedule.scenario.rooms[$0] }) else { return nil }
    let session = schedule.scenario.sessions[index]
    let name = room.calledName
    var faults: [String] = []
    if room.capacity < session.audience {
      faults.append("wants \(session.audience) seats and \(name) has \(room.capacity)")
    }
    let lacking = session.needs.subtracting(room.features).sorted()
    if !lacking.isEmpty {
      faults.append("needs \(lacking.listed), which \(name) does not have")
    }
    guard !faults.isEmpty else { return nil }
    return violation(
      schedule, [index], "\(schedule.named(index)) \(faults.joined(separator: ", and it ")).")
  }
}
