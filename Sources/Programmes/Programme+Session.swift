// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Meetings
import Tables

extension Programme {
  /// When and where a session takes place.
  public struct Place: Sendable {
    /// On the venue's clock: from the start, the session's minutes long.
    public let stay: Interval
    /// The id in the schedule.
    public let roomID: String
    /// `nil` for a room that the tables do not have.
    public let room: Room?
    /// Seconds since 1970-01-01 00:00 UTC.
    public let start: Int
    /// The session's whole length after its start: a clock change during it does not shorten it.
    public let end: Int
  }

  /// A session with everything that any output says about it.
  public struct Session: Sendable {
    /// The id in `sessions.csv`.
    public let id: String
    /// What calendars know it by (`EventIdentity`).
    public let uid: String
    /// As the table has it; may be empty.
    public let title: String
    /// Beyond the contract's columns, `description`, `languages` and `conference` of `sessions.csv`
    /// are taken if the table has them; empty otherwise.
    public let description: String
    /// Its length.
    public let minutes: Int
    /// Those of its activities, each once.
    public let kinds: [Kind]
    /// As the table has them.
    public let themes: [String]
    /// As the table has them.
    public let languages: [String]
    /// What it belongs to, in the order of its cell.
    public let activities: [Activity]
    /// Everyone who is, or would like to be, in it, each of a person's roles once.
    public let people: [Participation]
    /// Features that it asks of its room, such as `interpretation`, sorted.
    public let needs: [String]
    /// Its own page.
    public let url: TypedAddress
    /// Where to take part online.
    public let conferenceURL: TypedAddress
    public let status: Schedule.Status
    /// `nil` unless the schedule places it, with a start and a room.
    public let place: Place?

    /// The people named in the programme: those who have to be there. That somebody is merely
    /// interested is nobody else's business.
    public var named: [Participation] { people.filter { $0.attendance == .required } }
  }
}

extension Programme.Session {
  init(
    _ session: Session, at index: Int, _ row: Schedule.Row?, _ people: [Participation],
    of scenario: Scenario
  ) {
    id = session.id
    uid = EventIdentity.uid(ofSession: session.id, in: scenario.meeting)
    title = session.title
    description = session.cells["description"] ?? ""
    minutes = session.minutes
    kinds = scenario.kinds(ofSession: index)
    themes = session.themes
    languages = Self.list(session.cells["languages"] ?? "")
    activities = session.activities.map { scenario.activities[$0] }
    self.people = people
    needs = session.needs.sorted()
    url = TypedAddress(session.url)
    conferenceURL = TypedAddress(session.cells["conference"] ?? "")
    status = row?.status ?? .unplaced
    place = Self.place(session, row, of: scenario)
  }

  private static func place(
    _ session: Session, _ row: Schedule.Row?, of scenario: Scenario
  ) -> Programme.Place? {
    guard let row, row.status == .placed, let start = row.start, let roomID = row.room else {
      return nil
    }
    let instant = scenario.meeting.zone.instant(start)
    return Programme.Place(
      stay: Interval(start: start, minutes: session.minutes), roomID: roomID,
      room: scenario.rooms.first { $0.id == roomID }, start: instant,
      end: instant + session.minutes * 60)
  }

  /// The parts of a list in a cell, without blanks and empty ones.
  private static func list(_ cell: String) -> [String] {
    cell.cellParts
  }
}
