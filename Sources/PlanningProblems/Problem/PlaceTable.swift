// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities

/// Where one session may stand by itself, and what each place costs.
///
/// Holds the hard rules that look at one session alone: `open-hours`, `room-fit`,
/// `room-available`, `person-available`, `pinned`, `allowed`.
public struct PlaceTable: Sendable {
  /// Venue minutes since 1970, in order.
  public package(set) var starts: [Int]
  /// Meeting day of each start, as an index into `Meeting.days`.
  public package(set) var days: [Int]
  /// Scenario indices of the rooms that hold it, in order.
  public package(set) var rooms: [Int]
  /// Price by start and room; -1 where the place is not to be had.
  package var prices: [Int]

  public func price(_ start: Int, _ room: Int) -> Int? {
    let price = prices[start * rooms.count + room]
    return price < 0 ? nil : price
  }

  public var isEmpty: Bool { !prices.contains { $0 >= 0 } }

  package mutating func add(_ cost: Int, start: Int, room: Int) {
    let place = start * rooms.count + room
    if prices[place] >= 0 { prices[place] += cost }
  }

  /// Adds to a place's price, or makes it not to be had where there is none.
  package mutating func charge(_ price: Int?, start: Int, room: Int) {
    if let price {
      add(price, start: start, room: room)
    } else {
      prices[start * rooms.count + room] = -1
    }
  }

  /// The prices of a room at each start, by its scenario index; empty where it cannot be used.
  package func prices(inRoom room: Int) -> [Int] {
    guard let column = rooms.firstIndexSorted(room) else { return [] }
    return starts.indices.map { prices[$0 * rooms.count + column] }
  }

  /// What terms ask of a place.
  package func stay(_ place: Assignment.Place) -> Stay {
    Stay(start: starts[place.start], day: days[place.start], room: rooms[place.room])
  }

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
          // A time that the clocks pass over is no start.
          meeting.zone.shows(stay.start)
        else { continue }
        starts.append(stay.start.minutes)
        days.append(dayIndex)
      }
    }
    rooms = scenario.rooms.indices.filter { room in
      scenario.rooms[room].capacity >= session.audience
        && session.needs.isSubset(of: scenario.rooms[room].features)
        && (session.pin.room ?? room) == room
    }
    prices = []
    prices.reserveCapacity(starts.count * rooms.count)
    for start in starts {
      let stay = Interval(start: WallTime(minutes: start), minutes: session.minutes)
      for room in rooms {
        prices.append(scenario.rooms[room].available?.hold(stay) ?? true ? 0 : -1)
      }
    }
    dropDeadStartsAndRooms()
  }

  /// Leaves out starts and rooms with no place at all.
  package mutating func dropDeadStartsAndRooms() {
    let width = rooms.count
    let liveStarts = starts.indices.filter { s in
      (0..<width).contains { prices[s * width + $0] >= 0 }
    }
    let liveRooms = (0..<width).filter { r in
      starts.indices.contains { prices[$0 * width + r] >= 0 }
    }
    var kept: [Int] = []
    for s in liveStarts { for r in liveRooms { kept.append(prices[s * width + r]) } }
    prices = kept
    starts = liveStarts.map { starts[$0] }
    days = liveStarts.map { days[$0] }
    rooms = liveRooms.map { rooms[$0] }
  }
}
