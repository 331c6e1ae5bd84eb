// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Languages
import Programmes

/// How the people of a programme are to be written to, and as what they are in its sessions.
///
/// It is no part of what was published: the register holds the present one alone. An address that the
/// table no longer has is gone from it with the next run.
public struct Correspondence: Codable, Sendable, Hashable {
  public struct Person: Codable, Sendable, Hashable {
    public var id: String
    public var name: String
    /// `ada@example.org`; `nil` where it is not known.
    public var email: String?
    /// `nil`: as the publication.
    public var language: Language?
    /// The IANA name of where they are, where that is another than the meeting's.
    public var zone: String?
    /// What they do in each session, by its id; sessions without a word for it are not there.
    public var roles: [String: [String]]
  }

  /// Whose letters they are: the address of the meeting's organizer; `nil` where there is none.
  public var sender: String?
  /// By id.
  public var people: [Person]

  public init(sender: String? = nil, people: [Person] = []) {
    self.sender = sender
    self.people = people
  }

  /// The people of these ids alone.
  func only(_ ids: Set<String>) -> Correspondence {
    Correspondence(sender: sender, people: people.filter { ids.contains($0.id) })
  }
}

extension Correspondence {
  /// Everybody whom a programme's tables have.
  init(_ programme: Programme) {
    var roles: [String: [String: [String]]] = [:]
    for session in programme.sessions {
      for part in session.people where !CalendarText.line(part.role).trimmingBlanks.isEmpty {
        roles[part.id, default: [:]][session.id, default: []].append(CalendarText.line(part.role))
      }
    }
    let meeting = programme.meeting
    let organizer = OrganizerAddress(meeting.calendar?.organizer ?? "")
    let home = meeting.zone.zone.identifier
    self.init(
      sender: organizer.isMail ? organizer.address.map { String($0.text.dropFirst(7)) } : nil,
      people: programme.people.map { person in
        let zone = person.zone.zone.identifier
        return Person(
          id: person.id, name: CalendarText.line(person.name),
          email: person.email.isEmpty ? nil : person.email,
          language: person.language.flatMap(Language.init(rawValue:)),
          zone: zone == home ? nil : zone, roles: roles[person.id] ?? [:])
      }.sorted { $0.id < $1.id })
  }
}
