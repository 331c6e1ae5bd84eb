// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// A price on each room beyond the first that some sessions use.
package struct RoomGroup: Sendable {
  /// For rows, and for whoever reads them.
  package let name: String
  /// The sessions that should share a room.
  package let members: [SessionPosition]
  /// Of each room beyond the first.
  package let price: Int
  /// Rooms in use besides the members', whatever is chosen; none twice.
  var heldRooms: [RoomPosition] = []

  /// The same for other members; `nil` where they cannot cost anything.
  package func of(_ members: [SessionPosition], heldRooms: [RoomPosition] = []) -> RoomGroup? {
    guard !members.isEmpty, members.count > 1 || !heldRooms.isEmpty else { return nil }
    return RoomGroup(name: name, members: members, price: price, heldRooms: heldRooms)
  }
}

/// Sessions that should stay in one room (`room-change`).
package struct RoomGroups: TermSet {
  /// In the order of the activities.
  package var all: [RoomGroup] = []

  package static let sort = TermSort.roomGroups
  package static var list: WritableKeyPath<Terms, Self> { \.roomGroups }

  package var longestRest: Int { 0 }

  package func tally(in problem: PlanningProblem) -> Tally { .counts(RoomGroupTally(all, problem)) }

  package func inside(_ selection: Selection) -> RoomGroups {
    RoomGroups(all: all.compactMap { $0.of(selection.inside($0.members)) })
  }

  /// A lone free member pays in its place table.
  package func among(_ holding: inout Holding) -> RoomGroups {
    var part = RoomGroups()
    for group in all {
      let held = Set(holding.stays(of: group.members).map(\.room))
      let members = holding.free.inside(group.members)
      guard let own = group.of(members, heldRooms: held.sorted()) else { continue }
      if members.count == 1 {
        holding.charge(members[0], group.price) { !held.contains($0.room) }
      } else {
        part.all.append(own)
      }
    }
    return part
  }

  package func sight(in problem: PlanningProblem) -> RoomSight {
    RoomSight(marks: [], tied: all.flatMap(\.members))
  }

  package func encode(to container: inout KeyedEncodingContainer<TermSort>) throws {
    try container.encode(
      all.map { MembersJSON(id: $0.name, members: $0.members, price: $0.price) }, forKey: Self.sort)
  }

  package var crowds: [[SessionPosition]] { [] }

  package func addPull(
    of p: SessionPosition, to weights: inout TypedArray<SessionPosition, Double>
  ) {}
}

/// How many members of each group each room has.
private final class RoomGroupTally: CountTally {
  private let arena = Arena()
  private let price: Table<Int, Int>
  /// By session, the groups it is a member of.
  private let groupsOf: FlatLists
  private let rooms: Int
  /// By group and room.
  private let counts: Table<Int, Int>
  private let used: Table<Int, Int>
  let empty: Score

  init(_ groups: [RoomGroup], _ problem: PlanningProblem) {
    price = arena.table(groups.map(\.price))
    groupsOf = FlatLists(problem.memberships(groups.map(\.members)), in: arena)
    rooms = problem.scenario.rooms.count
    counts = arena.table(repeating: 0, count: groups.count * rooms)
    for (i, group) in groups.enumerated() {
      for room in group.heldRooms { counts[i * rooms + room.index] = 1 }
    }
    used = arena.table(groups.map(\.heldRooms.count))
    empty = Score(
      violations: 0, cost: groups.reduce(0) { $0 + max(0, $1.heldRooms.count - 1) * $1.price })
  }

  func most(fromMoving p: SessionPosition) -> Score {
    Score(
      violations: 0, cost: groupsOf.range(of: p).reduce(0) { $0 + price[groupsOf[$1]] })
  }

  func change(_ p: SessionPosition, at stay: Stay, by sign: Int) -> Score {
    var sum = Score.zero
    for place in groupsOf.range(of: p) {
      let i = groupsOf[place]
      let old = max(0, used[i] - 1)
      let count = counts[i * rooms + stay.room.index]
      counts[i * rooms + stay.room.index] = count + sign
      if count == 0 { used[i] += 1 } else if count + sign == 0 { used[i] -= 1 }
      sum.cost += (max(0, used[i] - 1) - old) * price[i]
    }
    return sum
  }
}

// MARK: Rows

extension RoomGroups {
  /// The classes that the members use, less one where any is placed. With single-room classes this
  /// is exact, with larger ones it is a lower bound.
  package func addRows(to program: inout DraftProgram) {
    let classes = program.classes
    for group in all {
      let held = Set(group.heldRooms.map { classes.classOf[$0] })
      let usable = classes.all.filter { roomClass in
        !held.contains(roomClass)
          && group.members.contains { !program.inClass($0, roomClass).isEmpty }
      }
      program.program.constant += Double(max(0, held.count - 1) * group.price)
      guard usable.count + held.count > 1 else { continue }
      for roomClass in usable { group.addUse(of: roomClass, to: &program) }
      // Where a room is in use already, the first of the members' is no longer free of charge.
      if held.isEmpty { group.addMeeting(to: &program) }
    }
  }

  /// The same between sessions and classes.
  package func addRows(to program: inout AggregateProgram) {
    for group in all {
      var used: [RoomClass: Column] = [:]
      for p in group.members {
        for k in program.inClass[p].keys.sorted() where used[k] == nil {
          used[k] = program.program.addColumn(
            "\(group.name) uses \(k)", cost: Double(group.price))
        }
      }
      guard used.count > 1 else { continue }
      for p in group.members {
        for (k, column) in program.inClass[p].sorted(by: { $0.key < $1.key }) {
          guard let used = used[k] else { continue }
          var row = LinearExpression(column)
          row.add(used, times: -1)
          program.require("\(group.name) in \(k)", row, atMost: 0)
        }
      }
      let any = program.program.addColumn("\(group.name) meets", cost: -Double(group.price))
      var row = LinearExpression(any)
      row.constant = -Double(group.members.count)
      for p in group.members { if let out = program.out[p] { row.add(out) } }
      program.require("\(group.name) meets", row, atMost: 0)
    }
  }
}

extension RoomGroup {
  fileprivate func addUse(of roomClass: RoomClass, to program: inout DraftProgram) {
    let (problem, classOf) = (program.problem, program.classes.classOf)
    let used = program.column(
      "\(name) uses class \(roomClass)", of: .shared(members), cost: price
    ) { assignment in
      members.contains { p in
        problem.room(p, in: assignment).map { classOf[$0] == roomClass } ?? false
      } ? 1 : 0
    }
    for p in members {
      var row = program.inClass(p, roomClass)
      if row.isEmpty { continue }
      row.add(used, times: -1)
      program.require("\(name) in class \(roomClass)", row, atMost: 0)
    }
  }

  fileprivate func addMeeting(to program: inout DraftProgram) {
    let any = program.column("\(name) meets", of: .shared(members), cost: -price) { assignment in
      members.contains { assignment.places[$0] != nil } ? 1 : 0
    }
    var row = LinearExpression(any)
    for p in members { row.add(program.placed(p), times: -1) }
    program.require("\(name) meets", row, atMost: 0)
  }
}
