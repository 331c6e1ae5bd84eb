// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Tables
import Texts
import Workbooks

/// Typed cells as the text that a table of a file would hold.
enum SheetText {
  /// The text of a cell; empty if a formula has an error.
  static func of(_ cell: Sheet.Cell, isMoment: Bool) -> String {
    switch cell {
    case .text(let text): text.trimmed
    case .number(let number): isMoment ? moment(number) ?? plain(number) : plain(number)
    case .failure: ""
    }
  }

  /// A number without what floating point adds: `60`, `0.375`.
  static func plain(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return "\(Int(number))" }
    return "\(number)"
  }

  /// A number of days since the end of 1899 that is shown as a date or time: `2027-06-21`, `09:00`,
  /// or both with `T` between; `nil` if it is neither.
  private static func moment(_ number: Double) -> String? {
    // To the second: parts of a day are rounded.
    let seconds = (number * 86_400).rounded()
    guard seconds >= 0, seconds < 2_958_466 * 86_400 else { return nil }
    let (day, second) = Int(seconds).quotientAndRemainder(dividingBy: 86_400)
    let date = "\(CalendarDate(dayNumber: day - 25_569))"
    if second == 0, day > 0 { return date }
    return (day > 0 ? date + "T" : "") + clock(second)
  }

  /// With seconds if there are any.
  private static func clock(_ second: Int) -> String {
    let clock = ClockTime.text(second / 60)
    let rest = second % 60
    return rest == 0 ? clock : clock + (rest < 10 ? ":0\(rest)" : ":\(rest)")
  }
}
