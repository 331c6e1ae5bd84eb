// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// The columns of a session in a room class, at any start.
  func inClass(_ p: Int, _ roomClass: Int) -> LinearExpression {
    var sum = LinearExpression()
    for starts in place[p] {
      for entry in starts where entry.roomClass == roomClass { sum.add(entry.column) }
    }
    return sum
  }

  /// Links `same-room`: what one session uses the other uses too, is left out, or the price is
  /// paid. Inside a class of several rooms this asks for the class alone (`RoomClasses.Grain`).
  mutating func addSameRoomRows() {
    for pair in problem.sameRooms {
      let (a, b) = (pair.a, pair.b)
      let name = "link \(pair.line): \(problem.session(a).id) \(problem.session(b).id) one room"
      var broken: Column?
      if let price = pair.price {
        let (problem, classOf) = (problem, classes.classOf)
        broken = column("\(name) broken", of: .only([a, b]), cost: price) { assignment in
          guard let first = problem.room(a, in: assignment),
            let second = problem.room(b, in: assignment)
          else { return 0 }
          return classOf[first] == classOf[second] ? 0 : 1
        }
      }
      for roomClass in classes.members.indices {
        for (p, q) in [(a, b), (b, a)] {
          var row = inClass(p, roomClass)
          if row.isEmpty { continue }
          row.add(inClass(q, roomClass), times: -1)
          if let out = out[q] { row.add(out, times: -1) }
          if let broken { row.add(broken, times: -1) }
          require(name, row, atMost: 0)
        }
      }
    }
  }
}
