// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Calendars
import Files
import Foundation
import Meetings
import Participants
import Programmes
import Tables
import Texts

/// The programme in the format that conference software has shared since frab, which phone apps and
/// door signs read; `schedule.xml` and `schedule.json` are written from this.
///
/// Cancelled sessions are not in it: apps notice by themselves what has gone.
struct FrabSchedule {
  struct Event {
    let entry: PublicationState.Entry
    let guid: String
    let slug: String
    /// With its offset: `2023-10-09T09:30:00+09:00`.
    let date: String
    let start: String
    let duration: String
    let room: String
    let track: String
    let type: String
    /// The page about the session; `nil` if the programme has no address either.
    let url: String?
    /// The language that comes first, as a code of ISO 639; `nil` if none is given.
    let language: String?
    /// The session's id, if it has the form of a code: capital letters and digits.
    let code: String?
    var title: String { entry.event.title.isEmpty ? entry.session : entry.event.title }
    /// With how to take part, or where to read about it, where that is no page: the form's readers take
    /// no other links.
    var description: String {
      let event = entry.event
      let said = [("Take part online", event.conference), ("Session page", event.page)]
        .filter { $1.page == nil && !$1.shown.isEmpty }.map { "\($0): \($1.shown)" }
      return ([event.description] + said).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    let links: [(title: String, url: String)]
  }

  /// A day of the programme. It begins and ends in the small hours, so a session that runs past
  /// midnight is within the day on which it began.
  struct Day {
    let index: Int
    let date: String
    let start: String
    let end: String
    /// Rooms that have a session this day, in the order of the meeting's table.
    let rooms: [(name: String, guid: String, events: [Event])]
  }

  let head: PublicationHead
  let version: String
  let days: [Day]
  /// All rooms by the names used here, which are unlike each other; a room keeps its guid whatever it is
  /// called by now, and under whatever id.
  let rooms: [(name: String, guid: String, room: PublishedEvent.Room)]

  init(_ state: PublicationState, _ clock: ZoneClock) {
    head = state.head
    version = "\(state.number)" + (state.head.status == .draft ? " (draft)" : "")
    let standing = state.entries.filter { !$0.event.status.isCancelled }
    let names = Self.roomNames(state.head.rooms, standing)
    let rooms = names.list.map { name, room in
      (name: name, guid: Self.guid("room " + state.lineage.key(.room, room.id)), room: room)
    }
    self.rooms = rooms
    let dates = Set(
      state.head.days.map(\.date)
        + standing.map { "\(clock.wallTime(atInstant: $0.event.start).date)" })
    days = dates.sorted().enumerated().map { index, date in
      let own = standing.filter { "\(clock.wallTime(atInstant: $0.event.start).date)" == date }
      let byRoom = Dictionary(grouping: own, by: \.event.room.id)
      return Day(
        index: index + 1, date: date,
        start: Self.iso(
          min(Self.turn(date, 0, 240, clock), own.map(\.event.start).min() ?? .max), clock),
        end: Self.iso(
          max(Self.turn(date, 1, 239, clock), own.map(\.event.end).max() ?? .min), clock),
        rooms: rooms.compactMap { name, guid, room in
          byRoom[room.id].map { (name, guid, $0.map { Self.event($0, name, state, clock) }) }
        })
    }
  }

  /// Names as keys: a second room of the same name gets its id added.
  private static func roomNames(
    _ rooms: [PublishedEvent.Room], _ entries: [PublicationState.Entry]
  ) -> (list: [(name: String, room: PublishedEvent.Room)], used: Set<String>) {
    let known = Set(rooms.map(\.id))
    var unknownRooms: [String: PublishedEvent.Room] = [:]
    for entry in entries where !known.contains(entry.event.room.id) {
      unknownRooms[entry.event.room.id] = entry.event.room
    }
    var used: Set<String> = []
    let all = rooms + unknownRooms.values.sorted { $0.id < $1.id }
    let list = all.map { room -> (String, PublishedEvent.Room) in
      let plain = CalendarText.line(room.name).trimmingBlanks
      let name =
        plain.isEmpty || used.contains(plain) ? "\(plain) (\(room.id))".trimmingBlanks : plain
      used.insert(name)
      return (name, room)
    }
    return (list, used)
  }

