// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings

/// Room ids by what people may call them: by exact id, or by name if that is unique.
struct RoomNames {
  private var ids: [String: String] = [:]
  /// What rooms are called.
  let labels: RoomLabels

  /// - Parameter removed: the names, by id, of rooms that a what-if removed.
  init(_ rooms: [Room], removed: [String: String]) {
    labels = RoomLabels(rooms.map { ($0.id, $0.name) })
    for room in rooms { ids[labels[room.id].lowercased()] = room.id }
    let names = Dictionary(grouping: rooms) { RoomLabels.clean($0.name).lowercased() }
    for (name, rooms) in names where rooms.count == 1 && !name.isEmpty && ids[name] == nil {
      ids[name] = rooms[0].id
    }
    // Ids are exact, and come before any name.
    for (id, name) in removed.sorted(by: { $0.key < $1.key }) {
      let name = RoomLabels.clean(name).lowercased()
      if ids[name] == nil { ids[name] = id }
      ids[id] = id
    }
    for room in rooms { ids[room.id] = room.id }
  }

  /// The id of the room that a cell names; invisible and full-width signs count as what they look
  /// like.
  func id(of name: String) -> String? {
    let plain = CellText(name).text
    return ids[name] ?? ids[plain] ?? ids[RoomLabels.clean(plain).lowercased()]
      ?? ids[RoomLabels.clean(name).lowercased()]
  }
}
