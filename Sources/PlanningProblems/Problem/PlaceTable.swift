// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities

/// Where one session may stand by itself, and what each place costs.
///
/// Holds the hard rules that look at one session alone: `open-hours`, `room-fit`,
/// `room-available`, `person-available`, `pinned`, `allowed`.
public struct PlaceTable: Sendable {
  /// Venue minutes since 1970, in order.
  public package(set) var starts: TypedArray<StartOption, Int>
  /// Meeting day of each start, as an index into `Meeting.days`.
  public package(set) var days: TypedArray<StartOption, Int>
  /// The rooms that hold it, in order.
  public package(set) var rooms: TypedArray<RoomOption, RoomPosition>
  /// Price by start and room; -1 where the place is not to be had.
  package var prices: [Int]

  /// The price of a place; `nil` where it is not to be had.
  public func price(_ start: StartOption, _ room: RoomOption) -> Int? {
    let price = prices[index(start, room)]
    return price < 0 ? nil : price
  }

  /// Where the price of a place stands.
  private func index(_ start: StartOption, _ room: RoomOption) -> Int {
    start.index * rooms.count + room.index
  }

  /// Whether the session has no place at all.
  public var isEmpty: Bool { !prices.contains { $0 >= 0 } }

  /// Adds to the price of a place that is to be had.
  package mutating func add(_ cost: Int, start: StartOption, room: RoomOption) {
    let place = index(start, room)
    if prices[place] >= 0 { prices[place] += cost }
  }

  /// Adds to a place's price, or makes it not to be had where there is none.
  package mutating func charge(_ price: Int?, start: StartOption, room: RoomOption) {
    if let price {
      add(price, start: start, room: room)
    } else {
      prices[index(start, room)] = -1
    }
  }

  /// The prices of a room at each start; empty where it cannot be used.
  package func prices(inRoom room: RoomPosition) -> [Int] {
    guard let column = rooms.firstIndexSorted(room) else { return [] }
    return starts.indices.map { prices[index($0, column)] }
  }

  /// What terms ask of a place.
  package func stay(_ place: Assignment.Place) -> Stay {
    Stay(start: starts[place.start], day: days[place.start], room: rooms[place.room])
  }

  /// The places of a session of the scenario before any rule has put a price on them.
  ///
  /// - Complexity: starts times rooms.
  package init(of index: Int, in scenario: Scenario, attendances: Attendances) {
    let session = scenario.sessions[index]
    let meeting = scenario.meeting
    let people = attendances.required(index).compactMap { scenario.people[$0].available }
    starts = []
    days = []
    for (dayIndex, day) in meeting.days.enumerated() {
      if let date = session.pin.date, date != day.date { continue }
      let minutesOfDay: [Int]
      if let start = session.pin.start {
        minutesOfDay = [start]
      } else {
        minutesOfDay =
          day.starts ?? Array(stride(from: 0, to: 1440, by: meeting.gridMinutes))
      }
      let open = day.openIntervals
      for minute in Set(minutesOfDay).sorted() where minute % meeting.gridMinutes == 0 {
        let stay = Interval(
          start: WallTime(day.date, minuteOfDay: minute), minutes: session.minutes)
        guard open.contains(where: { $0.contains(stay) }), session.allowed?.hold(stay) ?? true,
          people.allSatisfy({ $0.hold(stay) }),
          // A time that the clocks pass over is not a start.
          meeting.zone.shows(stay.start)
        else { continue }
        starts.append(stay.start.minutes)
        days.append(dayIndex)
      }
    }
    let fitting = scenario.rooms.indices.filter { room in
      scenario.rooms[room].capacity >= session.audience
        && session.needs.isSubset(of: scenario.rooms[room].features)
        && (session.pin.room ?? room) == room
    }
    rooms = TypedArray(fitting.map(RoomPosition.init))
    prices = []
    prices.reserveCapacity(starts.count * rooms.count)
    for start in starts {
      let stay = Interval(start: WallTime(minutes: start), minutes: session.minutes)
      for room in rooms {
        prices.append(scenario.rooms[room.index].available?.hold(stay) ?? true ? 0 : -1)
      }
    }
    dropDeadStartsAndRooms()
  }

  /// Leaves out starts and rooms with no place at all.
  package mutating func dropDeadStartsAndRooms() {
    let table = self
    keep { table.price($0, $1) != nil }
  }

  /// Leaves only some of the places, and the starts and rooms that they have.
  package mutating func keep(_ isKept: (StartOption, RoomOption) -> Bool) {
    let lines = starts.indices.filter { s in rooms.indices.contains { isKept(s, $0) } }
    let columns = rooms.indices.filter { r in starts.indices.contains { isKept($0, r) } }
    prices = lines.flatMap { s in columns.map { isKept(s, $0) ? prices[index(s, $0)] : -1 } }
    starts = TypedArray(lines.map { starts[$0] })
    days = TypedArray(lines.map { days[$0] })
    rooms = TypedArray(columns.map { rooms[$0] })
  }
}