  /// A minute of a date, or of one some days after it, as an instant. Days change at four in the
  /// morning, as conference software has it.
  private static func turn(_ date: String, _ days: Int, _ minute: Int, _ clock: ZoneClock) -> Int {
    let day = CalendarDate(date) ?? CalendarDate(dayNumber: 0)
    return clock.instant(
      WallTime(CalendarDate(dayNumber: day.dayNumber + days), minuteOfDay: minute))
  }

  private static func event(
    _ entry: PublicationState.Entry, _ room: String, _ state: PublicationState, _ clock: ZoneClock
  ) -> Event {
    let event = entry.event
    let minutes = (event.end - event.start) / 60
    let kind = event.kinds.first.map(KindNames.name) ?? "Session"
    var links: [(String, String)] = []
    if let conference = event.conference.page {
      links.append(("Take part online", conference.text))
    }
    return Event(
      entry: entry, guid: guid(entry.uid), slug: slug(entry, state.head),
      date: iso(event.start, clock), start: clock.wallTime(atInstant: event.start).clock,
      duration: ClockTime.text(minutes), room: room, track: event.themes.first ?? kind,
      type: kind, url: address(entry, state.head),
      language: event.languages.lazy.compactMap(LanguageCode.code).first,
      code: entry.session.wholeMatch(of: /[A-Z0-9]+/).map { String($0.output) }, links: links)
  }

  /// The session's own page, or its place in the programme's.
  private static func address(_ entry: PublicationState.Entry, _ head: PublicationHead) -> String? {
    if let page = entry.event.page.page { return page.text }
    guard let base = base(head) else { return nil }
    return base + "index.html#" + PageText.anchor(ofSession: entry.session)
  }

  /// Where the programme is served, ending with a slash; `nil` if that is not known.
  static func base(_ head: PublicationHead) -> String? {
    guard WebAddress(exactly: head.address)?.isPage == true else { return nil }
    return head.address.hasSuffix("/") ? head.address : head.address + "/"
  }

  private static func iso(_ instant: Int, _ clock: ZoneClock) -> String {
    let offset = clock.offset(at: instant)
    let local = UTCText.dashed(instant + offset).dropLast()
    return local + CalendarValueText.text(.utcOffset(offset))
  }

  /// A UUID made from the UID (RFC 9562, version 8): the same in every publication.
  static func guid(_ uid: String) -> String {
    var digits = Array(SHA256.hex(Data(uid.utf8)).prefix(32))
    digits[12] = "8"
    digits[16] = "a"
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return groups.map { String(digits[$0]) }.joined(separator: "-")
  }

  private static func slug(_ entry: PublicationState.Entry, _ head: PublicationHead) -> String {
    var words = ""
    for scalar in entry.event.title.lowercased().unicodeScalars.prefix(60) {
      switch scalar {
      case "a"..."z", "0"..."9": words.unicodeScalars.append(scalar)
      default: if words.last != "_" { words += "_" }
      }
    }
    let tidy = words.split(separator: "_").joined(separator: "_")
    return "\(acronym(head))-\(entry.serial)-\(tidy.isEmpty ? "session" : tidy)"
  }

  /// The meeting's id in the letters that the format allows, at least four: a short one gets its
  /// year added.
  static func acronym(_ head: PublicationHead) -> String {
    let letters = head.meetingID.lowercased().unicodeScalars.map { scalar -> String in
      switch scalar {
      case "a"..."z", "0"..."9", "_": String(Character(scalar))
      default: "_"
      }
    }
    let acronym = letters.joined()
    return acronym.count < 4 ? acronym + "_" + (head.days.first?.date.prefix(4) ?? "year") : acronym
  }

  /// A number above 0 for a person who is identified only by a name.
  static func number(ofPerson name: String) -> Int {
    1 + (Int(SHA256.hex(Data(name.utf8)).prefix(7), radix: 16) ?? 0)
  }

  /// Everyone on an event, once.
  static func people(_ event: Event) -> [String] {
    var seen: Set<String> = []
    return event.entry.event.named.map(\.name).filter { seen.insert($0).inserted }
  }

  static let generator = "programme"
}
