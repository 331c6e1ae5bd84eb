// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// `rooms.csv`.
enum RoomsTable {
  static func room(_ reader: RowReader, turnover: Int) -> Room {
    if reader.text("capacity").isEmpty {
      reader.reportEmpty("capacity", "the number of seats, such as 120")
    }
    return Room(
      id: reader.text("id"),
      name: reader.text("name").isEmpty ? reader.text("id") : reader.text("name"),
      capacity: reader.number("capacity", of: .seats, in: 0...1_000_000, default: 0),
      features: Set(reader.tokens("features")), available: reader.windows("available"),
      turnoverMinutes: reader.number(
        "turnover_minutes", of: .minutes, in: 0...1440, default: turnover),
      location: reader.text("location"), position: reader.position("position"),
      map: reader.text("map"), parts: reader.ids("parts", of: .room),
      line: reader.row.line)
  }

  /// Joined rooms are made of plain rooms, not of themselves or of other joined rooms.
  static func checkParts(_ rooms: [Room], _ readers: [RowReader]) {
    for (index, room) in rooms.enumerated() where !room.parts.isEmpty {
      for part in room.parts {
        if part == index {
          readers[index].report(
            "parts", "parts", room.id, "The room '\(room.id)' is a part of itself.",
            "name the other rooms that it is made of")
        } else if !rooms[part].parts.isEmpty {
          readers[index].report(
            "parts", "parts", rooms[part].id,
            "The part '\(rooms[part].id)' is a joined room itself.",
            "parts of parts are not allowed; name its parts instead")
        }
      }
    }
  }
}
