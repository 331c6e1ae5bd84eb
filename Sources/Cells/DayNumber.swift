// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings

/// Days since the end of 1899, and parts of a day: what a spreadsheet keeps for dates and times.
public struct DayNumber: Hashable, Sendable {
  let value: Double

  public init(_ value: Double) { self.value = value }

  /// A number in decimal, with a full stop or a comma.
  init?(_ text: String) {
    let plain = text.replacing(",", with: ".")
    guard plain.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
      let value = Double(plain), value < 1e9
    else { return nil }
    self.value = value
  }

  var hasPart: Bool { value != value.rounded(.down) }

  /// The day, from 1990 to 2199: what lies outside is a number of something else.
  var date: CalendarDate? {
    guard value >= 32_874, value < 109_575 else { return nil }
    return CalendarDate(dayNumber: Int(value) - 25_569)
  }

  /// The minute of the day, where the part is one: rounded parts may be off by less than half a second.
  var minute: Int? {
    guard let second else { return nil }
    return second % 60 == 0 && second < 86_400 ? second / 60 : nil
  }

  private var second: Int? {
    guard value.isFinite, value >= 0, value < 1e9 else { return nil }
    let seconds = (value - value.rounded(.down)) * 86_400
    let whole = seconds.rounded()
    return abs(seconds - whole) < 0.4 ? Int(whole) : nil
  }

  /// The number as a time, with its day where it has one; nothing where it can be neither.
  var moment: Reading<ClockCell.Moment>? {
    guard value.isFinite, value >= 0 else { return nil }
    let date = date
    // Nine days and a third nobody keeps.
    guard value < 1 || date != nil else { return nil }
    guard let minute else {
      let floor = Int(((value - value.rounded(.down)) * 1440).rounded(.down))
      return .refused(.notWholeMinute(ClockTime.text(min(1439, max(0, floor)))))
    }
    return .read(ClockCell.Moment(minute: minute, date: date), [.dayPart])
  }
}
