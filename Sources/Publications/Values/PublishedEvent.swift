// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses

/// A session as it goes out to calendars, with everything that its event shows: an event's bytes
/// follow from this value and its version alone, so that a session in which nothing changed keeps
/// them, whatever happens around it.
public struct PublishedEvent: Codable, Sendable, Hashable {
  /// How firm it is, as calendars know it.
  public enum Status: String, Codable, Sendable {
    case tentative, confirmed
    /// STATUS:CANCELLED: Google removes it, Apple strikes it out.
    case cancelled
    /// Cancelled, and kept where everybody sees it: confirmed, with the word in its title.
    case tombstone

    /// Whether it does not take place.
    public var isCancelled: Bool { self == .cancelled || self == .tombstone }
  }

  /// What a session belongs to.
  public struct Activity: Codable, Sendable, Hashable {
    /// The id in its table.
    public var id: String
    /// What people call it.
    public var name: String
  }

  /// Someone named in the programme.
  public struct Person: Codable, Sendable, Hashable {
    /// As the table has it.
    public var name: String
    /// `speaker`; may be empty.
    public var role: String
  }

  /// Where a session is.
  public struct Room: Codable, Sendable, Hashable {
    /// The id in `rooms.csv`.
    public var id: String
    /// What people call it.
    public var name: String
    /// Building or floor; may be empty.
    public var location: String
    /// What it offers, such as `captioning`.
    public var features: [String]
    /// Where it is on a map, as GEO holds it; `nil` where that is not known, and in publications that did
    /// not know it yet.
    public var position: String?
    /// The address of a page or picture that shows the way to it; `nil` likewise.
    public var map: String?

    /// `Main Hall, Ground floor`.
    public var words: String { location.isEmpty ? name : "\(name), \(location)" }
  }

  /// As the table has it; may be empty.
  public var title: String
  /// As the table has it; may have several lines, or be empty.
  public var description: String
  /// Tokens such as `DC`.
  public var kinds: [String]
  /// As the table has them.
  public var themes: [String]
  /// On one line each.
  public var languages: [String]
  /// In the order of its cell.
  public var activities: [Activity]
  /// Those named in `roles.csv`, who are in the event's text. `named` has everyone.
  public var people: [Person]
  /// Where it is.
  public var room: Room
  /// Features that the session asks of its room, such as `interpretation`.
  public var needs: [String]
  /// In seconds since 1970-01-01 00:00 UTC.
  public var start: Int
  /// In seconds since 1970-01-01 00:00 UTC.
  public var end: Int
  /// The zone that calendars show its times in, as IANA names it.
  public var zone: String
  /// The session's page, as an address. Publications of before this was settled have what was typed.
  public var url: String
  /// Words that stand in place of its page's address; `nil` where there are none.
  public var urlWords: String?
  /// Where to take part online, as an address; as with `url`.
  public var conferenceURL: String
  /// How to take part, where it is no address: a dial-in in words.
  public var conferenceWords: String?
  public var organizer: String
  /// How firm it is.
  public var status: Status
  /// Who is to be there or would like to be: for their own calendars and letters, not shown.
  public var attendees: [Attendee]
  /// Why it is cancelled, where `cancellations.csv` says so; `nil` for one that stands.
  public var cancellation: String?

  /// Somebody who is to be there or would like to be.
  public struct Attendee: Codable, Sendable, Hashable {
    /// The id in `people.csv`.
    public var id: String
    /// As the table has it.
    public var name: String
    /// Whether they must be there.
    public var isRequired: Bool
    /// The roles in which the session's activities bring in somebody whom `roles.csv` does not
    /// name; `nil` for everybody else, and in publications that did not know it yet.
    public var activityRoles: [String]?
  }

  /// Everyone who has to be there, with each role: those of `roles.csv`, then those whom the activities
  /// bring.
  ///
  /// The latter are not in the event's text: it would change for every session of every subscriber
  /// as soon as an older register is read, though nothing about the session is new.
  public var named: [Person] {
    people
      + attendees.flatMap { attendee in
        (attendee.activityRoles ?? []).map { Person(name: attendee.name, role: $0) }
      }
  }

  /// The same event in the ids of the publication that follows.
  func renamed(by renames: [Rename]) -> PublishedEvent {
    var event = self
    event.room.id = renames.id(.room, room.id)
    for index in activities.indices {
      event.activities[index].id = renames.id(.activity, activities[index].id)
    }
    for index in attendees.indices {
      event.attendees[index].id = renames.id(.person, attendees[index].id)
    }
    return event
  }

  /// The session's page as it goes out.
  var page: TypedAddress { Self.outgoing(url, urlWords) }

  /// How to take part online, as it goes out.
  var conference: TypedAddress { Self.outgoing(conferenceURL, conferenceWords) }

  /// What is registered passes the filter again: earlier publications registered whatever was typed.
  /// Nothing is mended here, since an event's text changes only with its version.
  private static func outgoing(_ address: String, _ words: String?) -> TypedAddress {
    if let address = WebAddress(exactly: address) { return .address(address) }
    let typed = TypedAddress(words ?? "")
    return typed.words == nil ? .nothing : typed
  }

  /// What calendars show; two events that are alike in this have the same bytes.
  public func showsSame(as other: PublishedEvent) -> Bool {
    var other = other
    other.attendees = attendees
    // A calendar shows the words for the room, and nothing of the needs.
    other.needs = needs
    other.room.features = room.features
    other.room.map = room.map
    return self == other
  }
}
