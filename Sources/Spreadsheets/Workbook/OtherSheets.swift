// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Programmes
import Texts
import Workbooks

/// Who is where and when: a row for each person and session.
struct PeopleSheet {
  static let name = "By person"

  private let lines: ProgrammeLines

  init(_ lines: ProgrammeLines) { self.lines = lines }

  func plan() -> SheetPlan {
    var rows: [(name: String, role: String, session: Int)] = []
    for (index, session) in lines.sessions.enumerated() {
      for person in session.people { rows.append((person.name, person.role, index)) }
    }
    rows.sort { ($0.name, $0.session, $0.role) < ($1.name, $1.session, $1.role) }
    var plan = SheetParts.list(
      Self.name,
      [
        ("Person", 26), ("Role", 16), ("Room", 24), ("Date", 16), ("Start", 8), ("End", 8),
        ("Session", 14), ("Title", 50), ("Status", 11),
      ], rows: rows.count, frozen: 1)
    for (index, entry) in rows.enumerated() {
      plan.put(SheetParts.text(entry.name), index + 1, 0, SheetParts.body)
      plan.put(SheetParts.text(entry.role), index + 1, 1, SheetParts.body)
      let session = lines.sessions[entry.session]
      plan.put(.text(lines.rooms[session.room]), index + 1, 2, SheetParts.body)
      StayCells.put(session, index + 1, from: 3, lines, &plan)
    }
    return plan
  }
}

/// What is in each room, in order of time, with the minutes for which the room is free before.
struct RoomSheet {
  static let name = "By room"

  private let lines: ProgrammeLines

  init(_ lines: ProgrammeLines) { self.lines = lines }

  func plan() -> SheetPlan {
    let order = Dictionary(
      lines.listing.rooms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let places = lines.sessions.indices.sorted {
      (order[lines.sessions[$0].room] ?? .max, $0) < (order[lines.sessions[$1].room] ?? .max, $1)
    }
    var plan = SheetParts.list(
      Self.name,
      [
        ("Room", 24), ("Free before", 11), ("Date", 16), ("Start", 8), ("End", 8), ("Session", 14),
        ("Title", 50), ("Status", 11),
      ], rows: places.count, frozen: 1)
    var last: PublishedProgramme.Session?
    for (index, place) in places.enumerated() {
      let session = lines.sessions[place]
      plan.put(.text(lines.rooms[session.room]), index + 1, 0, SheetParts.body)
      if let last, last.room == session.room, lines.start(last).date == lines.start(session).date {
        let minutes = (session.start - last.end) / 60
        plan.put(.number(Double(minutes)), index + 1, 1, SheetParts.body(format: "0"))
      } else {
        plan.put(.text(""), index + 1, 1, SheetParts.body)
      }
      StayCells.put(session, index + 1, from: 2, lines, &plan)
      if session.status == .placed { last = session }
    }
    return plan
  }
}

/// The columns that tell when a session is, and what it is.
private enum StayCells {
  static func put(
    _ session: PublishedProgramme.Session, _ row: Int, from column: Int, _ lines: ProgrammeLines,
    _ plan: inout SheetPlan
  ) {
    plan.put(SheetParts.serial(lines.start(session).date), row, column, SheetParts.date)
    plan.put(SheetParts.clock(lines.start(session)), row, column + 1, SheetParts.time)
    plan.put(SheetParts.clock(lines.end(session)), row, column + 2, SheetParts.time)
    plan.put(SheetParts.text(session.id), row, column + 3, SheetParts.body)
    plan.put(
      SheetParts.text(session.title), row, column + 4,
      SheetParts.kind(lines.colour(session)))
    plan.put(
      .text(session.status == .placed ? "placed" : "cancelled"), row, column + 5, SheetParts.body)
  }
}

/// What differs from the previous publication.
struct ChangesSheet {
  static let name = "Changes"

  private let lines: ProgrammeLines

  init(_ lines: ProgrammeLines) { self.lines = lines }

  func plan() -> SheetPlan {
    let programme = lines.programme
    let changes = programme.changes
    var plan = SheetParts.list(
      Self.name,
      [("Change", 14), ("Session", 14), ("Title", 50), ("Before", 40), ("Now", 40)],
      rows: changes.count, frozen: 1)
    let titles = Dictionary(
      lines.sessions.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    for (index, change) in changes.enumerated() {
      plan.put(.text(Self.words(change.what)), index + 1, 0, SheetParts.body)
      plan.put(SheetParts.text(change.session), index + 1, 1, SheetParts.body)
      plan.put(
        SheetParts.text(titles[change.session] ?? change.title), index + 1, 2, SheetParts.body)
      plan.put(SheetParts.text(words(change.before)), index + 1, 3, SheetParts.body)
      plan.put(SheetParts.text(words(change.after)), index + 1, 4, SheetParts.body)
    }
    if changes.isEmpty {
      plan.put(.text(nothing), 1, 0, CellStyle(ink: WorkbookColours.ink))
      plan.filter = nil
    }
    return plan
  }

  private var nothing: String {
    guard let previous = lines.programme.previous else {
      return "There is no earlier programme to compare with."
    }
    return previous.number > 0
      ? "Nothing changed since publication \(previous.number)." : "Nothing changed."
  }

  private static func words(_ what: PublishedProgramme.Change.What) -> String {
    switch what {
    case .new: "New"
    case .moved: "Moved"
    case .room: "Room"
    case .title: "Title"
    case .cancelled: "Cancelled"
    case .people: "Other people"
    case .returned: "Back again"
    }
  }

  private func words(_ value: PublishedProgramme.Change.Value?) -> String {
    switch value {
    case .none: return ""
    case .words(let words): return words
    case .stay(let start, let end):
      let zone = lines.programme.zone
      let wall = zone.wallTime(atInstant: start)
      return "\(VenueClock.short(wall.date)) \(wall.clock)–\(zone.wallTime(atInstant: end).clock)"
    }
  }
}

/// The rooms themselves; the list picks from the first column.
struct RoomsSheet {
  static let name = "Rooms"

  private let lines: ProgrammeLines

  init(_ lines: ProgrammeLines) { self.lines = lines }

  func plan() -> SheetPlan {
    let rooms = lines.programme.rooms
    var plan = SheetParts.list(
      Self.name, [("Room", 30), ("Id", 16), ("Where", 34), ("It has", 44)], rows: rooms.count,
      frozen: 1)
    for (index, room) in rooms.enumerated() {
      plan.put(.text(lines.rooms.all[index]), index + 1, 0, SheetParts.body)
      plan.put(SheetParts.text(room.id), index + 1, 1, SheetParts.body)
      plan.put(SheetParts.text(room.location), index + 1, 2, SheetParts.body)
      plan.put(
        SheetParts.text(room.features.asReadableCell), index + 1, 3, SheetParts.body)
    }
    return plan
  }
}
