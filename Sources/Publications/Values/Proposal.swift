// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Publishing
import Texts

/// What somebody wants to publish: a head, and an event for each session that has a place.
public struct Proposal: Sendable {
  public var head: PublicationHead
  /// By session; all of them stand.
  public var events: [String: PublishedEvent]
  /// The UID of each session that was never published before.
  public var identities: [String: String]

  public init(
    head: PublicationHead, events: [String: PublishedEvent], identities: [String: String]
  ) {
    self.head = head
    self.events = events
    self.identities = identities
  }

  /// What a publisher says about it.
  public struct Wording: Sendable {
    public var status: PublicationHead.Status
    public var cancelled: PublicationHead.Cancelled
    public var people: PublicationHead.People
    public var address: String
    public var note: String
    public var violationsReason: String?
    public var violations: Int

    public init(
      status: PublicationHead.Status, cancelled: PublicationHead.Cancelled,
      people: PublicationHead.People, address: String, note: String,
      violationsReason: String? = nil, violations: Int = 0
    ) {
      self.status = status
      self.cancelled = cancelled
      self.people = people
      self.address = address
      self.note = note
      self.violationsReason = violationsReason
      self.violations = violations
    }
  }

  /// The placed sessions of a schedule that the referee has seen.
  public init(_ schedule: Schedule, of scenario: Scenario, _ wording: Wording) {
    let meeting = scenario.meeting
    head = PublicationHead(
      meetingID: meeting.id, name: Self.line(meeting.name), zone: meeting.zone.zone.identifier,
      url: meeting.calendar?.url ?? "",
      days: meeting.days.map { .init(date: "\($0.date)", label: Self.line($0.label)) },
      rooms: scenario.rooms.map(Self.room), status: wording.status, cancelled: wording.cancelled,
      people: wording.people, address: wording.address, note: CalendarText.clean(wording.note),
      violationsReason: wording.violationsReason.map(CalendarText.clean),
      violations: wording.violations, gridMinutes: meeting.gridMinutes)
    events = [:]
    identities = [:]
    let rows = schedule.firstRows
    let named = Self.named(scenario)
    let attendances = Attendances(scenario)
    for (index, session) in scenario.sessions.enumerated() {
      guard let row = rows[session.id], row.status == .placed, let wall = row.start,
        let roomID = row.room
      else { continue }
      let start = meeting.zone.instant(wall)
      events[session.id] = PublishedEvent(
        title: Self.line(session.title),
        description: CalendarText.clean(session.cells["description"] ?? ""),
        kinds: scenario.kinds(ofSession: index).map(\.token), themes: session.themes.map(Self.line),
        languages: Self.list(session.cells["languages"] ?? ""),
        activities: session.activities.map {
          .init(id: scenario.activities[$0].id, name: Self.line(scenario.activities[$0].name))
        },
        people: named[index],
        room: scenario.rooms.first { $0.id == roomID }.map(Self.room)
          ?? .init(id: roomID, name: roomID, location: "", features: []),
        needs: session.needs.sorted(), start: start, end: start + session.minutes * 60,
        zone: head.zone, url: session.url, conferenceURL: session.cells["conference"] ?? "",
        organizer: meeting.calendar?.organizer ?? "",
        status: wording.status == .draft ? .tentative : .confirmed,
        attendees: Self.attendees(index, scenario, attendances))
      identities[session.id] = EventIdentity.uid(ofSession: session.id, in: meeting)
    }
  }

  /// Those whom `roles.csv` names for a session or its activity and who are required: an interest
  /// that somebody stated is nobody else's business.
  private static func named(_ scenario: Scenario) -> [[PublishedEvent.Person]] {
    var named = [[PublishedEvent.Person]](repeating: [], count: scenario.sessions.count)
    for role in scenario.roles where role.attendance == .required {
      let person = PublishedEvent.Person(
        name: line(scenario.people[role.person].name), role: line(role.role))
      for session in scenario.sessions(of: role.subject) where !named[session].contains(person) {
        named[session].append(person)
      }
    }
    return named
  }

  private static func attendees(
    _ session: Int, _ scenario: Scenario, _ attendances: Attendances
  ) -> [PublishedEvent.Attendee] {
    func attendee(_ person: Int, _ isRequired: Bool) -> PublishedEvent.Attendee {
      .init(
        id: scenario.people[person].id, name: line(scenario.people[person].name),
        isRequired: isRequired)
    }
    return attendances.required(session).map { attendee($0, true) }
      + attendances.preferred(session).map { attendee($0, false) }
  }

  private static func room(_ room: Room) -> PublishedEvent.Room {
    .init(
      id: room.id, name: line(room.calledName),
      location: line(room.location), features: room.features.sorted())
  }

  private static func line(_ text: String) -> String { CalendarText.line(text) }

  private static func list(_ cell: String) -> [String] {
    line(cell).cellParts
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmingBlanks: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
