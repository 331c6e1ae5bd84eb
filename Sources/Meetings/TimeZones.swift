// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Venue time to instants and back, by the system's zone database.
public struct ZoneClock: Sendable {
  /// From the system's database.
  public let zone: TimeZone

  /// `nil` when the zone database has no zone of that name.
  public init?(_ name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.zone = zone
  }

  /// The instant of a wall time, in seconds since 1970-01-01 00:00 UTC.
  ///
  /// A wall time that exists twice means the first; one that does not exist is taken with the
  /// offset before the gap, so it comes out later by the gap's length (`rules.md`, settled
  /// readings).
  public func instant(_ wall: WallTime) -> Int {
    let seconds = wall.minutes * 60
    let before = offset(at: seconds - 86_400)
    let after = offset(at: seconds + 86_400)
    for candidate in Set([before, after]).sorted(by: >)
    where offset(at: seconds - candidate) == candidate {
      return seconds - candidate
    }
    return seconds - before
  }

  /// Whether this zone's clocks ever show a wall time: when clocks are put forward, they skip some
  /// times.
  public func shows(_ wall: WallTime) -> Bool { wallTime(atInstant: instant(wall)) == wall }

  /// The wall time that this zone's clocks show at an instant.
  public func wallTime(atInstant seconds: Int) -> WallTime {
    let local = seconds + offset(at: seconds)
    return WallTime(minutes: Int((Double(local) / 60).rounded(.down)))
  }

  /// What the clocks show when a stay ends: a clock change during it does not shorten or lengthen it.
  public func end(of stay: Interval) -> WallTime {
    wallTime(atInstant: instant(stay.start) + stay.minutes * 60)
  }

  /// A stay as the clocks show it: `YYYY-MM-DD HH:MM-HH:MM`.
  public func words(_ stay: Interval) -> String {
    "\(Interval(start: stay.start, end: end(of: stay)))"
  }

  /// Seconds east of UTC at an instant.
  public func offset(at seconds: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
  }
}
