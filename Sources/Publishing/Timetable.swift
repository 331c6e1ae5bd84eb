// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A schedule for the terminal: a table for each day, rooms across, time down.
public enum Timetable {
  /// - Parameters:
  ///   - width: columns of the terminal; rooms that do not fit follow in a further table.
  public static func text(_ schedule: Schedule, of scenario: Scenario, width: Int) -> String {
    let entries = ProgrammeEntry.all(schedule, of: scenario)
    var text = ""
    for day in scenario.meeting.days {
      let own = entries.filter { $0.stay?.start.date == day.date }
      text += heading(day, scenario) + "\n"
      guard !own.isEmpty else {
        text += "  no session\n\n"
        continue
      }
      text += tables(own, scenario, width)
    }
    return text + rest(entries)
  }

  private static func heading(_ day: Day, _ scenario: Scenario) -> String {
    let noon = scenario.meeting.zone.instant(WallTime(day.date, minuteOfDay: 720))
    let minutes = scenario.meeting.zone.offset(at: noon) / 60
    let offset =
      "UTC\(minutes < 0 ? "−" : "+")\(abs(minutes) / 60)"
      + (minutes % 60 == 0 ? "" : ":\(abs(minutes) % 60)")
    let weekdays = [
      "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday",
    ]
    let weekday = weekdays[((day.date.dayNumber % 7) + 7) % 7]
    return "\(day.label), \(weekday) \(day.date) (\(offset))"
  }

  private static let timeWidth = 6

  private static func tables(
    _ entries: [ProgrammeEntry], _ scenario: Scenario, _ width: Int
  ) -> String {
    let used = Set(entries.map(\.roomID))
    // Rooms in the order of their table, those that are no more at the end.
    let known = scenario.rooms.map(\.id).filter(used.contains)
    let rooms = known + used.subtracting(known).sorted()
    let fitting = max(1, (width - timeWidth) / 13)
    let tables = (rooms.count + fitting - 1) / fitting
    let perTable = (rooms.count + tables - 1) / tables
    let column = min(30, max(12, (width - timeWidth) / perTable - 1))
    var text = ""
    for first in stride(from: 0, to: rooms.count, by: perTable) {
      let shown = Array(rooms[first..<min(first + perTable, rooms.count)])
      text += table(shown, entries, column)
    }
    return text
  }

  /// Rows are the times at which anything of these rooms begins or ends.
  private static func table(
    _ rooms: [String], _ entries: [ProgrammeEntry], _ column: Int
  ) -> String {
    let own = entries.filter { rooms.contains($0.roomID) }
    let times = Set(own.flatMap { [$0.stay?.start, $0.stay?.end] }.compactMap(\.self)).sorted()
    var text = TextCell.fit("", timeWidth)
    for room in rooms { text += " " + TextCell.fit(room, column) }
    text = trimmed(text) + "\n"
    for (index, time) in times.enumerated() {
      var line = TextCell.fit(time.clock, timeWidth)
      for room in rooms {
        let running = own.filter {
          $0.roomID == room && $0.stay.map { $0.start <= time && time < $0.end } ?? false
        }
        line += " " + TextCell.fit(cell(running, at: time), column)
      }
      let isLast = index == times.count - 1
      if !isLast || !trimmed(line).isEmpty { text += trimmed(line) + "\n" }
    }
    return text + "\n"
  }

  /// Two sessions in one room at once are both named.
  private static func cell(_ running: [ProgrammeEntry], at time: WallTime) -> String {
    running.map { entry in
      guard entry.stay?.start == time else { return "┆" }
      return running.count > 1 ? "! \(entry.session.id)" : entry.session.id
    }.joined(separator: " ")
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  private static func rest(_ entries: [ProgrammeEntry]) -> String {
    var text = ""
    for (status, words) in [
      (Schedule.Status.unplaced, "Left out"), (.held, "Held back (not eligible)"),
    ] {
      let own = entries.filter { $0.status == status }
      guard !own.isEmpty else { continue }
      text += "\(words): \(own.map(\.session.id).joined(separator: ", "))\n"
    }
    return text
  }
}

/// Text in a cell of a fixed number of terminal columns.
enum TextCell {
  /// Cut with an ellipsis or filled with blanks.
  static func fit(_ text: String, _ width: Int) -> String {
    let clean = CalendarText.line(text)
    if columns(clean) <= width {
      return clean + String(repeating: " ", count: width - columns(clean))
    }
    var cut = ""
    var used = 0
    for character in clean {
      let next = columns(character)
      if used + next > width - 1 { break }
      cut.append(character)
      used += next
    }
    return cut + "…" + String(repeating: " ", count: width - used - 1)
  }

  static func columns(_ text: String) -> Int { text.reduce(0) { $0 + columns($1) } }

  /// East Asian wide characters and emoji take two columns.
  private static func columns(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    case 0x0300...0x036F, 0x200B...0x200F: return 0
    default: return 1
    }
  }
}
