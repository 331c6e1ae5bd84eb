// SPDX-License-Identifier: GPL-3.0-or-later

/// A room that is called otherwise, or said to be elsewhere, than in the publication before. It is the
/// same room by its id: who is in it does not move.
struct RoomChange: Sendable, Hashable {
  let before: PublishedEvent.Room
  let after: PublishedEvent.Room
  /// The sessions that stand in it before and after.
  let sessions: [String]

  var isRenamed: Bool { before.name != after.name }

  /// In the order of the tables; none where sessions neither were nor are in the room.
  static func between(_ old: PublicationState?, _ new: PublicationState) -> [RoomChange] {
    guard let old = old?.renamed(by: new.head.renames ?? []) else { return [] }
    let before = Dictionary(
      old.head.rooms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let stood = old.standing
    let stands = new.standing
    return new.head.rooms.compactMap { room in
      guard let past = before[room.id], past.words != room.words else { return nil }
      let then = Set(stood.filter { $0.event.room.id == room.id }.map(\.session))
      let now = stands.filter { $0.event.room.id == room.id }.map(\.session)
      guard !then.isEmpty || !now.isEmpty else { return nil }
      return RoomChange(before: past, after: room, sessions: now.filter(then.contains))
    }
  }
}

extension PublicationState {
  /// Sessions that are not cancelled.
  var standing: [Entry] { entries.filter { !$0.event.status.isCancelled } }
}
