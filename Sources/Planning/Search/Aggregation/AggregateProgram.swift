// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// A relaxation of the whole problem that is small: sessions against blocks of time, and sessions
/// against room classes, each by itself.
///
/// Where `DraftProgram` has a column for each session, start and room class, this has one for each
/// session and block, and one for each session and class. A place costs at least what its block
/// costs and what its class costs more (`blockCost`, `classCost`). Every row holds for every
/// schedule that keeps the hard rules; what no row says is left out.
struct AggregateProgram {
  var program = IntegerProgram()
  let problem: PlanningProblem
  let grain: TimeGrain
  let classes: RoomClasses
  /// By session and column of the grain.
  var when: [[Column]] = []
  /// By session; classes that it cannot use are missing.
  var inClass: [[Int: Column]] = []
  /// Of each optional session being left out.
  var out: [Column?] = []
  /// By family and block, what its overlaps cost there.
  var clash: [[Column]] = []

  init(_ problem: PlanningProblem, _ grain: TimeGrain, families: [ClashFamily]) {
    self.problem = problem
    self.grain = grain
    classes = RoomClasses(problem, .coarse)
    program.hasWholeObjective = true
    addPlaces()
    addRoomRows()
    addExclusiveRows()
    addRelationRows()
    addSameRoomRows()
    addLimitRows()
    addDayCapRows()
    addRoomGroupRows()
    addMoveRows()
    addLeftOutRows()
    addClashColumns(families)
  }

  /// What overlaps cost by family and block. A family of all sessions pays for the others too.
  private mutating func addClashColumns(_ families: [ClashFamily]) {
    let hasWhole = families.contains(where: \.isWhole)
    clash = families.map { family in
      (0..<grain.blockCount).map {
        program.addColumn(
          "\(family.name) in \($0)", upper: .infinity, isWhole: false,
          cost: family.isWhole == hasWhole ? 1 : 0)
      }
    }
    guard hasWhole else { return }
    for block in 0..<grain.blockCount {
      var row = LinearExpression()
      for (f, family) in families.enumerated() {
        row.add(clash[f][block], times: family.isWhole ? -1 : 1)
      }
      require("all in \(block)", row, atMost: 0)
    }
  }

  mutating func require(
    _ name: String, _ expression: LinearExpression, atLeast lower: Double = -.infinity,
    atMost upper: Double = .infinity
  ) {
    if expression.isEmpty, lower <= 0, upper >= 0 { return }
    program.add(Row(name, expression, lower: lower, upper: upper))
  }

  /// `placed-once`, and the prices of single places.
  private mutating func addPlaces() {
    for p in problem.sessions.indices {
      let id = problem.session(p).id
      let table = problem.places[p]
      let blockCost = grain.columns[p].map { table.cheapest($0.starts) ?? 0 }
      when.append(
        blockCost.enumerated().map {
          program.addColumn("\(id) in column \($0.offset)", cost: Double($0.element), priority: 2)
        })
      var classCost: [Int: Int] = [:]
      for (c, column) in grain.columns[p].enumerated() {
        for s in column.starts {
          for (r, room) in table.rooms.enumerated() {
            guard let price = table.price(s, r) else { continue }
            let more = price - blockCost[c]
            classCost[classes.classOf[room]] = min(classCost[classes.classOf[room]] ?? more, more)
          }
        }
      }
      inClass.append(
        Dictionary(
          uniqueKeysWithValues: classCost.sorted { $0.key < $1.key }.map {
            (
              $0.key,
              program.addColumn("\(id) in class \($0.key)", cost: Double($0.value), priority: 1)
            )
          }))
      out.append(
        problem.unplacedCost[p].map {
          program.addColumn("\(id) out", cost: Double($0), priority: 3)
        })
      for columns in [when[p], Array(inClass[p].values)] {
        var once = LinearExpression(sum: columns)
        if let out = out[p] { once.add(out) }
        require("\(id) once", once, atLeast: 1, atMost: 1)
      }
    }
  }

  /// `room-free`: at each moment no more sessions than rooms.
  private mutating func addRoomRows() {
    let rooms = problem.scenario.rooms.indices
    let least = rooms.map { problem.roomGap[$0, $0] }.min() ?? 0
    let mostRooms = problem.mostRoomsAtOnce
    addBlockRows("rooms", rest: least, problem.sessions.indices.map { ($0, 1) }) {
      $0 * mostRooms
    }
    var usable = ClassTimes(problem, classes, grain.samples)
    for k in classes.members.indices {
      var row = LinearExpression()
      var sharers = [k]
      let room = classes.members[k][0]
      if problem.scenario.rooms[room].parts.isEmpty {
        for other in rooms where other != room && problem.roomGap[room, other] >= 0 {
          sharers.append(classes.classOf[other])
        }
      }
      for sharer in sharers {
        for p in problem.sessions.indices {
          guard let column = inClass[p][sharer] else { continue }
          row.add(column, times: Double(usable.load(p, sharer)))
        }
      }
      let limit =
        sharers.count > 1
        ? usable.moments(ofRooms: sharers.map { classes.members[$0][0] })
        : classes.members[k].reduce(0) { $0 + usable.moments(ofRooms: [$1]) }
      require("class \(k)", row, atMost: Double(limit))
    }
  }

