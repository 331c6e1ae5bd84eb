// SPDX-License-Identifier: GPL-3.0-or-later

/// The frame of a programme: days, clock, and what every rule needs to know (`meeting.json`).
public struct Meeting: Sendable {
  /// Names the folder of its results, and its calendar entries.
  public var id: String
  /// What people call it.
  public var name: String
  /// The IANA zone that all wall times are in.
  public var zone: ZoneClock
  /// In order of date.
  public var days: [Day]
  /// Sessions begin at whole multiples of this many minutes after midnight.
  public var gridMinutes: Int
  /// Between two sessions in one room.
  public var turnoverMinutes: Int
  /// Between two sessions of one person.
  public var transferMinutes: Int
  /// Bearable hours for people online, minutes of their own day.
  public var localHours: Range<Int>
  /// What happens to sessions whose activity misses a requirement.
  public var eligibility: EligibilityMode
  /// What a unit of each soft rule costs.
  public var weights: Weights
  /// What calendar entries are known by.
  public var calendar: CalendarIdentity?
  /// How to read dates that could be read both ways; `nil`: they are not read.
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

  /// The day of a date; `nil` if the meeting has none then.
  public func day(_ date: CalendarDate) -> Day? { days.first { $0.date == date } }
}

/// One day of the meeting.
public struct Day: Sendable, Hashable {
  /// The date at the venue.
  public var date: CalendarDate
  /// What people call it, `Day 1`.
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

  /// The open hours as intervals.
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
  /// The end of every entry's UID.
  public var domain: String?
  /// Who sends the entries: `mailto:` and an address.
  public var organizer: String?
  /// The address of the page with the programme.
  public var url: String?

  public init(domain: String? = nil, organizer: String? = nil, url: String? = nil) {
    self.domain = domain
    self.organizer = organizer
    self.url = url
  }
}
