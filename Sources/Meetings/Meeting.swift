// SPDX-License-Identifier: GPL-3.0-or-later

/// The frame of a programme: days, clock, and what every rule needs to know (`meeting.json`).
public struct Meeting: Sendable {
  public var id: String
  public var name: String
  /// The IANA zone that all wall times are in.
  public var zone: ZoneClock
  /// In order of date.
  public var days: [Day]
  public var gridMinutes: Int
  public var turnoverMinutes: Int
  public var transferMinutes: Int
  /// Bearable hours for people online, minutes of their own day.
  public var localHours: Range<Int>
  public var eligibility: EligibilityMode
  public var weights: Weights
  public var calendar: CalendarIdentity?
  /// How dates are read that could be read both ways; `nil`: they are not.
  public var dateOrder: DateOrder?

  public init(
    id: String, name: String, zone: ZoneClock, days: [Day], gridMinutes: Int = 15,
    turnoverMinutes: Int = 0, transferMinutes: Int = 0, localHours: Range<Int> = 420..<1320,
    eligibility: EligibilityMode = .hold, weights: Weights = Weights(),
    calendar: CalendarIdentity? = nil, dateOrder: DateOrder? = nil
  ) {
    self.id = id
    self.name = name
    self.zone = zone
    self.days = days
    self.gridMinutes = gridMinutes
    self.turnoverMinutes = turnoverMinutes
    self.transferMinutes = transferMinutes
    self.localHours = localHours
    self.eligibility = eligibility
    self.weights = weights
    self.calendar = calendar
    self.dateOrder = dateOrder
  }

  public func day(_ date: CalendarDate) -> Day? { days.first { $0.date == date } }
}

public struct Day: Sendable, Hashable {
  public var date: CalendarDate
  public var label: String
  /// Open hours, minutes of the day, in order, as listed (not merged: a session lies inside one of them).
  public var open: [Range<Int>]
  /// The only starts of unpinned sessions, minutes of the day, or `nil` for every grid time.
  public var starts: [Int]?

  public init(date: CalendarDate, label: String, open: [Range<Int>], starts: [Int]? = nil) {
    self.date = date
    self.label = label
    self.open = open
    self.starts = starts
  }

  public var openIntervals: [Interval] {
    open.map {
      Interval(
        start: WallTime(date, minuteOfDay: $0.lowerBound),
        end: WallTime(date, minuteOfDay: $0.upperBound))
    }
  }
}

/// `hold`: sessions of activities that miss a requirement are not placed; `report`: only reported.
public enum EligibilityMode: String, Sendable, CaseIterable { case hold, report }

/// Identity of the calendar files: `calendar` in `meeting.json`.
public struct CalendarIdentity: Sendable, Hashable {
  public var domain: String?
  public var organizer: String?
  public var url: String?

  public init(domain: String? = nil, organizer: String? = nil, url: String? = nil) {
    self.domain = domain
    self.organizer = organizer
    self.url = url
  }
}
