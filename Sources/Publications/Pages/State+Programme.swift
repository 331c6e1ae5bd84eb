// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Languages
import Meetings
import Programmes

extension PublicationHistory {
  /// The current programme, as the participants' page and other exports need it.
  func programme(_ feeds: [Feed]) -> PublishedProgramme? {
    guard let state = latest, let clock = state.clock else { return nil }
    let previous = states.dropLast().last
    let head = state.head
    let own = Dictionary(
      feeds.filter { $0.key.group == .session }.map { ($0.key.id, $0.path) },
      uniquingKeysWith: { first, _ in first })
    var programme = PublishedProgramme(
      meetingID: head.meetingID, name: head.name, zone: clock,
      days: head.days.compactMap { day in
        CalendarDate(day.date).map { .init(date: $0, label: day.label) }
      },
      rooms: head.rooms.map(Self.room),
      sessions: state.entries.map { Self.session($0, feed: own[$0.session] ?? "") },
      publication: .init(number: state.number, instant: state.instant),
      status: head.status == .final ? .final : .draft)
    let former = FormerIDs(self)
    for index in programme.sessions.indices {
      programme.sessions[index].formerIDs = former.ids(.session, programme.sessions[index].id)
    }
    for index in programme.rooms.indices {
      programme.rooms[index].formerIDs = former.ids(.room, programme.rooms[index].id)
    }
    let known = Set(head.rooms.map(\.id))
    for entry in state.entries where !known.contains(entry.event.room.id) {
      let room = Self.room(entry.event.room)
      if !programme.rooms.contains(where: { $0.id == room.id }) { programme.rooms.append(room) }
    }
    programme.language = head.language ?? .english
    programme.address = head.address
    programme.note = head.note
    programme.violationsReason = head.violationsReason
    programme.previous = previous.map { .init(number: $0.number, instant: $0.instant) }
    if previous != nil {
      let change = ProgrammeChange(previous, state)
      programme.changes = change.sessions.flatMap(\.forPage)
      programme.newRoomNames = change.rooms.filter(\.isRenamed).map {
        .init(before: $0.before.name, after: $0.after.name)
      }
    }
    if !head.address.isEmpty {
      programme.feeds = [
        .init(
          name: Words(programme.language)("page.subscribe.all"),
          https: head.address + "calendars.html",
          webcal: "")
      ]
      programme.feeds += feeds.filter { [.whole, .day, .kind, .room].contains($0.key.group) }.map {
        let address = FeedAddress($0, head)
        let name =
          $0.key.group == .whole
          ? Words(programme.language)("page.subscribe.whole") : $0.name
        return .init(name: name, https: address.https, webcal: address.webcal)
      }
    }
    return programme
  }

  private static func room(_ room: PublishedEvent.Room) -> PublishedProgramme.Room {
    .init(
      id: room.id, name: room.name, location: room.location,
      position: room.position.flatMap { PositionCell.read($0).value }, map: room.map ?? "",
      features: room.features)
  }

  private static func session(
    _ entry: PublicationState.Entry, feed: String
  ) -> PublishedProgramme.Session {
    let event = entry.event
    var session = PublishedProgramme.Session(
      id: entry.session, uid: entry.uid, title: event.title.isEmpty ? entry.session : event.title,
      room: event.room.id, start: event.start, end: event.end, description: event.description,
      kinds: event.kinds, themes: event.themes, languages: event.languages,
      activities: event.activities.map(\.name),
      people: event.named.map { .init(name: $0.name, role: $0.role) },
      status: event.status.isCancelled ? .cancelled : .placed, url: event.page,
      conferenceURL: event.conference, sequence: entry.sequence, feed: feed)
    session.cancellation = event.cancellation ?? ""
    return session
  }
}

/// Where a feed is found, once the files stand on a host.
struct FeedAddress {
  let https: String
  /// The same for calendars: it makes them subscribe instead of copying once.
  let webcal: String

  init(_ feed: Feed, _ head: PublicationHead) {
    let address = head.address + feed.path
    https = address
    webcal = "webcal" + address.drop { $0 != ":" }
  }
}
