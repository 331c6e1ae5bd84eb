// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses

/// A session as it goes out to calendars, with everything that its event shows: an event's bytes
/// follow from this value and its version alone, so that a session in which nothing changed keeps
/// them, whatever happens around it.
public struct PublishedEvent: Codable, Sendable, Hashable {
  public enum Status: String, Codable, Sendable {
    case tentative, confirmed
    /// STATUS:CANCELLED: Google removes it, Apple strikes it out.
    case cancelled
    /// Cancelled, and kept where everybody sees it: confirmed, with the word in its title.
    case tombstone

    public var isCancelled: Bool { self == .cancelled || self == .tombstone }
  }

  public struct Activity: Codable, Sendable, Hashable {
    public var id: String
    public var name: String
  }

  /// Someone whom the programme names.
  public struct Person: Codable, Sendable, Hashable {
    public var name: String
    public var role: String
  }

  public struct Room: Codable, Sendable, Hashable {
    public var id: String
    public var name: String
    public var location: String
    public var features: [String]
    /// Where it is on a map, as GEO holds it; `nil` where that is not known, and in publications that did
    /// not know it yet.
    public var position: String?
    /// The address of a page or picture that shows the way to it; `nil` likewise.
    public var map: String?

    /// `Main Hall, Ground floor`.
    public var words: String { location.isEmpty ? name : "\(name), \(location)" }
  }

  public var title: String
  public var description: String
  public var kinds: [String]
  public var themes: [String]
  public var languages: [String]
  public var activities: [Activity]
  /// Those whom `roles.csv` names: they stand in the event's text. `named` has everyone.
  public var people: [Person]
  public var room: Room
  /// Features that the session asks of its room, such as `interpretation`.
  public var needs: [String]
  public var start: Int
  public var end: Int
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
  public var status: Status
  /// Who is to be there or would like to be: for their own calendars and letters, not shown.
  public var attendees: [Attendee]
  /// Why it is cancelled, where `cancellations.csv` says so; `nil` for one that stands.
  public var cancellation: String?

  public struct Attendee: Codable, Sendable, Hashable {
    public var id: String
    public var name: String
    public var isRequired: Bool
    /// As what the session's activities bring somebody whom `roles.csv` does not name; `nil` for
    /// everybody else, and in publications that did not know it yet.
    public var activityRoles: [String]?
  }

  /// Everyone who has to be there, with each role: those of `roles.csv`, then those whom the activities
  /// bring.
  ///
  /// The latter do not stand in the event's text: it would be another for every session of every
  /// subscriber as soon as this is read of an older register, though nothing about the session is new.
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
    // Of the room a calendar shows the words, of the needs nothing.
    other.needs = needs
    other.room.features = room.features
    other.room.map = room.map
    return self == other
  }
}
