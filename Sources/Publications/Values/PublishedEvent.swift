// SPDX-License-Identifier: GPL-3.0-or-later

/// A session as published to calendars, with everything that its event shows: an event's bytes
/// follow from this value and its version alone, so a session that did not change keeps them,
/// whatever happens around it.
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

  /// Someone named in the programme.
  public struct Person: Codable, Sendable, Hashable {
    public var name: String
    public var role: String
  }

  public struct Room: Codable, Sendable, Hashable {
    public var id: String
    public var name: String
    public var location: String
    public var features: [String]

    /// `Main Hall, Ground floor`.
    public var words: String { location.isEmpty ? name : "\(name), \(location)" }
  }

  public var title: String
  public var description: String
  public var kinds: [String]
  public var themes: [String]
  public var languages: [String]
  public var activities: [Activity]
  /// Those named in `roles.csv`, who are in the event's text. `named` has everyone.
  public var people: [Person]
  public var room: Room
  /// Features that the session asks of its room, such as `interpretation`.
  public var needs: [String]
  public var start: Int
  public var end: Int
  public var zone: String
  public var url: String
  public var conferenceURL: String
  public var organizer: String
  public var status: Status
  /// Who is to be there or would like to be: for their own calendars and letters, not shown.
  public var attendees: [Attendee]

  public struct Attendee: Codable, Sendable, Hashable {
    public var id: String
    public var name: String
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

  /// What calendars show; two events that are alike in this have the same bytes.
  public func showsSame(as other: PublishedEvent) -> Bool {
    var other = other
    other.attendees = attendees
    // A calendar shows the words for the room, and nothing of the needs.
    other.needs = needs
    other.room.features = room.features
    return self == other
  }
}