  /// Σ moments that sessions meet at a block, times their weight, against its moments.
  ///
  /// - Parameter limit: what all moments of a block, their number given, allow together.
  private mutating func addBlockRows(
    _ name: String, rest: Int, _ weights: [(session: Int, weight: Int)],
    less excess: Column? = nil, limit: (Int) -> Int
  ) {
    var rows = Array(repeating: LinearExpression(), count: grain.blockCount)
    for (p, weight) in weights {
      for (c, column) in grain.columns[p].enumerated() {
        let load = rest == 0 ? column.load : grain.load(problem, p, column.starts, rest: rest)
        for (block, moments) in load {
          rows[block].add(when[p][c], times: Double(weight * moments))
        }
      }
    }
    for (block, row) in rows.enumerated() {
      let moments = rest == 0 ? grain.running[block] : grain.blockOf.count { $0 == block }
      var row = row
      if row.isEmpty { continue }
      if let excess { row.add(excess, times: -Double(moments)) }
      require("\(name) in \(block)", row, atMost: Double(limit(moments)))
    }
  }

  /// `exclusive`: one that runs stands for all rooms.
  private mutating func addExclusiveRows() {
    let rooms = problem.mostRoomsAtOnce
    guard problem.sessions.indices.contains(where: { problem.session($0).isExclusive }) else {
      return
    }
    let weights = problem.sessions.indices.map { ($0, problem.session($0).isExclusive ? rooms : 1) }
    addBlockRows("exclusive", rest: 0, weights) { $0 * rooms }
  }

  /// `limit`, hard and soft, as far as a block or the meeting shows it.
  private mutating func addLimitRows() {
    var usable = ClassTimes(problem, classes, grain.samples)
    for limit in problem.limits {
      let name = "limit \(limit.id)"
      func excess() -> Column? {
        limit.price.map {
          program.addColumn(name, upper: .infinity, isWhole: false, cost: Double($0))
        }
      }
      switch (limit.scope, limit.rooms) {
      case (.moment, nil):
        addBlockRows(name, rest: 0, limit.members.map { ($0, 1) }, less: excess()) {
          $0 * limit.atMost
        }
      case (.moment, let rooms?):
        var row = LinearExpression()
        for p in limit.members {
          for (k, column) in inClass[p] where rooms.contains(classes.members[k][0]) {
            row.add(column, times: Double(usable.load(p, k, resting: false)))
          }
        }
        let moments = grain.samples.minutes.count
        if row.isEmpty { continue }
        if let excess = excess() { row.add(excess, times: -Double(moments)) }
        require(name, row, atMost: Double(moments * limit.atMost))
      case (.day, nil):
        addDayRows(name, limit.members, atMost: limit.atMost, price: limit.price)
      case (.meeting, _), (.day, _):
        let times = limit.scope == .day ? problem.scenario.meeting.days.count : 1
        var row = LinearExpression()
        for p in limit.members {
          for (k, column) in inClass[p]
          where limit.rooms?.contains(classes.members[k][0]) ?? true { row.add(column) }
        }
        if row.isEmpty { continue }
        if let excess = excess() { row.add(excess, times: -1) }
        require(name, row, atMost: Double(times * limit.atMost))
      }
    }
  }

  /// `day-balance` and `overload`.
  private mutating func addDayCapRows() {
    for cap in problem.dayCaps {
      addDayRows(cap.name, cap.members, atMost: cap.atMost, price: cap.price)
    }
  }

  /// At most so many a day: by day where the columns tell days apart, for all days together else.
  private mutating func addDayRows(_ name: String, _ members: [Int], atMost: Int, price: Int?) {
    let days = problem.scenario.meeting.days.count
    var rows = Array(repeating: LinearExpression(), count: grain.size == .meeting ? 1 : days)
    for p in members {
      for (c, column) in grain.columns[p].enumerated() {
        let daysHere = Set(column.starts.map { problem.places[p].days[$0] })
        if grain.size == .meeting {
          rows[0].add(when[p][c])
        } else if daysHere.count == 1, let day = daysHere.first {
          rows[day].add(when[p][c])
        }
      }
    }
    for (day, row) in rows.enumerated() where !row.isEmpty {
      let limit = atMost * (grain.size == .meeting ? days : 1)
      guard row.factors.count > limit || grain.size == .meeting else { continue }
      var row = row
      if let price {
        let excess = program.addColumn(
          "\(name) on \(day)", upper: .infinity, isWhole: false, cost: Double(price))
        row.add(excess, times: -1)
      }
      require("\(name) on \(day)", row, atMost: Double(limit))
    }
  }

  /// `max-moves`: by start and by room, each a part of what staying asks for.
  private mutating func addMoveRows() {
    guard let cap = problem.maxMoves else { return }
    var starts = LinearExpression()
    var rooms = LinearExpression()
    for home in cap.homes {
      let p = home.session
      guard let place = home.place else {
        if let out = out[p] {
          starts.add(out)
          rooms.add(out)
        }
        continue
      }
      if let s = problem.places[p].starts.firstIndexSorted(place.start),
        let c = grain.columns[p].firstIndex(where: { $0.starts.contains(s) })
      {
        starts.add(when[p][c])
      }
      if problem.scenario.rooms.indices.contains(place.room),
        let column = inClass[p][classes.classOf[place.room]]
      {
        rooms.add(column)
      }
    }
    let least = Double(cap.homes.count - cap.atMost)
    require("moves in time", starts, atLeast: least)
    require("moves of room", rooms, atLeast: least)
  }

  /// How many may be left out.
  private mutating func addLeftOutRows() {
    for (i, cap) in problem.leftOutCaps.enumerated() {
      var row = LinearExpression()
      for p in cap.members { if let out = out[p] { row.add(out) } }
      require("left out \(i)", row, atMost: Double(cap.atMost))
    }
  }
}

extension PlaceTable {
  /// The least price at some starts, in any room.
  func cheapest(_ starts: [Int]) -> Int? {
    var least: Int?
    for s in starts {
      for r in rooms.indices {
        if let price = price(s, r) { least = min(least ?? price, price) }
      }
    }
    return least
  }
}
