// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Languages
import Meetings
import Modalities
import Programmes
import Texts

/// What somebody wants to publish: a head, and an event for each session that has a place.
public struct Proposal: Sendable {
  /// What holds for the whole of it.
  public var head: PublicationHead
  /// By session; none of them is cancelled.
  public var events: [String: PublishedEvent]
  /// The UID of each session that was never published before.
  public var identities: [String: String]
  /// How to write to everybody; no part of what is published.
  public var correspondence: Correspondence
  /// Why sessions are cancelled, by id, where the tables say so.
  public var cancellations: [String: String] = [:]
  /// What the tables call everything that has an id, also what is not published: by sort and id.
  /// `nil` where that is not known; then nothing is taken for renamed.
  public var names: [Rename.Sort: [String: String]]?
  /// What `calendar.domain` says, where it names no domain: no identity may begin with it.
  public var unusableDomain: String?

  public init(
    head: PublicationHead, events: [String: PublishedEvent], identities: [String: String],
    correspondence: Correspondence = Correspondence()
  ) {
    self.head = head
    self.events = events
    self.identities = identities
    self.correspondence = correspondence
  }

  /// What a publisher says about it.
  public struct Wording: Sendable {
    /// How firm the programme is.
    public var status: PublicationHead.Status
    /// How cancelled sessions are published.
    public var cancelled: PublicationHead.Cancelled
    /// Who may know people's own calendars.
    public var people: PublicationHead.People
    /// Where the files will be found, with a slash at its end; empty if that is not known.
    public var address: String
    /// What the publisher has to say to everyone; may be empty.
    public var note: String
    /// Why it is published although rules are broken.
    public var violationsReason: String?
    /// How many violations of hard rules the referee found.
    public var violations: Int
    public var language: Language

    public init(
      status: PublicationHead.Status, cancelled: PublicationHead.Cancelled,
      people: PublicationHead.People, address: String, note: String,
      violationsReason: String? = nil, violations: Int = 0, language: Language = .english
    ) {
      self.status = status
      self.cancelled = cancelled
      self.people = people
      self.address = address
      self.note = note
      self.violationsReason = violationsReason
      self.violations = violations
      self.language = language
    }
  }

  /// The placed sessions of a programme that the referee has seen.
  public init(_ programme: Programme, _ wording: Wording) {
    let meeting = programme.meeting
    head = PublicationHead(
      meetingID: meeting.id, name: Self.line(meeting.name), zone: meeting.zone.zone.identifier,
      url: Self.page(of: meeting),
      days: meeting.days.map { .init(date: "\($0.date)", label: Self.line($0.label)) },
      rooms: programme.rooms.map(Self.room), status: wording.status, cancelled: wording.cancelled,
      people: wording.people, address: wording.address, note: CalendarText.clean(wording.note),
      violationsReason: wording.violationsReason.map(CalendarText.clean),
      violations: wording.violations, gridMinutes: meeting.gridMinutes,
      language: wording.language == .english ? nil : wording.language, fileNames: .distinct)
    correspondence = Correspondence(programme)
    events = [:]
    identities = [:]
    cancellations = Dictionary(
      programme.cancellations.map { ($0.session, CalendarText.clean($0.reason)) },
      uniquingKeysWith: { first, _ in first })
    names = Self.names(programme)
    unusableDomain = meeting.calendar?.domain.flatMap {
      DomainName.named(in: $0) == nil ? $0 : nil
    }
    for session in programme.sessions {
      guard let place = session.place else { continue }
      events[session.id] = Self.event(session, at: place, of: meeting, wording.status)
      identities[session.id] = session.uid
    }
  }

  private static func names(_ programme: Programme) -> [Rename.Sort: [String: String]] {
    func byID(_ things: [(String, String)]) -> [String: String] {
      Dictionary(things.map { ($0.0, line($0.1)) }, uniquingKeysWith: { first, _ in first })
    }
    return [
      .session: byID(
        programme.sessions.map { ($0.id, $0.title) }
          + programme.cancellations.map { ($0.session, $0.title) }),
      .room: byID(programme.rooms.map { ($0.id, $0.calledName) }),
      .activity: byID(programme.activities.map { ($0.id, $0.name) }),
      .person: byID(programme.people.map { ($0.id, $0.name) }),
    ]
  }

  private static func event(
    _ session: Programme.Session, at place: Programme.Place, of meeting: Meeting,
    _ status: PublicationHead.Status
  ) -> PublishedEvent {
    PublishedEvent(
      title: line(session.title), description: CalendarText.clean(session.description),
      kinds: session.kinds.map(\.token), themes: session.themes.map(line),
      languages: session.languages.map { line($0).trimmingBlanks }.filter { !$0.isEmpty },
      activities: session.activities.map { .init(id: $0.id, name: line($0.name)) },
      people: session.named.filter { $0.basis == .role }.map(person),
      room: place.room.map(room)
        ?? .init(id: place.roomID, name: place.roomID, location: "", features: []),
      needs: session.needs, start: place.start, end: place.end,
      zone: meeting.zone.zone.identifier, url: session.url.address?.text ?? "",
      urlWords: session.url.words, conferenceURL: session.conferenceURL.address?.text ?? "",
      conferenceWords: session.conferenceURL.words,
      organizer: Self.organizer(of: meeting),
      status: status == .draft ? .tentative : .confirmed,
      attendees: session.attendees.map { attendee($0, in: session) })
  }

  /// What is no address is kept as typed, as earlier publications kept it: it goes out nowhere.
  private static func organizer(of meeting: Meeting) -> String {
    let typed = meeting.calendar?.organizer ?? ""
    return OrganizerAddress(typed).address?.text ?? typed
  }

  private static func page(of meeting: Meeting) -> String {
    let typed = meeting.calendar?.url ?? ""
    let address = TypedAddress(typed)
    if case .refused = address { return "" }
    return address.address?.text ?? typed
  }

  private static func person(_ participation: Participation) -> PublishedEvent.Person {
    .init(name: line(participation.name), role: line(participation.role))
  }

  private static func attendee(
    _ person: Participation, in session: Programme.Session
  ) -> PublishedEvent.Attendee {
    let roles = session.named.filter { $0.id == person.id && $0.basis == .activity }.map(\.role)
    return .init(
      id: person.id, name: line(person.name), isRequired: person.attendance == .required,
      activityRoles: roles.isEmpty ? nil : roles)
  }

  private static func room(_ room: Room) -> PublishedEvent.Room {
    let map = TypedAddress(room.map).shown
    return .init(
      id: room.id, name: line(room.calledName),
      location: line(room.location), features: room.features.sorted(),
      position: room.position.map { "\($0)" }, map: map.isEmpty ? nil : map)
  }

  private static func line(_ text: String) -> String { CalendarText.line(text) }
}
