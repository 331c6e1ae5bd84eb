// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  /// Foundation's proleptic Gregorian calendar: another implementation of the same.
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    return calendar
  }()

  @Test("Year, month and day of a day's number are Foundation's, from 1600 to 2400")
  func civil() {
    for number in stride(from: -135_140, through: 157_054, by: 61) {
      let date = CalendarDate(dayNumber: number)
      let other = Self.calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      #expect([date.year, date.month, date.day] == [other.year, other.month, other.day])
    }
  }

  @Test("A day exists exactly where the calendar has it", arguments: [1900, 2000, 2027, 2028])
  func existence(year: Int) {
    let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for month in -1...14 {
      for day in -1...33 {
        let isThere =
          (1...12).contains(month) && (1...lengths[max(0, min(11, month - 1))]).contains(day)
        #expect((CalendarDate(year: year, month: month, day: day) != nil) == isThere)
      }
    }
  }

  @Test(
    "A month's number of days later is never in a third month, and back again where the day exists")
  func months() {
    for number in stride(from: 19_000, to: 22_000, by: 7) {
      let date = CalendarDate(dayNumber: number)
      for months in -30...30 {
        let later = date.adding(months: months)
        #expect((later.year * 12 + later.month) - (date.year * 12 + date.month) == months)
        #expect(later.day <= date.day)
        // A later day of that month would be a day that it lacks.
        #expect(later.day == date.day || later.adding(days: 1).day == 1)
      }
    }
  }

  @Test("Over the turn of a year and of a century the next day is the next in words too")
  func turns() {
    for (before, after) in [
      ("2026-12-31", "2027-01-01"), ("1999-12-31", "2000-01-01"), ("2028-02-28", "2028-02-29"),
      ("2100-02-28", "2100-03-01"), ("1969-12-31", "1970-01-01"),
    ] {
      #expect(CalendarDate(before)?.adding(days: 1).description == after)
      #expect(CalendarDate(after)?.adding(days: -1).description == before)
    }
  }

  @Test("A clock is read from 00:00 to 24:00 and nowhere else, seconds and leap seconds included")
  func clocks() {
    for minute in 0...1440 { #expect(ClockTime.minutes(ClockTime.text(minute)) == minute) }
    for wrong in [
      "24:01", "25:00", "23:60", "9:00", "09:0", "23:59:60", "09.00", " 9:00", "+9:00", "０９:00", "",
    ] {
      #expect(ClockTime.minutes(wrong) == nil, "\(wrong)")
    }
  }
}
