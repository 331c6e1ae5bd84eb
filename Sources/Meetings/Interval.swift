// SPDX-License-Identifier: GPL-3.0-or-later

/// A stretch of venue time, its end not included.
public struct Interval: Hashable, Sendable, CustomStringConvertible {
  /// Its first moment.
  public let start: WallTime
  /// The moment at which it is over.
  public let end: WallTime

  public init(start: WallTime, end: WallTime) {
    self.start = start
    self.end = end
  }

  public init(start: WallTime, minutes: Int) {
    self.init(start: start, end: start + minutes)
  }

  /// How long it lasts.
  public var minutes: Int { end.minutes - start.minutes }

  /// Whether the two share more than an end point (`rules.md`, opening paragraph).
  public func overlaps(_ other: Interval) -> Bool { start < other.end && other.start < end }

  /// Whether `other` begins and ends in this one.
  public func contains(_ other: Interval) -> Bool { start <= other.start && other.end <= end }

  /// `YYYY-MM-DD HH:MM-HH:MM`.
  public var description: String {
    let last = end.minuteOfDay == 0 && end > start ? "24:00" : end.clock
    return "\(start)-\(last)"
  }
}

extension [Interval] {
  /// The same stretches in order of time, with those that overlap or adjoin joined (`rules.md`,
  /// settled readings): what runs across a seam is inside.
  public func merged() -> [Interval] {
    var result: [Interval] = []
    for next in sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = result.last, next.start <= last.end {
        result[result.count - 1] = Interval(start: last.start, end: Swift.max(last.end, next.end))
      } else {
        result.append(next)
      }
    }
    return result
  }

  /// Whether `interval` lies inside one of these.
  public func hold(_ interval: Interval) -> Bool { contains { $0.contains(interval) } }
}
