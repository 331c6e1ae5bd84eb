// SPDX-License-Identifier: GPL-3.0-or-later

extension PublishedProgramme {
  /// The sessions of a programme that have a place, as they are published: with the people that it
  /// names.
  public init(_ programme: Programme, publication: Publication, status: Status) {
    self.init(
      meetingID: programme.meeting.id, name: programme.meeting.name, zone: programme.meeting.zone,
      days: programme.meeting.days.map { Day(date: $0.date, label: $0.label) },
      rooms: programme.rooms.map {
        Room(
          id: $0.id, name: $0.name, location: $0.location, position: $0.position, map: $0.map,
          features: $0.features.sorted())
      },
      sessions: programme.sessions.compactMap { session in
        session.place.map { Session(session, at: $0) }
      }, publication: publication, status: status)
  }
}

extension PublishedProgramme.Session {
  init(_ session: Programme.Session, at place: Programme.Place) {
    self.init(
      id: session.id, uid: session.uid, title: session.title, room: place.roomID,
      start: place.start, end: place.end, description: session.description,
      kinds: session.kinds.map(\.token), themes: session.themes, languages: session.languages,
      activities: session.activities.map(\.name),
      people: session.named.map { .init(name: $0.name, role: $0.role) }, url: session.url,
      conferenceURL: session.conferenceURL)
  }
}
