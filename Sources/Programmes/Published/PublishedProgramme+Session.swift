// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses

extension PublishedProgramme {
  /// A session with its time and place. A cancelled one stands where it last stood.
  public struct Session: Sendable {
    public enum Status: Sendable { case placed, cancelled }

    public var id: String
    /// The same as in the calendar files, or calendars would hold it twice.
    public var uid: String
    public var title: String
    public var description: String
    /// Tokens such as `DC`, several for a joint session.
    public var kinds: [String]
    public var themes: [String]
    public var languages: [String]
    /// The names of what it belongs to: coalitions, forums, networks.
    public var activities: [String]
    public var people: [Person]
    /// The room's id; a room that `rooms` lacks is shown by its id, an empty one not at all.
    public var room: String
    public var start: Int
    public var end: Int
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

  /// One thing that is otherwise than in the previous publication.
  public struct Change: Sendable {
    public enum What: String, Sendable, CaseIterable {
      case new, moved, room, people, title, cancelled, returned
    }

    /// What stood or stands there.
    public enum Value: Sendable {
      case words(String)
      /// Shown on the clock that the reader chose.
      case stay(start: Int, end: Int)
    }

    /// The session's id.
    public var session: String
    public var what: What
    /// The title of a session that the programme no longer lists.
    public var title: String
    public var before: Value?
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
