// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

extension PublishedProgramme {
  /// What differs from an earlier programme, in the order of this one; what is gone comes at the
  /// end. A session that is both moved and in another room has two changes.
  public func changes(since earlier: PublishedProgramme) -> [Change] {
    let before = Dictionary(
      earlier.sessions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var changes: [Change] = []
    for session in sessions.sorted(by: { ($0.start, $0.id) < ($1.start, $1.id) }) {
      guard let old = before[session.id] else {
        changes.append(Change(session: session.id, what: .new))
        continue
      }
      if session.status != old.status {
        let what: Change.What = session.status == .cancelled ? .cancelled : .returned
        changes.append(Change(session: session.id, what: what))
      }
      if session.start != old.start || session.end != old.end {
        changes.append(
          Change(
            session: session.id, what: .moved, before: .stay(start: old.start, end: old.end),
            after: .stay(start: session.start, end: session.end)))
      }
      if session.room != old.room {
        changes.append(
          Change(
            session: session.id, what: .room, before: .words(earlier.roomName(old.room)),
            after: .words(roomName(session.room))))
      }
      if let people = Self.people(old, session) { changes.append(people) }
      if session.title != old.title {
        changes.append(
          Change(
            session: session.id, what: .title, before: .words(old.title),
            after: .words(session.title)))
      }
    }
    let now = Set(sessions.map(\.id))
    for old in earlier.sessions.sorted(by: { ($0.start, $0.id) < ($1.start, $1.id) })
    where !now.contains(old.id) && old.status == .placed {
      changes.append(
        Change(
          session: old.id, what: .cancelled, title: old.title,
          before: .stay(start: old.start, end: old.end)))
    }
    return changes
  }

  /// Who left on the one side, who came on the other; `nil` where the same people are named.
  private static func people(_ old: Session, _ new: Session) -> Change? {
    func words(_ person: Person) -> String {
      person.role.isEmpty ? person.name : "\(person.name) (\(person.role))"
    }
    let (before, after) = (old.people.map(words), new.people.map(words))
    let left = before.filter { !after.contains($0) }
    let came = after.filter { !before.contains($0) }
    guard !left.isEmpty || !came.isEmpty else { return nil }
    return Change(
      session: new.id, what: .people, before: left.isEmpty ? nil : .words(left.listed),
      after: came.isEmpty ? nil : .words(came.listed))
  }

  private func roomName(_ id: String) -> String {
    rooms.first { $0.id == id }.map { $0.name.isEmpty ? id : $0.name } ?? id
  }
}
