// SPDX-License-Identifier: GPL-3.0-or-later

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

  private func roomName(_ id: String) -> String {
    rooms.first { $0.id == id }.map { $0.name.isEmpty ? id : $0.name } ?? id
  }
}
