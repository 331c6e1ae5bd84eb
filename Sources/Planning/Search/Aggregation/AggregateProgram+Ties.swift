// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension AggregateProgram {
  /// Links about two times, between columns: they go together where any of their starts do.
  mutating func addRelationRows() {
    for relation in problem.relations {
      let (a, b) = (relation.a, relation.b)
      let name = "link \(relation.line)"
      var broken: Column?
      if let price = relation.price { broken = program.addColumn(name, cost: Double(price)) }
      let (problem, grain) = (problem, grain)
      func fits(_ c: Int, _ d: Int) -> Bool {
        grain.columns[a][c].starts.contains { s in
          grain.columns[b][d].starts.contains { problem.fits(relation, s, $0) }
        }
      }
      let pairs = grain.columns[a].indices.map { c in
        grain.columns[b].indices.map { fits(c, $0) }
      }
      addSupportRows("\(name) a", of: b, by: a, broken) { d, c in pairs[c][d] }
      addSupportRows("\(name) b", of: a, by: b, broken) { c, d in pairs[c][d] }
    }
  }

  /// For each set of the helper's columns that some columns of `p` need: those that need no others,
  /// together, are at most that set.
  private mutating func addSupportRows(
    _ name: String, of p: Int, by helper: Int, _ broken: Column?, _ fits: (Int, Int) -> Bool
  ) {
    let helpers = when[helper].indices
    let supports = when[p].indices.map { c in helpers.filter { fits(c, $0) } }
    for support in Set(supports).sorted(by: { $0.lexicographicallyPrecedes($1) })
    where support.count < helpers.count {
      let whole = Set(support)
      var row = LinearExpression()
      for (c, needed) in supports.enumerated() where whole.isSuperset(of: needed) {
        row.add(when[p][c])
      }
      for d in support { row.add(when[helper][d], times: -1) }
      if let out = out[helper] { row.add(out, times: -1) }
      if let broken { row.add(broken, times: -1) }
      require(name, row, atMost: 0)
    }
  }

  /// Links `same-room`: of the class at least.
  mutating func addSameRoomRows() {
    for pair in problem.sameRooms {
      let name = "link \(pair.line)"
      var broken: Column?
      if let price = pair.price { broken = program.addColumn(name, cost: Double(price)) }
      for k in classes.members.indices {
        for (p, q) in [(pair.a, pair.b), (pair.b, pair.a)] {
          guard let column = inClass[p][k] else { continue }
          var row = LinearExpression(column)
          if let other = inClass[q][k] { row.add(other, times: -1) }
          if let out = out[q] { row.add(out, times: -1) }
          if let broken { row.add(broken, times: -1) }
          require(name, row, atMost: 0)
        }
      }
    }
  }

  /// `room-change`: the classes that an activity's sessions use, less one where any is placed.
  mutating func addRoomGroupRows() {
    for group in problem.roomGroups {
      var used: [Int: Column] = [:]
      for p in group.members {
        for k in inClass[p].keys.sorted() where used[k] == nil {
          used[k] = program.addColumn("\(group.name) uses \(k)", cost: Double(group.price))
        }
      }
      guard used.count > 1 else { continue }
      for p in group.members {
        for (k, column) in inClass[p].sorted(by: { $0.key < $1.key }) {
          guard let used = used[k] else { continue }
          var row = LinearExpression(column)
          row.add(used, times: -1)
          require("\(group.name) in \(k)", row, atMost: 0)
        }
      }
      let any = program.addColumn("\(group.name) meets", cost: -Double(group.price))
      var row = LinearExpression(any)
      row.constant = -Double(group.members.count)
      for p in group.members { if let out = out[p] { row.add(out) } }
      require("\(group.name) meets", row, atMost: 0)
    }
  }
}

/// Moments at which rooms can be in use, and moments that sessions take of them.
struct ClassTimes {
  private let problem: PlanningProblem
  private let classes: RoomClasses
  private let samples: TimeSamples
  private var loads: [Int: Int] = [:]

  init(_ problem: PlanningProblem, _ classes: RoomClasses, _ samples: TimeSamples) {
    self.problem = problem
    self.classes = classes
    self.samples = samples
  }

  /// The least that a session takes of a class's time, its turnover included, at any place there.
  mutating func load(_ p: Int, _ roomClass: Int, resting: Bool = true) -> Int {
    let key = (p * classes.members.count + roomClass) * 2 + (resting ? 1 : 0)
    if let known = loads[key] { return known }
    let room = classes.members[roomClass][0]
    let table = problem.places[p]
    var least: Int?
    if let r = table.rooms.firstIndexSorted(room) {
      let minutes = problem.minutes[p] + (resting ? problem.roomGap[room, room] : 0)
      for (s, start) in table.starts.enumerated() where table.price(s, r) != nil {
        let count = samples.met(from: start, minutes: minutes).count
        least = min(least ?? count, count)
      }
    }
    loads[key] = least ?? 0
    return least ?? 0
  }

  /// Moments at which any session can be, or rest, in one of some rooms.
  func moments(ofRooms rooms: [Int]) -> Int {
    var usable = Array(repeating: false, count: samples.minutes.count)
    for p in problem.sessions.indices {
      let table = problem.places[p]
      for room in rooms {
        guard let r = table.rooms.firstIndexSorted(room) else { continue }
        let minutes = problem.minutes[p] + problem.roomGap[room, room]
        for (s, start) in table.starts.enumerated() where table.price(s, r) != nil {
          for m in samples.met(from: start, minutes: minutes) { usable[m] = true }
        }
      }
    }
    return usable.count { $0 }
  }
}
