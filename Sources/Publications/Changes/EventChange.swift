// SPDX-License-Identifier: GPL-3.0-or-later

import Programmes
import Texts

/// A session that differs from the previous publication.
struct EventChange: Sendable {
  /// In the order of how much it matters to someone who meant to come.
  enum What: String, Sendable, CaseIterable {
    case cancelled, returned, moved, room, people, title, new, details

    var word: String {
      switch self {
      case .cancelled: "Cancelled"
      case .returned: "Back again"
      case .moved: "Moved"
      case .room: "Room changed"
      case .people: "Other people"
      case .title: "Retitled"
      case .new: "New"
      case .details: "Details changed"
      }
    }
  }

  let session: String
  let what: [What]
  /// `nil` for a session that is new.
  let before: PublicationState.Entry?
  let after: PublicationState.Entry
  /// `nil` where the programme names the same people.
  let people: PeopleChange?

  /// Everything that differs, by the session's time now; in a first publication everything is new.
  /// That a draft has become final is news about the whole, not about each session.
  static func between(_ old: PublicationState?, _ new: PublicationState) -> [EventChange] {
    let before = old?.renamed(by: new.head.renames ?? []).bySession ?? [:]
    return new.entries.compactMap { entry in
      guard entry.publication == new.number else { return nil }
      let past = before[entry.session]
      let people = past.map { PeopleChange($0.event, entry.event) }.flatMap {
        $0.isEmpty ? nil : $0
      }
      let what = what(past?.event, entry.event, people)
      guard !what.isEmpty else { return nil }
      return EventChange(
        session: entry.session, what: what, before: past, after: entry,
        people: what.contains(.people) ? people : nil)
    }
  }

  private static func what(
    _ old: PublishedEvent?, _ new: PublishedEvent, _ people: PeopleChange?
  ) -> [What] {
    guard let old else { return new.status.isCancelled ? [] : [.new] }
    if new.status.isCancelled { return old.status.isCancelled ? [] : [.cancelled] }
    var what: [What] = []
    if old.status.isCancelled { what.append(.returned) }
    if (old.start, old.end) != (new.start, new.end) { what.append(.moved) }
    // By its id: a room that is called otherwise is news about the room (`RoomChange`).
    if old.room.id != new.room.id { what.append(.room) }
    if people != nil { what.append(.people) }
    if old.title != new.title { what.append(.title) }
    if what.isEmpty {
      var old = old
      old.status = new.status
      old.room = new.room
      if !old.showsSame(as: new) { what.append(.details) }
    }
    return what
  }

  /// The session before and after: the change concerns everybody whom either concerns.
  var events: [PublishedEvent] { [before?.event, after.event].compactMap(\.self) }

  /// As the participants' page shows it; details are not shown there.
  var forPage: [PublishedProgramme.Change] {
    what.compactMap { what in
      let old = before?.event
      let new = after.event
      switch what {
      case .new: return .init(session: session, what: .new)
      case .cancelled: return .init(session: session, what: .cancelled, title: new.title)
      case .returned: return .init(session: session, what: .returned)
      case .moved:
        return .init(
          session: session, what: .moved, before: old.map { .stay(start: $0.start, end: $0.end) },
          after: .stay(start: new.start, end: new.end))
      case .room:
        return .init(
          session: session, what: .room, before: old.map { .words($0.room.words) },
          after: .words(new.room.words))
      case .people:
        let (left, came) = (people?.left ?? [], people?.came ?? [])
        guard !left.isEmpty || !came.isEmpty else { return nil }
        return .init(
          session: session, what: .people,
          before: left.isEmpty ? nil : .words(ChangeWords.cell(left).listed),
          after: came.isEmpty ? nil : .words(ChangeWords.cell(came).listed))
      case .title:
        return .init(
          session: session, what: .title, before: old.map { .words($0.title) },
          after: .words(new.title))
      case .details: return nil
      }
    }
  }
}
