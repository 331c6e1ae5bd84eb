// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A place as people name it.
public struct NamedPlace: Hashable, Sendable {
  /// Venue minutes since 1970.
  public var start: Int
  /// Index into `Scenario.rooms`.
  public var room: Int

  /// A place by its venue minute and the index of its room.
  public init(start: Int, room: Int) {
    self.start = start
    self.room = room
  }

  init(_ start: Int, _ room: RoomPosition) { self.init(start: start, room: room.index) }
}

extension PlanningProblem {
  /// The same problem in which a session must be placed.
  ///
  /// - Parameter session: index into `Scenario.sessions`.
  package func placing(_ session: Int) -> PlanningProblem {
    var placed = self
    if let p = position[session] { placed.unplacedCost[p] = nil }
    return placed
  }

  /// The same problem where some sessions have only the places that are wanted.
  ///
  /// - Parameters:
  ///   - wanted: by index into `Scenario.sessions`.
  public func choosing(_ wanted: [Int: (NamedPlace) -> Bool]) -> PlanningProblem {
    var part = self
    for (session, isWanted) in wanted {
      guard let p = position[session] else { continue }
      part.places[p].keep(isWanted)
    }
    return part
  }

  /// The same problem with some sessions where a schedule has them, or left out if it leaves them
  /// out.
  ///
  /// - Returns: with the sessions that cannot stay, by their own rules: no place is left to them.
  public func keeping(_ kept: Set<Int>, in baseline: Schedule) -> (
    problem: PlanningProblem, homeless: [Int]
  ) {
    let rows = baseline.firstRows
    var wanted: [Int: (NamedPlace) -> Bool] = [:]
    for session in kept where position[session] != nil {
      let row = rows[scenario.sessions[session].id]
      let room = scenario.rooms.firstIndex { $0.id == row?.room }
      wanted[session] = {
        row?.status == .placed && row?.start?.minutes == $0.start && room == $0.room
      }
    }
    var part = choosing(wanted)
    var homeless: [Int] = []
    for session in wanted.keys.sorted() {
      guard let p = position[session] else { continue }
      let stood = rows[scenario.sessions[session].id]?.status == .placed
      // One that stood stays in: being left out would be a move.
      if stood { part.unplacedCost[p] = nil }
      if part.unplacedCost[p] == nil && part.places[p].isEmpty { homeless.append(session) }
    }
    return (part, homeless)
  }

  /// The problem in which only changes against a baseline cost, one each (`max-moves` counts so):
  /// its best schedule has the fewest.
  ///
  public static func fewestMoves(
    _ scenario: Scenario, from baseline: Schedule
  ) -> PlanningProblem {
    var problem = PlanningProblem(scenario.withoutSoftRules)
    let rows = baseline.firstRows
    let rooms = Dictionary(
      uniqueKeysWithValues: scenario.rooms.enumerated().map { ($1.id, $0) })
    for p in problem.sessions.indices {
      guard let row = rows[problem.session(p).id] else { continue }
      var home: NamedPlace?
      if row.status == .placed, let start = row.start?.minutes {
        // A room that no longer exists has no index: every place is then a move.
        home = NamedPlace(start: start, room: row.room.flatMap { rooms[$0] } ?? -1)
      }
      if let cost = problem.unplacedCost[p] {
        problem.unplacedCost[p] = cost + (home == nil ? 0 : 1)
      } else {
        problem.absenceCost[p] += home == nil ? 0 : 1
      }
      problem.places[p].charge(1) { $0 != home }
    }
    return problem
  }
}

extension Scenario {
  /// The same with every weight 0: only the hard rules are left.
  public var withoutSoftRules: Scenario {
    var bare = self
    for rule in SoftRule.allCases { bare.meeting.weights[rule] = 0 }
    return bare
  }
}

extension PlanningProblem {
  /// Adds a price to the places of a session that `costs` names, by index into `Scenario.sessions`.
  public mutating func charge(_ price: Int, session: Int, where costs: (NamedPlace) -> Bool) {
    guard let p = position[session] else { return }
    places[p].charge(price, where: costs)
  }

  /// Every place that a session can take by itself, with its price.
  public func namedPlaces(of session: Int) -> [NamedPlace: Int] {
    guard let p = position[session] else { return [:] }
    var result: [NamedPlace: Int] = [:]
    for (s, start) in places[p].starts.enumerated() {
      for (r, room) in places[p].rooms.enumerated() {
        if let price = places[p].price(s, r) {
          result[NamedPlace(start, room)] = price
        }
      }
    }
    return result
  }

  /// The starts and the rooms that a session can have by itself, in order; quicker than its places.
  public func startsAndRooms(of session: Int) -> (starts: [Int], rooms: [Int]) {
    guard let p = position[session] else { return ([], []) }
    let table = places[p]
    var isRoom = TypedArray<RoomOption, Bool>(table.rooms.map { _ in false })
    var starts: [Int] = []
    for (s, start) in table.starts.enumerated() {
      let open = table.rooms.indices.filter { table.price(s, $0) != nil }
      if !open.isEmpty { starts.append(start) }
      for r in open { isRoom[r] = true }
    }
    return (
      starts.sorted(),
      table.rooms.indices.filter { isRoom[$0] }.map { table.rooms[$0].index }.sorted()
    )
  }

  /// The rooms and days in which a session has a place by itself.
  public func reach(of session: Int) -> (rooms: [Int], days: Set<Int>) {
    guard let p = position[session] else { return ([], []) }
    return (places[p].rooms.map(\.index), Set(places[p].days))
  }

  /// Sessions that must be placed and have no place even by themselves, by index into the scenario.
  public var homelessSessions: [Int] {
    sessions.indices.filter { unplacedCost[$0] == nil && places[$0].isEmpty }.map { sessions[$0] }
  }

  /// Rooms that nothing tells apart, each class in order.
  public var roomClasses: [[Int]] {
    RoomClasses(self, .coarse).members.map { $0.map(\.index) }
  }
}

extension PlaceTable {
  fileprivate mutating func charge(_ price: Int, where costs: (NamedPlace) -> Bool) {
    for (s, start) in starts.enumerated() {
      for (r, room) in rooms.enumerated() where costs(NamedPlace(start, room)) {
        add(price, start: s, room: r)
      }
    }
  }

  /// Leaves only the places that are wanted.
  fileprivate mutating func keep(_ isWanted: (NamedPlace) -> Bool) {
    let table = self
    keep { s, r in
      table.price(s, r) != nil
        && isWanted(NamedPlace(table.starts[s], table.rooms[r]))
    }
  }
}

extension PlanningProblem {
  /// Prices each pair that overlaps here and may not in a stricter problem of the same sessions.
  ///
  /// - Parameter onlyFree: pairs that have a price already keep it.
  public mutating func chargeOverlaps(
    _ price: Int, forbiddenIn strict: PlanningProblem, onlyFree: Bool = false
  ) {
    guard strict.sessions.count == sessions.count else { return }
    for p in sessions.indices {
      for q in sessions.indices where p < q && strict.requiredGap[p, q] > requiredGap[p, q] {
        if !onlyFree || overlapCost[p, q] == 0 {
          terms.overlapPrices.price.setBoth(p, q) { $0 + price }
        }
      }
    }
  }
}
