// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
  /// A session that must be placed and has no place even by itself.
  public var homelessSession: Int? {
    sessions.indices.first { unplacedCost[$0] == nil && places[$0].isEmpty }.map { sessions[$0] }
  }

  /// Places of all sessions, the rooms of a class counted as one.
  package func placeCount(_ classes: RoomClasses) -> Int {
    places.reduce(0) { sum, table in
      sum + table.starts.count * Set(table.rooms.map { classes.classOf[$0] }).count
    }
  }
}
