// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Foundation
import Meetings
import Programmes
import Tables
import Texts

/// The programme line by line, as tables show it.
struct ProgrammeLines {
  let listing: Listing
  let waiting: [WaitingSession]
  let rooms: RoomLabels

  var programme: PublishedProgramme { listing.programme }
  var sessions: [PublishedProgramme.Session] { listing.sessions }
  /// Only what takes place: a table that is imported once cannot take anything back.
  var takingPlace: [PublishedProgramme.Session] { sessions.filter { $0.status == .placed } }

  init(_ programme: PublishedProgramme, waiting: [WaitingSession]) {
    listing = Listing(programme)
    self.waiting = waiting.sorted { $0.id < $1.id }
    rooms = RoomLabels(programme.rooms.map { ($0.id, $0.name) })
  }

  /// The place of its first kind among the kinds, most frequent first.
  func colour(_ session: PublishedProgramme.Session) -> Int {
    session.kinds.first.flatMap { listing.kinds.firstIndex(of: $0) } ?? 7
  }

  func start(_ session: PublishedProgramme.Session) -> WallTime {
    programme.zone.wallTime(atInstant: session.start)
  }

  func end(_ session: PublishedProgramme.Session) -> WallTime {
    programme.zone.wallTime(atInstant: session.end)
  }

  func minutes(_ session: PublishedProgramme.Session) -> Int {
    max(0, session.end - session.start) / 60
  }

  func roomName(_ session: PublishedProgramme.Session) -> String {
    listing.room(session.room).map { $0.name.isEmpty ? $0.id : $0.name } ?? session.room
  }

  /// `Main Hall, Kyoto International Conference Center`.
  func place(_ session: PublishedProgramme.Session) -> String {
    let location = listing.room(session.room)?.location ?? ""
    return [roomName(session), location].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func kindNames(_ session: PublishedProgramme.Session) -> [String] {
    session.kinds.map { programme.kindNames[$0] ?? KindNames.name($0) }
  }

  /// `Ada Lovelace (speaker)`.
  func people(_ session: PublishedProgramme.Session) -> [String] {
    session.people.map { $0.role.isEmpty ? $0.name : "\($0.name) (\($0.role))" }
  }

  /// What an entry of a calendar says below its title.
  func description(_ session: PublishedProgramme.Session) -> String {
    [
      session.description, kindNames(session).joined(separator: ", "),
      Self.said("Take part online", session.conferenceURL), Self.said("Session page", session.url),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// An address tells by itself what it is for; words do not.
  private static func said(_ what: String, _ typed: TypedAddress) -> String {
    typed.words.map { "\(what): \($0)" } ?? typed.shown
  }
}

/// What rooms are called where people pick them: by name, if that is unique.
struct RoomLabels {
  private let labels: [String: String]
  /// In the order of the rooms.
  let all: [String]

  init(_ rooms: [(id: String, name: String)]) {
    let names = rooms.map { Self.clean($0.name) }
    let counts = names.reduce(into: [:]) { $0[$1.lowercased(), default: 0] += 1 }
    let ids = Set(rooms.map(\.id))
    var labels: [String: String] = [:]
    var all: [String] = []
    for (room, name) in zip(rooms, names) {
      let isClear =
        !name.isEmpty && counts[name.lowercased()] == 1
        && (name == room.id || !ids.contains(name))
      let label =
        isClear ? name : name.isEmpty || name == room.id ? room.id : "\(name) [\(room.id)]"
      labels[room.id] = label
      all.append(label)
    }
    self.labels = labels
    self.all = all
  }

  /// The id itself for a room that is not known.
  subscript(id: String) -> String { labels[id] ?? Self.clean(id) }

  /// On one line, of a length that fits into a cell's list.
  static func clean(_ name: String) -> String {
    let line = CalendarText.line(name).trimmed
    return line.count > 80 ? String(line.prefix(80)) + "…" : line
  }
}
