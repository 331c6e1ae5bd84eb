// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@Suite("Clocks of zones, by looking at every minute")
struct ZoneClockTests {
  struct Stretch: Sendable, CustomStringConvertible {
    let zone: String
    let day: String
    let what: String
    var description: String { "\(zone), \(day): \(what)" }
  }

  static let stretches: [Stretch] = [
    .init(zone: "Europe/Oslo", day: "2027-03-28", what: "an hour forward at night"),
    .init(zone: "Europe/Oslo", day: "2027-10-31", what: "an hour back"),
    .init(zone: "Australia/Lord_Howe", day: "2026-10-04", what: "half an hour forward"),
    .init(zone: "Australia/Lord_Howe", day: "2026-04-05", what: "half an hour back"),
    .init(zone: "Africa/Cairo", day: "2026-04-24", what: "forward at midnight"),
    .init(zone: "America/Havana", day: "2026-11-01", what: "back at one o'clock"),
    .init(zone: "Pacific/Apia", day: "2011-12-30", what: "a day that is not"),
    .init(zone: "Asia/Kathmandu", day: "2026-12-31", what: "three quarters of an hour, no change"),
    .init(zone: "Pacific/Kiritimati", day: "2026-12-31", what: "fourteen hours ahead, a new year"),
    .init(zone: "UTC", day: "2016-12-31", what: "a leap second, which no clock here shows"),
  ]

  @Test("A wall time is the first instant at which the clocks show it", arguments: stretches)
  func first(stretch: Stretch) throws {
    let clock = try #require(ZoneClock(stretch.zone))
    let day = try #require(CalendarDate(stretch.day))
    // Every quarter of an hour that the clocks show from two days before to two days after.
    var first: [WallTime: Int] = [:]
    for quarter in -288...384 {
      let instant = day.dayNumber * 86_400 + quarter * 900
      let wall = clock.wallTime(atInstant: instant)
      if first[wall] == nil { first[wall] = instant }
    }
    for minute in stride(from: -1440, to: 2880, by: 15) {
      let wall = WallTime(day, minuteOfDay: 0) + minute
      #expect(clock.shows(wall) == (first[wall] != nil), "\(wall)")
      guard let instant = first[wall] else { continue }
      #expect(clock.instant(wall) == instant, "\(wall)")
    }
  }

  @Test("Later wall times are never earlier instants, but for the hour that comes twice")
  func order() throws {
    let clock = try #require(ZoneClock("Europe/Oslo"))
    let day = try #require(CalendarDate("2027-03-28"))
    let instants = stride(from: 0, to: 1440, by: 15).filter {
      clock.shows(WallTime(day, minuteOfDay: $0))
    }.map { clock.instant(WallTime(day, minuteOfDay: $0)) }
    #expect(instants == instants.sorted())
    #expect(instants.count == 92)
  }

  @Test("A stay of so many minutes lasts them, whatever the clocks do meanwhile")
  func stays() throws {
    let clock = try #require(ZoneClock("Europe/Oslo"))
    let spring = try #require(CalendarDate("2027-03-28"))
    let autumn = try #require(CalendarDate("2027-10-31"))
    let forward = Interval(start: WallTime(spring, minuteOfDay: 90), minutes: 60)
    #expect(clock.end(of: forward).description == "2027-03-28 03:30")
    let back = Interval(start: WallTime(autumn, minuteOfDay: 150), minutes: 60)
    #expect(clock.end(of: back).description == "2027-10-31 02:30")
    #expect(clock.words(forward) == "2027-03-28 01:30-03:30")
  }

  @Test("What is not a zone is none")
  func unknown() {
    #expect(ZoneClock("Europe/Atlantis") == nil)
  }
}
