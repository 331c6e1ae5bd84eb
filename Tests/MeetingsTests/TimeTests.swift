// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@Suite("Dates, clocks and zones")
struct TimeTests {
  @Test("Dates are read strictly and written as they were")
  func dates() {
    #expect(CalendarDate("2024-02-29")?.description == "2024-02-29")
    for wrong in ["2025-02-29", "2024-2-29", "24-02-29", "2024-13-01", "２０２４-02-29", ""] {
      #expect(CalendarDate(wrong) == nil)
    }
    #expect(CalendarDate(dayNumber: 0).description == "1970-01-01")
    #expect(CalendarDate("2023-10-08")?.dayNumber == 19_638)
  }

  @Test("Every day of four centuries is its own successor's predecessor")
  func everyDay() {
    let first = CalendarDate("1900-01-01")?.dayNumber ?? 0
    for number in stride(from: first, to: first + 146_097, by: 13) {
      let date = CalendarDate(dayNumber: number)
      #expect(CalendarDate(date.description)?.dayNumber == number)
    }
  }

  @Test("Months are counted with both ends, and a day that a month lacks becomes its last")
  func months() {
    #expect(CalendarDate("2025-06-23")?.adding(months: -15).description == "2024-03-23")
    #expect(CalendarDate("2024-03-31")?.adding(months: -1).description == "2024-02-29")
    #expect(CalendarDate("2024-12-01")?.adding(months: 1).description == "2025-01-01")
  }

  @Test("A wall time that exists twice is the first, one that does not exist comes out later")
  func clockChanges() throws {
    let oslo = try #require(ZoneClock("Europe/Oslo"))
    func instant(_ date: String, _ clock: String) throws -> Int {
      let date = try #require(CalendarDate(date))
      return oslo.instant(WallTime(date, minuteOfDay: try #require(ClockTime.minutes(clock))))
    }
    let twice = try instant("2025-10-26", "02:30")
    #expect(oslo.offset(at: twice) == 7200)
    let never = try instant("2025-03-30", "02:30")
    #expect(oslo.wallTime(atInstant: never).clock == "03:30")
    let plain = try instant("2025-06-23", "09:00")
    #expect(oslo.wallTime(atInstant: plain).description == "2025-06-23 09:00")
  }

  @Test("Intervals overlap when they share more than an end point")
  func overlaps() {
    func interval(_ start: Int, _ end: Int) -> Interval {
      Interval(start: WallTime(minutes: start), end: WallTime(minutes: end))
    }
    #expect(!interval(0, 60).overlaps(interval(60, 90)))
    #expect(interval(0, 60).overlaps(interval(59, 90)))
    #expect([interval(60, 120), interval(0, 60)].merged().hold(interval(30, 90)))
    #expect(![interval(61, 120), interval(0, 60)].merged().hold(interval(30, 90)))
    #expect([interval(50, 120), interval(0, 60)].merged().hold(interval(30, 90)))
  }
}
