// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What a cell's reading may depend on besides the cell.
public struct CellContext: Sendable {
  /// Whether day or month comes first if a date could be read both ways.
  public var order: DateOrder?
  /// The meeting's days, in order, with what they are called.
  public var days: [(date: CalendarDate, label: String)]
  /// The meeting's clocks; `nil` if they are not known.
  public var zone: ZoneClock?

  public init(
    order: DateOrder? = nil, days: [(date: CalendarDate, label: String)] = [],
    zone: ZoneClock? = nil
  ) {
    self.order = order
    self.days = days
    self.zone = zone
  }

  public init(_ meeting: Meeting) {
    self.init(
      order: meeting.dateOrder, days: meeting.days.map { ($0.date, $0.label) }, zone: meeting.zone)
  }

  func isDay(_ date: CalendarDate) -> Bool { days.contains { $0.date == date } }
}
