// SPDX-License-Identifier: GPL-3.0-or-later

extension CalendarDate {
  /// 0 for Monday to 6 for Sunday.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  /// In English, `Monday`.
  public var weekdayName: String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
  }
}
