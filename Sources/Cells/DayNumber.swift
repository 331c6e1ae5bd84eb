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

  /// The day, from 1990 to 2199: anything outside is a number of something else.
  var date: CalendarDate? {
    guard value >= 32_874, value < 109_575 else { return nil }
    return CalendarDate(dayNumber: Int(value) - 25_569)
  }

  /// The minute of the day, if the part is a whole one: rounded parts may be off by less than half
  /// a second.
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

  /// The number as a time, with its day if it has one; `nil` if it can be neither.
  var moment: Reading<ClockCell.Moment>? {
    guard value.isFinite, value >= 0 else { return nil }
    let date = date
    // Nobody keeps nine days and a third.
    guard value < 1 || date != nil else { return nil }
    guard let minute else {
      let floor = Int(((value - value.rounded(.down)) * 1440).rounded(.down))
      return .refused(.notWholeMinute(ClockTime.text(min(1439, max(0, floor)))))
    }
    return .read(ClockCell.Moment(minute: minute, date: date), [.dayPart])
  }
}
