// SPDX-License-Identifier: GPL-3.0-or-later

/// A time on the clock in the meeting's venue: a date and a minute of it, no time zone attached.
public struct WallTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes since 1970-01-01 00:00 on the venue's clock.
  public let minutes: Int

  public init(minutes: Int) { self.minutes = minutes }

  public init(_ date: CalendarDate, minuteOfDay: Int) {
    minutes = date.dayNumber * 1440 + minuteOfDay
  }

  /// Its day.
  public var date: CalendarDate {
    CalendarDate(dayNumber: (minutes - minuteOfDay) / 1440)
  }

  /// 0 ..< 1440.
  public var minuteOfDay: Int { ((minutes % 1440) + 1440) % 1440 }

  /// `HH:MM`.
  public var clock: String { ClockTime.text(minuteOfDay) }

  /// So many minutes later on the same clocks.
  public static func + (time: WallTime, minutes: Int) -> WallTime {
    WallTime(minutes: time.minutes + minutes)
  }

  /// In order of what clocks show.
  public static func < (a: WallTime, b: WallTime) -> Bool { a.minutes < b.minutes }

  /// `YYYY-MM-DD HH:MM`.
  public var description: String { "\(date) \(clock)" }
}

/// Minutes of a day as `HH:MM`.
public enum ClockTime {
  /// Reads `HH:MM` from `00:00` to `24:00`; `nil` for anything else.
  public static func minutes(_ text: some StringProtocol) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == 0x3A else { return nil }
    for place in [0, 1, 3, 4] where !(0x30...0x39).contains(bytes[place]) { return nil }
    let hour = Int(bytes[0] - 0x30) * 10 + Int(bytes[1] - 0x30)
    let minute = Int(bytes[3] - 0x30) * 10 + Int(bytes[4] - 0x30)
    guard minute < 60, hour < 24 || (hour == 24 && minute == 0) else { return nil }
    return hour * 60 + minute
  }

  /// Minutes since midnight as `HH:MM`; 24:00 is the end of the day.
  public static func text(_ minuteOfDay: Int) -> String {
    padded(minuteOfDay / 60, 2) + ":" + padded(minuteOfDay % 60, 2)
  }
}
