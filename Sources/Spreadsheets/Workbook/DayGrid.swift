// SPDX-License-Identifier: GPL-3.0-or-later

import Programmes

/// Where the sessions of a day are in a grid of rooms and times: a row from each instant at which
/// something begins or ends to the next, so every length is to scale; a column for each room,
/// and one more for each session that overlaps in it.
struct DayGrid {
  struct Column {
    /// The room's id, empty for sessions without one.
    let room: String
    /// How many columns the room has.
    var lanes = 1
  }

  struct Block {
    /// Index into the sessions that the grid was made of.
    let session: Int
    let column: Int
    let rows: ClosedRange<Int>
  }

  /// A room's columns are side by side; one entry for each room.
  private(set) var rooms: [Column]
  /// Instants in order: row `n` lasts from the one at `n` to the next.
  let instants: [Int]
  private(set) var blocks: [Block] = []

  /// - Parameter rooms: those that have a column even if nothing is in them.
  init(_ sessions: [PublishedProgramme.Session], rooms ids: [String]) {
    // A session without length would have no row.
    let ends = sessions.map { max($0.end, $0.start + 60) }
    instants = Set(sessions.map(\.start) + ends).sorted()
    let rowOf = Dictionary(uniqueKeysWithValues: instants.enumerated().map { ($1, $0) })
    let unknownRooms = Set(sessions.map(\.room)).subtracting(ids).sorted()
    rooms = (ids + unknownRooms).map { Column(room: $0) }
    let order = sessions.indices.sorted {
      (sessions[$0].start, ends[$0], sessions[$0].id)
        < (sessions[$1].start, ends[$1], sessions[$1].id)
    }
    var column = 0
    for place in rooms.indices {
      var free: [Int] = []
      for session in order where sessions[session].room == rooms[place].room {
        let lane = free.firstIndex { $0 <= sessions[session].start } ?? free.count
        if lane == free.count { free.append(0) }
        free[lane] = ends[session]
        guard let first = rowOf[sessions[session].start], let after = rowOf[ends[session]] else {
          continue
        }
        blocks.append(
          Block(session: session, column: column + lane, rows: first...max(first, after - 1)))
      }
      rooms[place].lanes = max(1, free.count)
      column += rooms[place].lanes
    }
  }

  var columnCount: Int { rooms.reduce(0) { $0 + $1.lanes } }
}
