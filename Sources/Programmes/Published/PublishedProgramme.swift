// SPDX-License-Identifier: GPL-3.0-or-later

import Languages
import Meetings

/// A programme as published to participants: what their page shows, and nothing of how it was made.
/// Plain values, so that a register of publications can fill it without a scenario.
///
/// Instants are seconds since 1970-01-01 00:00 UTC. Any text may hold anything: the page makes it
/// harmless.
public struct PublishedProgramme: Sendable {
  /// A draft may still change; the page says so.
  public enum Status: Sendable { case draft, final }

  /// One publication of the programme.
  public struct Publication: Sendable {
    /// From 1; 0 for a programme that is not published (yet), whose instant nothing shows.
    public var number: Int
    /// When it was published.
    public var instant: Int

    public init(number: Int, instant: Int) {
      self.number = number
      self.instant = instant
    }
  }

  /// A day with its name; days that only sessions have are added by the page.
  public struct Day: Sendable {
    /// On the venue's clock.
    public var date: CalendarDate
    /// What the meeting calls it.
    public var label: String

    public init(date: CalendarDate, label: String) {
      self.date = date
      self.label = label
    }
  }

  /// A room that sessions are in.
  public struct Room: Sendable {
    /// The id in `rooms.csv`.
    public var id: String
    /// What people call it.
    public var name: String
    /// Building or floor.
    public var location: String
    /// Where that is on a map, if it is known.
    public var position: Position?
    /// The address of a page or picture that shows the way to it; perhaps empty.
    public var map: String
    /// What it offers, such as `captioning`.
    public var features: [String]
    /// Ids under which it was published before.
    public var formerIDs: [String] = []

    public init(
      id: String, name: String, location: String = "", position: Position? = nil, map: String = "",
      features: [String] = []
    ) {
      self.id = id
      self.name = name
      self.location = location
      self.position = position
      self.map = map
      self.features = features
    }
  }

  /// Someone on a session, as the page names them.
  public struct Person: Sendable {
    /// As the table has it.
    public var name: String
    /// `speaker`; may be empty.
    public var role: String

    public init(name: String, role: String = "") {
      self.name = name
      self.role = role
    }
  }

  /// A room that is called otherwise than in the previous publication.
  public struct NewRoomName: Sendable {
    public var before: String
    public var after: String

    public init(before: String, after: String) {
      self.before = before
      self.after = after
    }
  }

  /// A calendar that people can subscribe to.
  public struct Feed: Sendable {
    /// What it holds, in a few words.
    public var name: String
    /// Addresses of other schemes than `https`, `http` and `webcal` are not linked.
    public var https: String
    /// The same for calendars, which then subscribe; empty for a page.
    public var webcal: String

    public init(name: String, https: String, webcal: String) {
      self.name = name
      self.https = https
      self.webcal = webcal
    }
  }

  /// Whether it is one of a publication's files, and has the others beside it.
  public var isPublished: Bool { publication.number > 0 }

  /// The scenario's id: what the device keeps an agenda under.
  public var meetingID: String
  /// What the meeting is called.
  public var name: String
  /// The venue's clock.
  public var zone: ZoneClock
  /// Those of the meeting, in order.
  public var days: [Day]
  /// In the order of their table.
  public var rooms: [Room]
  /// In any order.
  public var sessions: [Session]
  /// The one that this is.
  public var publication: Publication
  /// How firm it is.
  public var status: Status
  /// What the publisher has to say to everyone.
  public var note: String
  /// Why it was published although rules are broken.
  public var violationsReason: String?
  /// The publication that `changes` are counted from.
  public var previous: Publication?
  /// What differs from `previous`.
  public var changes: [Change]
  /// Rooms that are the same and are called otherwise: sessions in them did not move.
  public var newRoomNames: [NewRoomName] = []
  public var feeds: [Feed]
  /// Where the files of the publication are found, with a slash at its end; empty where that is not
  /// known.
  public var address: String
  /// What its page is written in, but for what the tables say.
  public var language = Language.english
  /// The names of kinds that are not the IGF's usual ones, by token.
  public var kindNames: [String: String]

  public init(
    meetingID: String, name: String, zone: ZoneClock, days: [Day], rooms: [Room],
    sessions: [Session], publication: Publication, status: Status, note: String = "",
    violationsReason: String? = nil, previous: Publication? = nil, changes: [Change] = [],
    feeds: [Feed] = [], address: String = "", kindNames: [String: String] = [:]
  ) {
    self.meetingID = meetingID
    self.name = name
    self.zone = zone
    self.days = days
    self.rooms = rooms
    self.sessions = sessions
    self.publication = publication
    self.status = status
    self.note = note
    self.violationsReason = violationsReason
    self.previous = previous
    self.changes = changes
    self.feeds = feeds
    self.address = address
    self.kindNames = kindNames
  }
}
