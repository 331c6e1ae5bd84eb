// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Publishing
import Tables
import Texts

extension PublishedProgramme {
  /// The placed sessions of a schedule, with what the scenario's tables say of them.
  ///
  /// Beyond the contract's columns, `description`, `languages` and `conference` of `sessions.csv` are
  /// shown where the table has them.
  ///
  /// People are those whom `roles.csv` names for the session or its activity and who are required:
  /// an interest somebody stated is nobody else's business.
  public init(
    _ schedule: Schedule, of scenario: Scenario, publication: Publication, status: Status
  ) {
    let rows = schedule.firstRows
    var people = [[Person]](repeating: [], count: scenario.sessions.count)
    for role in scenario.roles where role.attendance == .required {
      let person = Person(name: scenario.people[role.person].name, role: role.role)
      for session in scenario.sessions(of: role.subject) { people[session].append(person) }
    }
    let sessions = scenario.sessions.indices.compactMap { index -> Session? in
      let session = scenario.sessions[index]
      guard let row = rows[session.id], row.status == .placed, let wall = row.start,
        let room = row.room
      else { return nil }
      let start = scenario.meeting.zone.instant(wall)
      return Session(
        id: session.id, uid: EventIdentity.uid(ofSession: session.id, in: scenario.meeting),
        title: session.title, room: room, start: start, end: start + session.minutes * 60,
        description: session.cells["description"] ?? "",
        kinds: scenario.kinds(ofSession: index).map(\.token), themes: session.themes,
        languages: (session.cells["languages"] ?? "").cellParts,
        activities: session.activities.map { scenario.activities[$0].name },
        people: people[index], url: session.url,
        conferenceURL: session.cells["conference"] ?? "")
    }
    self.init(
      meetingID: scenario.meeting.id, name: scenario.meeting.name, zone: scenario.meeting.zone,
      days: scenario.meeting.days.map { Day(date: $0.date, label: $0.label) },
      rooms: scenario.rooms.map {
        Room(id: $0.id, name: $0.name, location: $0.location, features: $0.features.sorted())
      },
      sessions: sessions, publication: publication, status: status)
  }
}
