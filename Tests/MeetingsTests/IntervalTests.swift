// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@Suite("Intervals against sets of minutes")
struct IntervalTests {
  /// All intervals of a small clock that are not empty.
  private static let all: [Interval] = (0..<5).flatMap { start in
    ((start + 1)...5).map { Interval(start: WallTime(minutes: start), end: WallTime(minutes: $0)) }
  }

  private static func minutes(_ interval: Interval) -> Set<Int> {
    Set(interval.start.minutes..<interval.end.minutes)
  }

  @Test("Two overlap when they share a minute, one contains another when it has all of its minutes")
  func pairs() {
    for a in Self.all {
      for b in Self.all {
        let (first, second) = (Self.minutes(a), Self.minutes(b))
        #expect(a.overlaps(b) == !first.isDisjoint(with: second))
        #expect(a.contains(b) == first.isSuperset(of: second))
      }
    }
  }

  @Test(
    "Merged windows have the same minutes, stand apart, and hold what all of them hold together")
  func merging() {
    for a in Self.all {
      for b in Self.all {
        for c in Self.all {
          let windows = [a, b, c]
          let merged = windows.merged()
          let minutes = windows.map(Self.minutes).reduce(into: Set<Int>()) { $0.formUnion($1) }
          #expect(merged.map(Self.minutes).reduce(into: Set<Int>()) { $0.formUnion($1) } == minutes)
          #expect(zip(merged, merged.dropFirst()).allSatisfy { $0.end < $1.start })
          #expect(
            Self.all.allSatisfy {
              merged.hold($0) == minutes.isSuperset(of: Self.minutes($0))
            })
        }
      }
    }
  }

  @Test("A stretch to midnight ends at 24:00 in words, one over midnight on the next day's clock")
  func words() throws {
    let day = try #require(CalendarDate("2026-12-31"))
    let start = WallTime(day, minuteOfDay: 1380)
    #expect(Interval(start: start, minutes: 60).description == "2026-12-31 23:00-24:00")
    #expect(Interval(start: start, minutes: 90).description == "2026-12-31 23:00-00:30")
    #expect((start + 90).date.description == "2027-01-01")
    #expect((start + 90).minuteOfDay == 30)
  }

  @Test("Times before 1970 have clocks too")
  func beforeTheEpoch() throws {
    let day = try #require(CalendarDate("1969-12-31"))
    let time = WallTime(day, minuteOfDay: 1439)
    #expect(time.minutes == -1)
    #expect(time.description == "1969-12-31 23:59")
  }
}
