// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Stretches of venue time in order, minutes since 1970; none of them touch.
struct Stretches: Hashable, Sendable {
  let parts: [Range<Int>]

  /// The union of some ranges: what adjoins or overlaps becomes one.
  init(_ ranges: some Sequence<Range<Int>>) {
    var parts: [Range<Int>] = []
    for next in ranges.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    })
    where !next.isEmpty {
      if let last = parts.last, next.lowerBound <= last.upperBound {
        parts[parts.count - 1] = last.lowerBound..<max(last.upperBound, next.upperBound)
      } else {
        parts.append(next)
      }
    }
    self.parts = parts
  }

  /// Parts that are in order already and do not touch.
  private init(ordered parts: [Range<Int>]) { self.parts = parts }

  init(_ intervals: [Interval]) {
    self.init(intervals.lazy.filter { $0.start < $0.end }.map { $0.start.minutes..<$0.end.minutes })
  }

  func intersection(_ other: Stretches) -> Stretches {
    var common: [Range<Int>] = []
    var (a, b) = (0, 0)
    while a < parts.count && b < other.parts.count {
      let both = parts[a].clamped(to: other.parts[b])
      if !both.isEmpty { common.append(both) }
      if parts[a].upperBound < other.parts[b].upperBound { a += 1 } else { b += 1 }
    }
    return Stretches(ordered: common)
  }

  func isSubset(of other: Stretches) -> Bool {
    var b = 0
    for part in parts {
      while b < other.parts.count && other.parts[b].upperBound < part.upperBound { b += 1 }
      guard b < other.parts.count, other.parts[b].lowerBound <= part.lowerBound else {
        return false
      }
    }
    return true
  }

  /// From grid time to the end, without parts shorter than this many minutes.
  func trimmed(to grid: Int, atLeast minutes: Int) -> Stretches {
    Stretches(
      ordered: parts.compactMap { part in
        let first = (part.lowerBound + grid - 1) / grid * grid
        return part.upperBound - first >= minutes ? first..<part.upperBound : nil
      })
  }

  /// Minutes that a range shares with these.
  func shared(_ range: Range<Int>) -> Int {
    parts.reduce(0) { $0 + $1.clamped(to: range).count }
  }
}
