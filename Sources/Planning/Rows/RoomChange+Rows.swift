// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// `room-change`: the classes that an activity's sessions use, less one where any is placed.
  /// With single-room classes this is exact, with larger ones it is a lower bound.
  mutating func addRoomGroupRows() {
    for group in problem.roomGroups {
      let held = Set(group.heldRooms.map { classes.classOf[$0] })
      let usable = classes.members.indices.filter { roomClass in
        !held.contains(roomClass) && group.members.contains { !inClass($0, roomClass).isEmpty }
      }
      program.constant += Double(max(0, held.count - 1) * group.price)
      guard usable.count + held.count > 1 else { continue }
      let (problem, classOf) = (problem, classes.classOf)
      for roomClass in usable {
        let used = column(
          "\(group.name) uses class \(roomClass)", of: .shared(group.members), cost: group.price
        ) {
          assignment in
          group.members.contains { p in
            problem.room(p, in: assignment).map { classOf[$0] == roomClass } ?? false
          } ? 1 : 0
        }
        for p in group.members {
          var row = inClass(p, roomClass)
          if row.isEmpty { continue }
          row.add(used, times: -1)
          require("\(group.name) in class \(roomClass)", row, atMost: 0)
        }
      }
      // Where a room is in use already, the first of the members' is no longer free of charge.
      guard held.isEmpty else { continue }
      let any = column("\(group.name) meets", of: .shared(group.members), cost: -group.price) {
        assignment in
        group.members.contains { assignment.places[$0] != nil } ? 1 : 0
      }
      var row = LinearExpression(any)
      for p in group.members { row.add(placed(p), times: -1) }
      require("\(group.name) meets", row, atMost: 0)
    }
  }
}
