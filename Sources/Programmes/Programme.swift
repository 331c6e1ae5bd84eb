// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities

/// A schedule together with everything that the tables say about its sessions: where and when each
/// is, what it belongs to, who is in it, what it is about.
///
/// Everything that is written about a schedule is made from this value, so two files can never name
/// different people, times or rooms for one session. Texts are as the tables have them; each writer
/// makes them harmless for its own form.
public struct Programme: Sendable {
  /// The meeting that it is the programme of.
  public let meeting: Meeting
  /// All rooms of the meeting, in the order of their table.
  public let rooms: [Room]
  /// In the order of their tables, also those that no session names.
  public let activities: [Activity]
  /// In the order of their table, also those that are in no session.
  public let people: [Person]
  /// Sessions that do not take place; none of `sessions` is among them.
  public let cancellations: [CancelledSession]
  /// A date that the tables state, in seconds since 1970-01-01 00:00 UTC (`CalendarStamp`).
  public let stamp: Int
  /// Every session of the tables in their order, whatever the schedule does with it.
  public let sessions: [Session]
  private let freeRooms: [CalendarDate: [Room]]

  /// Resolves a schedule against the tables that it was made for, or against others: sessions that
  /// these lack are left out, and a room that they lack is known only by its id.
  ///
  /// If a session has several rows, the first counts, as for the referee.
  public init(_ schedule: Schedule, of scenario: Scenario) {
    let rows = schedule.firstRows
    let participations = Participation.all(scenario)
    let sessions = scenario.sessions.indices.map { index in
      Session(
        scenario.sessions[index], at: index, rows[scenario.sessions[index].id],
        participations[index],
        of: scenario)
    }
    meeting = scenario.meeting
    rooms = scenario.rooms
    activities = scenario.activities
    people = scenario.people
    cancellations = scenario.cancellations
    stamp = CalendarStamp.of(scenario)
    self.sessions = sessions
    freeRooms = Dictionary(
      scenario.meeting.days.map { day in
        let used = sessions.compactMap { $0.place?.stay.start.date == day.date ? $0.place : nil }
        return (day.date, RoomUse.free(on: day, used: Set(used.map(\.roomID)), of: scenario))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Every session in the order date, start, room, id; those without a place last, by id.
  public var inOrder: [Session] {
    sessions.sorted { a, b in
      guard let one = a.place, let other = b.place else {
        return a.place != nil || (b.place == nil && a.id < b.id)
      }
      return (one.stay.start.minutes, one.roomID, a.id)
        < (other.stay.start.minutes, other.roomID, b.id)
    }
  }

  /// The rooms that are open on a day and hold no session then, in the order of their table.
  public func rooms(freeOn day: Day) -> [Room] { freeRooms[day.date] ?? [] }
}
