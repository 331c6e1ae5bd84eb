// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// `room-free`: at each moment no more sessions, rest included, than rooms of a class; rooms
  /// that share space are one clique per moment.
  mutating func addRoomFreeRows() {
    for roomClass in classes.members.indices {
      let rooms = classes.members[roomClass]
      let turnover = Int(problem.roomGap[rooms[0], rooms[0]])
      capacityRows(
        "class \(roomClass)", [(roomClass, turnover)], limit: rooms.count)
    }
    for a in problem.scenario.rooms.indices {
      for b in problem.scenario.rooms.indices where b > a && problem.roomGap[a, b] >= 0 {
        addSharedSpaceRows(a, b)
      }
    }
  }

  private mutating func addSharedSpaceRows(_ a: Int, _ b: Int) {
    let own = (a: problem.roomGap[a, a], b: problem.roomGap[b, b])
    let classA = classes.classOf[a]
    let classB = classes.classOf[b]
    let name = "rooms \(problem.scenario.rooms[a].id) and \(problem.scenario.rooms[b].id)"
    capacityRows(name, [(classA, own.a), (classB, own.b)], limit: 1)
    guard own.a != own.b else { return }
    // The larger turnover also holds after a session in the room with the smaller one, which the
    // clique above does not see: what rests in one and starts in the other, session by session.
    let (short, long) = own.a < own.b ? (classA, classB) : (classB, classA)
    let (least, most) = (min(own.a, own.b), max(own.a, own.b))
    for moment in moments(of: problem.sessions.indices) {
      var starting = LinearExpression()
      for q in problem.sessions.indices {
        guard let s = problem.places[q].starts.firstIndexSorted(moment) else { continue }
        for entry in place[q][s] where entry.roomClass == long { starting.add(entry.column) }
      }
      guard !starting.isEmpty else { continue }
      for p in problem.sessions.indices {
        let resting = runningStarts(p, at: moment, after: most)
          .filter { problem.places[p].starts[$0] + problem.minutes[p] + least <= moment }
        var row = starting
        var found = false
        for s in resting {
          for entry in place[p][s] where entry.roomClass == short {
            row.add(entry.column)
            found = true
          }
        }
        if found { require("\(name) turnover at \(moment)", row, atMost: 1) }
      }
    }
  }

  private mutating func capacityRows(
    _ name: String, _ uses: [(roomClass: Int, rest: Int)], limit: Int
  ) {
    for moment in moments(of: problem.sessions.indices) {
      var running = LinearExpression()
      var sessions = 0
      for p in problem.sessions.indices {
        var found = false
        for use in uses {
          for s in runningStarts(p, at: moment, after: use.rest) {
            for entry in place[p][s] where entry.roomClass == use.roomClass {
              running.add(entry.column)
              found = true
            }
          }
        }
        if found { sessions += 1 }
      }
      if sessions > limit { require("\(name) at \(moment)", running, atMost: Double(limit)) }
    }
  }
}
