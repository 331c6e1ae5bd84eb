// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// The minutes that must lie between two sessions in rooms that share space: one room with itself, a
/// joined room with its parts.
package struct RoomGaps: TermSet {
  /// By pair of rooms, symmetric; -1 for rooms that share no space.
  package var minutes: SquareTable<RoomPosition, Int>

  /// No rooms share space yet.
  package init(rooms: Int) { minutes = SquareTable(repeating: -1, side: rooms) }

  package static let sort = TermSort.roomGaps
  package static var list: WritableKeyPath<Terms, Self> { \.roomGaps }

  package var longestRest: Int { max(0, minutes.values.max() ?? 0) }

  package func tally(in problem: PlanningProblem) -> Tally { .pairs(self) }

  package func inside(_ selection: Selection) -> RoomGaps { self }

  package func among(_ holding: inout Holding) -> RoomGaps {
    let longest = longestRest
    for own in holding.free.chosen.indices {
      holding.forEachClose(to: own, within: longest) { table, start, other, distance in
        for (r, room) in table.rooms.enumerated() {
          let gap = minutes[room, other.stay.room]
          if gap >= 0, distance < gap { table.charge(nil, start: start, room: r) }
        }
      }
    }
    return self
  }

  package func sight(in problem: PlanningProblem) -> RoomSight {
    let rooms = minutes.positions
    let marks = TypedArray(over: rooms) { room -> RoomSight.Mark in
      let sharesSpace = rooms.contains { $0 != room && minutes[room, $0] >= 0 }
      return sharesSpace ? .alone(room: room) : .like(minutes[room, room])
    }
    return RoomSight(marks: [marks], tied: [])
  }

  package func encode(to container: inout KeyedEncodingContainer<TermSort>) throws {
    try container.encode(minutes.triples { $0 >= 0 }, forKey: Self.sort)
  }

  package var crowds: [[SessionPosition]] { [] }

  package func addPull(
    of p: SessionPosition, to weights: inout TypedArray<SessionPosition, Double>
  ) {}
}

extension RoomGaps: PairTally {
  package func dealings(of p: SessionPosition, among stands: Stands) -> Score {
    stands.sum(near: p) { q, here, there in
      let gap = minutes[here.room, there.room]
      let isBroken = gap >= 0 && stands.isTooClose(p, here, q, there, gap: gap)
      return Score(violations: isBroken ? 1 : 0, cost: 0)
    }
  }

  package func lay(on layout: inout BoardLayout) { layout.roomGap = minutes }
}

// MARK: Rows

extension RoomGaps {
  /// At each moment no more sessions, rest included, than rooms of a class; rooms that share space
  /// are one clique per moment.
  package func addRows(to program: inout DraftProgram) {
    let classes = program.classes
    for roomClass in classes.all {
      let rooms = classes.rooms(of: roomClass)
      guard minutes[rooms[0], rooms[0]] >= 0 else { continue }
      addCapacityRows(
        "class \(roomClass)", [(roomClass, minutes[rooms[0], rooms[0]])], limit: rooms.count,
        to: &program)
    }
    for a in minutes.positions {
      for b in minutes.positions where b > a && minutes[a, b] >= 0 {
        addSharedSpaceRows(a, b, to: &program)
      }
    }
  }

  private func addSharedSpaceRows(
    _ a: RoomPosition, _ b: RoomPosition, to program: inout DraftProgram
  ) {
    let problem = program.problem
    let own = (a: minutes[a, a], b: minutes[b, b])
    let classA = program.classes.classOf[a]
    let classB = program.classes.classOf[b]
    let name = "rooms \(problem.room(a).id) and \(problem.room(b).id)"
    addCapacityRows(name, [(classA, own.a), (classB, own.b)], limit: 1, to: &program)
    guard own.a != own.b else { return }
    // The larger turnover also holds after a session in the room with the smaller one, which the
    // clique above does not see: what rests in one and starts in the other, session by session.
    let (short, long) = own.a < own.b ? (classA, classB) : (classB, classA)
    let (least, most) = (min(own.a, own.b), max(own.a, own.b))
    for moment in program.moments(of: problem.sessions.indices) {
      var starting = LinearExpression()
      for q in problem.sessions.indices {
        guard let s = problem.places[q].starts.firstIndexSorted(moment) else { continue }
        for entry in program.place[q][s] where entry.roomClass == long {
          starting.add(entry.column)
        }
      }
      guard !starting.isEmpty else { continue }
      for p in problem.sessions.indices {
        let resting = program.runningStarts(p, at: moment, after: most)
          .filter { problem.places[p].starts[$0] + problem.minutes[p] + least <= moment }
        var row = starting
        var found = false
        for s in resting {
          for entry in program.place[p][s] where entry.roomClass == short {
            row.add(entry.column)
            found = true
          }
        }
        if found { program.require("\(name) turnover at \(moment)", row, atMost: 1) }
      }
    }
  }

  private func addCapacityRows(
    _ name: String, _ uses: [(roomClass: RoomClass, rest: Int)], limit: Int,
    to program: inout DraftProgram
  ) {
    let sessions = program.problem.sessions.indices
    for moment in program.moments(of: sessions) {
      var running = LinearExpression()
      var users = 0
      for p in sessions {
        var found = false
        for use in uses {
          for s in program.runningStarts(p, at: moment, after: use.rest) {
            for entry in program.place[p][s] where entry.roomClass == use.roomClass {
              running.add(entry.column)
              found = true
            }
          }
        }
        if found { users += 1 }
      }
      if users > limit {
        program.require("\(name) at \(moment)", running, atMost: Double(limit))
      }
    }
  }

  /// At each moment no more sessions than rooms, and of each class no more time than it has.
  package func addRows(to program: inout AggregateProgram) {
    let (problem, classes) = (program.problem, program.classes)
    let least = minutes.positions.map { minutes[$0, $0] }.min() ?? 0
    guard least >= 0 else { return }
    let mostRooms = problem.mostRoomsAtOnce
    program.addBlockRows("rooms", rest: least, problem.sessions.indices.map { ($0, 1) }) {
      $0 * mostRooms
    }
    var usable = ClassTimes(program)
    for k in classes.all {
      var row = LinearExpression()
      let sharers = sharers(of: k, program)
      for sharer in sharers {
        for p in problem.sessions.indices {
          guard let column = program.inClass[p][sharer] else { continue }
          row.add(column, times: Double(usable.load(p, sharer)))
        }
      }
      let limit =
        sharers.count > 1
        ? usable.moments(ofRooms: sharers.map { classes.anyRoom(of: $0) })
        : classes.rooms(of: k).reduce(0) { $0 + usable.moments(ofRooms: [$1]) }
      program.require("class \(k)", row, atMost: Double(limit))
    }
  }

  /// A class, and where its room has no parts those of the rooms that share its space.
  private func sharers(of k: RoomClass, _ program: AggregateProgram) -> [RoomClass] {
    let room = program.classes.anyRoom(of: k)
    guard program.problem.room(room).parts.isEmpty else { return [k] }
    let others = minutes.positions.filter { $0 != room && minutes[room, $0] >= 0 }
    return [k] + others.map { program.classes.classOf[$0] }
  }
}
