// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Programmes
import Tables
import Texts

/// A schedule for the terminal: a table for each day, rooms across, time down.
public enum Timetable {
  /// - Parameters:
  ///   - width: columns of the terminal; rooms that do not fit follow in another table.
  public static func text(_ programme: Programme, width: Int) -> String {
    let sessions = programme.inOrder
    let entries = sessions.compactMap { session in
      session.place.map { Entry(session: session, place: $0) }
    }
    var text = ""
    for day in programme.meeting.days {
      let own = entries.filter { $0.place.stay.start.date == day.date }
      text += heading(day, programme.meeting.zone) + "\n"
      text += own.isEmpty ? "  no session\n\n" : tables(own, programme, width)
      text += free(day, programme, width)
    }
    return text + rest(sessions, width)
  }

  /// A session with its place.
  private struct Entry {
    let session: Programme.Session
    let place: Programme.Place
  }

  private static func heading(_ day: Day, _ zone: ZoneClock) -> String {
    let noon = zone.instant(WallTime(day.date, minuteOfDay: 720))
    return "\(day.label), \(day.date.weekdayName) \(day.date) (\(zone.offsetText(at: noon)))"
  }

  private static let timeWidth = 6
  /// From this column width on, a session's title is shown under its id.
  private static let titledColumn = 16

  private static func tables(
    _ entries: [Entry], _ programme: Programme, _ width: Int
  ) -> String {
    let used = Set(entries.map(\.place.roomID))
    // Rooms in the order of their table; those that no longer exist at the end.
    let known = programme.rooms.map(\.id).filter(used.contains)
    let rooms = known + used.subtracting(known).sorted()
    let fitting = max(1, (width - timeWidth) / (titledColumn + 1))
    let tables = (rooms.count + fitting - 1) / fitting
    let perTable = (rooms.count + tables - 1) / tables
    let column = min(34, max(12, (width - timeWidth) / perTable - 1))
    var text = ""
    for first in stride(from: 0, to: rooms.count, by: perTable) {
      let shown = Array(rooms[first..<min(first + perTable, rooms.count)])
      text += table(shown, entries, programme, column)
    }
    return text
  }

  /// Rows are the times at which anything of these rooms begins or ends.
  private static func table(
    _ rooms: [String], _ entries: [Entry], _ programme: Programme, _ column: Int
  ) -> String {
    let own = entries.filter { rooms.contains($0.place.roomID) }
    let zone = programme.meeting.zone
    let times = Set(own.flatMap { [$0.place.start, $0.place.end] }).sorted()
    var text = lines("", rooms.map { heading(room: $0, programme, column) }, column)
    for (index, time) in times.enumerated() {
      let cells = rooms.map { room in
        cell(
          own.filter {
            $0.place.roomID == room && $0.place.start <= time && time < $0.place.end
          }, at: time, column)
      }
      let clock = zone.wallTime(atInstant: time).clock
      let isLast = index == times.count - 1
      if !isLast || cells.contains(where: { !$0.isEmpty }) {
        text += lines(clock, cells, column)
      } else {
        text += clock + "\n"
      }
    }
    let areTwice = own.contains { entry in
      own.contains {
        $0.session.id != entry.session.id && $0.place.roomID == entry.place.roomID
          && $0.place.start < entry.place.end && entry.place.start < $0.place.end
      }
    }
    return text + (areTwice ? "! two sessions in one room\n" : "") + "\n"
  }

  /// A row of cells of several lines each.
  private static func lines(_ clock: String, _ cells: [[String]], _ column: Int) -> String {
    var text = ""
    for number in 0..<max(1, cells.map(\.count).max() ?? 0) {
      var line = TextCell.fit(number == 0 ? clock : "", timeWidth)
      for cell in cells {
        line += " " + TextCell.fit(cell.indices.contains(number) ? cell[number] : "", column)
      }
      text += trimmed(line) + "\n"
    }
    return text
  }

  /// The room's name, and under it the id that tables and commands use.
  private static func heading(room id: String, _ programme: Programme, _ column: Int) -> [String] {
    guard let room = programme.rooms.first(where: { $0.id == id }), room.hasOwnName else {
      return [id]
    }
    return TextCell.wrapped(room.name, column, lines: 2) + ["(\(id))"]
  }

  /// What runs in a room at a time; two sessions at once are both named.
  private static func cell(
    _ running: [Entry], at time: Int, _ column: Int
  ) -> [String] {
    let first = running.map { entry in
      guard entry.place.start == time else { return "┆" }
      return running.count > 1 ? "! \(entry.session.id)" : entry.session.id
    }.joined(separator: " ")
    guard !first.isEmpty else { return [] }
    guard column >= titledColumn, running.count == 1, running[0].place.start == time,
      running[0].session.title != running[0].session.id
    else { return [first] }
    return [first] + TextCell.wrapped(running[0].session.title, column, lines: 3)
  }

  /// Rooms that could be used on a day but are not.
  private static func free(_ day: Day, _ programme: Programme, _ width: Int) -> String {
    let free = programme.rooms(freeOn: day)
    guard !free.isEmpty else { return "" }
    let all = "Free all day: \(free.map(\.nameWithID).joined(separator: ", "))"
    return TextCell.wrapped(all, max(20, width), lines: .max).joined(separator: "\n") + "\n\n"
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// The title that people know, and the id where it says something else.
  private static func name(_ session: Programme.Session) -> String {
    let title = CalendarText.line(session.title)
    return title.isEmpty || title.lowercased() == session.id.lowercased()
      ? session.id : "\(title) (\(session.id))"
  }

  private static func rest(_ sessions: [Programme.Session], _ width: Int) -> String {
    var text = ""
    for (status, words) in [
      (Schedule.Status.unplaced, "Left out"), (.held, "Held back (not eligible)"),
    ] {
      let own = sessions.filter { $0.status == status }
      guard !own.isEmpty else { continue }
      let names = own.map(name).joined(separator: ", ")
      text += "\(words): \(names)".wrapped(to: width, first: "", rest: "  ")
    }
    return text
  }
}
