// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses

extension PublishedProgramme {
  /// A session with its time and place. A cancelled one stays where it last was.
  public struct Session: Sendable {
    /// Whether it takes place.
    public enum Status: Sendable { case placed, cancelled }

    /// The id in `sessions.csv`.
    public var id: String
    /// The same as in the calendar files: otherwise calendars would show it twice.
    public var uid: String
    /// As the table has it.
    public var title: String
    /// As the table has it; may have several lines, or be empty.
    public var description: String
    /// Tokens such as `DC`, several for a joint session.
    public var kinds: [String]
    /// As the table has them.
    public var themes: [String]
    /// As the table has them.
    public var languages: [String]
    /// The names of what it belongs to: coalitions, forums, networks.
    public var activities: [String]
    /// Everyone whom the programme names.
    public var people: [Person]
    /// The room's id; a room that `rooms` lacks is shown by its id, an empty one not at all.
    public var room: String
    /// The first instant.
    public var start: Int
    /// The instant after the last.
    public var end: Int
    /// Whether it takes place.
    public var status: Status
    /// Ids under which it was published before: agendas and links on people's devices have them.
    public var formerIDs: [String] = []
    /// Why it is cancelled, where that is said.
    public var cancellation = ""
    /// The session's own page.
    public var url: TypedAddress
    /// Where to take part online.
    public var conferenceURL: TypedAddress
    /// SEQUENCE of its event in the calendar files.
    public var sequence: Int
    /// The calendar that holds it alone, from the folder of the publication; empty where there is none.
    public var feed: String

    public init(
      id: String, uid: String, title: String, room: String, start: Int, end: Int,
      description: String = "", kinds: [String] = [], themes: [String] = [],
      languages: [String] = [], activities: [String] = [], people: [Person] = [],
      status: Status = .placed, url: TypedAddress = .nothing,
      conferenceURL: TypedAddress = .nothing, sequence: Int = 0, feed: String = ""
    ) {
      self.id = id
      self.uid = uid
      self.title = title
      self.room = room
      self.start = start
      self.end = end
      self.description = description
      self.kinds = kinds
      self.themes = themes
      self.languages = languages
      self.activities = activities
      self.people = people
      self.status = status
      self.url = url
      self.conferenceURL = conferenceURL
      self.sequence = sequence
      self.feed = feed
    }
  }

  /// One thing that differs from the previous publication.
  public struct Change: Sendable {
    /// What sort of thing differs.
    public enum What: String, Sendable, CaseIterable {
      case new, moved, room, people, title, cancelled, returned
    }

    /// What was or is there.
    public enum Value: Sendable {
      case words(String)
      /// Shown on the clock that the reader chose.
      case stay(start: Int, end: Int)
    }

    /// The session's id.
    public var session: String
    /// What sort of thing differs.
    public var what: What
    /// The title of a session that the programme no longer lists.
    public var title: String
    /// What was there; `nil` if nothing comparable was.
    public var before: Value?
    /// What is there now; `nil` if nothing comparable is.
    public var after: Value?

    public init(
      session: String, what: What, title: String = "", before: Value? = nil, after: Value? = nil
    ) {
      self.session = session
      self.what = what
      self.title = title
      self.before = before
      self.after = after
    }
  }
}
