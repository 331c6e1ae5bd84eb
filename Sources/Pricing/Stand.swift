// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A time, as far as it is known. Days are counted since 1970-01-01, minutes too, on the venue's clock.
struct Time: Sendable, Hashable {
  /// Its hours; `nil` where only the day is known.
  var hours: Hours?
  let day: Int

  struct Hours: Sendable, Hashable {
    let start: Int
    let end: Int

    func overlaps(_ other: Hours) -> Bool { start < other.end && other.start < end }

    /// Minutes between the two, negative where they overlap.
    func gap(_ other: Hours) -> Int { max(other.start - end, start - other.end) }

    var interval: Interval {
      Interval(start: WallTime(minutes: start), end: WallTime(minutes: end))
    }
  }

  init(day: Int) { self.day = day }

  init(_ hours: Hours) {
    self.hours = hours
    day = WallTime(minutes: hours.start).date.dayNumber
  }
}

/// A room by a number of its own: those of the scenario have their index, others that a schedule names
/// come after them.
struct RoomNumber: Sendable, Hashable {
  let number: Int
}

/// Where a session is that has at least a part of its place.
struct Stand: Sendable, Hashable {
  /// `nil` where not even the day is known.
  let time: Time?
  /// `nil` where no room is known.
  let room: RoomNumber?
}
