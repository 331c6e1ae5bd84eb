// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// One session taken up, all others where they stand: what it costs and breaks wherever it is put down.
///
/// What a time means is worked out once for each start, what a room means once for each room; only what
/// needs both is looked at for each place.
struct LiftedSession: Sendable {
  /// Index into `Scenario.sessions`.
  let session: Int
  let tables: PricingTables
  /// By session; none for the one that is taken up.
  let others: [Stand?]
  /// Where it stands.
  let stand: Stand?
  let neighbours: Neighbours
  let limits: [LimitCount]
  let days: DayCounts
  let wandering: [ActivityRooms]
  let moves: MoveCount

  init(
    _ session: Int, _ tables: PricingTables, stands: [Stand?], stood: [Stood?], hasBaseline: Bool,
    maxMoves: Int?
  ) {
    self.session = session
    self.tables = tables
    stand = stands[session]
    var others = stands
    others[session] = nil
    self.others = others
    neighbours = Neighbours(session, tables, others)
    limits = tables.scenario.limits.indices.compactMap {
      LimitCount($0, session, tables, others)
    }
    days = DayCounts(session, tables, others)
    wandering = tables.activities[session].compactMap { ActivityRooms($0, tables, others) }
    moves = MoveCount(session, tables, stands, stood, most: maxMoves)
  }

  var row: Session { tables.scenario.sessions[session] }

  /// What a part of a place means.
  struct Part {
    var cost = 0
    var broken = BrokenRules()
  }

  /// What a time means, whatever the room.
  struct TimePart {
    var part = Part()
    let time: Time
    /// By limit among `limits`, if the session counts for it.
    var counted: [LimitCount.Outcome] = []
    /// By room: whether somebody else is there or too near in time.
    var isTaken: [Bool] = []
  }

  func timePart(_ time: Time) -> TimePart {
    var result = TimePart(time: time)
    addNeighbours(time, to: &result.part)
    addHours(time, to: &result.part)
    addLinks(ofTime: time, to: &result.part)
    result.part.cost += days.cost(on: time.day)
    result.counted = limits.map { $0.outcome(with: time) }
    result.isTaken = neighbours.takenRooms(time, tables)
    return result
  }

  func roomPart(_ room: RoomNumber, isDated: Bool) -> Part {
    var part = Part()
    // A room without a day counts for nothing.
    guard isDated else { return part }
    addRoom(room, to: &part)
    addLinks(ofRoom: room, to: &part)
    return part
  }

  /// What needs time and room together, moves apart.
  func placePart(_ time: TimePart, _ room: RoomNumber?) -> Part {
    var part = Part()
    let index = tables.room(room)
    for (limit, with) in zip(limits, time.counted) {
      limit.add(limit.counts(in: index) ? with : limit.without, to: &part)
    }
    addWishes(time.time, room, to: &part)
    if let index, let hours = time.time.hours {
      part.broken.insert(.roomFree, if: time.isTaken[index])
      let windows = tables.scenario.rooms[index].available
      part.broken.insert(.roomAvailable, if: !(windows?.hold(hours.interval) ?? true))
    }
    return part
  }

  /// What the session costs where it stands, and what everything that it takes part in costs with it.
  func cost(of stand: Stand?) -> Int {
    var cost = moves.cost(of: stand)
    guard let time = stand?.time else {
      // Without a day it takes part in nothing.
      cost += days.without + limits.reduce(0) { $0 + $1.without.cost }
      cost += wandering.reduce(0) { $0 + $1.without }
      return stand == nil ? cost + absenceCost : cost
    }
    let timePart = timePart(time)
    cost += timePart.part.cost + placePart(timePart, stand?.room).cost
    return cost
      + (stand?.room.map { roomPart($0, isDated: true).cost }
        ?? wandering.reduce(0) { $0 + $1.without })
  }

  private var absenceCost: Int {
    row.placement == .optional && !tables.held.contains(session)
      ? tables.weight(.unplaced) * row.priority : 0
  }

  /// Every room at some starts.
  func places(at starts: [WallTime]) -> PricedPlaces {
    let now = cost(of: stand)
    let rooms = tables.scenario.rooms.indices.map { RoomNumber(number: $0) }
    let roomParts = rooms.map { roomPart($0, isDated: true) }
    let isHeld = tables.held.contains(session)
    var places: [PricedPlace] = []
    places.reserveCapacity(starts.count * rooms.count)
    for start in starts {
      let time = Time(Time.Hours(start: start.minutes, end: start.minutes + row.minutes))
      let timePart = timePart(time)
      for (room, roomPart) in zip(rooms, roomParts) {
        let both = placePart(timePart, room)
        let moved = moves.sort(of: Stand(time: time, room: room))
        var broken = timePart.part.broken
        broken.formUnion(roomPart.broken)
        broken.formUnion(both.broken)
        broken.insert(.eligible, if: isHeld)
        broken.insert(.maxMoves, if: moves.isTooMany(moved))
        places.append(
          PricedPlace(
            change: timePart.part.cost + roomPart.cost + both.cost + moves.cost(moved) - now,
            broken: broken))
      }
    }
    return PricedPlaces(
      session: session, starts: starts, roomCount: rooms.count, leftOut: leftOut(now),
      places: places)
  }

  private func leftOut(_ now: Int) -> PricedPlace {
    var broken = BrokenRules()
    broken.insert(
      .placedOnce, if: row.placement == .must && !tables.held.contains(session))
    broken.insert(.maxMoves, if: moves.isTooMany(moves.sort(of: nil)))
    return PricedPlace(change: cost(of: nil) - now, broken: broken)
  }
}
