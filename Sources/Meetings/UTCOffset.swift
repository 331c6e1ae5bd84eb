// SPDX-License-Identifier: GPL-3.0-or-later

extension ZoneClock {
  /// The offset of its clocks at an instant: `UTC`, `UTC+9`, `UTC−3:30`.
  ///
  /// - Parameter instant: seconds since 1970-01-01 00:00 UTC.
  public func offsetText(at instant: Int) -> String {
    let minutes = offset(at: instant) / 60
    if minutes == 0 { return "UTC" }
    let rest = abs(minutes) % 60
    return "UTC\(minutes < 0 ? "−" : "+")\(abs(minutes) / 60)"
      + (rest == 0 ? "" : ":" + ClockTime.text(rest).suffix(2))
  }
}
