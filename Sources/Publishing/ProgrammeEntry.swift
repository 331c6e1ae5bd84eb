// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A session with where it stands, as every export shows it.
struct ProgrammeEntry {
  let session: Session
  let kinds: [Kind]
  let status: Schedule.Status
  /// `nil` unless placed.
  let stay: Interval?
  let roomID: String
  /// `nil` for a room that the scenario does not have.
  let room: Room?
  let startInstant: Int
  /// The session's length after its start: a clock change during it does not shorten it.
  let endInstant: Int

  /// Every session of the scenario, in the order date, start, room, session; those not placed last.
  static func all(_ schedule: Schedule, of scenario: Scenario) -> [ProgrammeEntry] {
    let rows = schedule.firstRows
    let entries = scenario.sessions.indices.map { index -> ProgrammeEntry in
      let session = scenario.sessions[index]
      let row = rows[session.id]
      let kinds = scenario.kinds(ofSession: index)
      guard let row, row.status == .placed, let start = row.start, let roomID = row.room else {
        return ProgrammeEntry(
          session: session, kinds: kinds, status: row?.status ?? .unplaced, stay: nil,
          roomID: "", room: nil, startInstant: 0, endInstant: 0)
      }
      let instant = scenario.meeting.zone.instant(start)
      return ProgrammeEntry(
        session: session, kinds: kinds, status: .placed,
        stay: Interval(start: start, minutes: session.minutes), roomID: roomID,
        room: scenario.rooms.first { $0.id == roomID }, startInstant: instant,
        endInstant: instant + session.minutes * 60)
    }
    return entries.sorted { a, b in
      guard let one = a.stay, let other = b.stay else {
        return a.stay != nil || (b.stay == nil && a.session.id < b.session.id)
      }
      return (one.start.minutes, a.roomID, a.session.id)
        < (other.start.minutes, b.roomID, b.session.id)
    }
  }
}
