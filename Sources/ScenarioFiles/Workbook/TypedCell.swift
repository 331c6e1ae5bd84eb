// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Workbooks

/// A cell's text as a cell of its type, if it comes back as the same text.
struct TypedCell {
  let value: CellValue
  let style: CellStyle

  /// - Parameter kind: of the column; `nil`: a column of the user's own.
  init(_ text: String, _ kind: ColumnKind?) {
    let style = Self.style(kind)
    if style == SheetStyles.date, let date = CalendarDate(text[...]), date.description == text,
      date.dayNumber + 25_569 > 61
    {
      value = .number(Double(date.dayNumber + 25_569))
      self.style = style
    } else if style == SheetStyles.clock, let minutes = Self.minutes(text) {
      value = .number(Double(minutes) / 1440)
      self.style = style
    } else if style == SheetStyles.number, let number = Int(text), "\(number)" == text,
      text.count < 15
    {
      value = .number(Double(number))
      self.style = style
    } else {
      value = .text(text)
      let isLong = text.count > 40 || text.contains("\n")
      self.style = isLong ? SheetStyles.wrapped : SheetStyles.text
    }
  }

  /// How the cells of a column look.
  static func style(_ kind: ColumnKind?) -> CellStyle {
    switch kind {
    case .number, .numberOrAnswer, .strength: SheetStyles.number
    case .date, .day, .dateOrAnswer: SheetStyles.date
    case .clock: SheetStyles.clock
    default: SheetStyles.text
    }
  }

  /// `09:00` in exactly this form.
  private static func minutes(_ text: String) -> Int? {
    guard let minutes = ClockCell.read(text).value, minutes < 1440, ClockTime.text(minutes) == text
    else { return nil }
    return minutes
  }
}
