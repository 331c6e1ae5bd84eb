// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether day or month comes first in dates such as `06/07/2026`: `dateOrder` in `meeting.json`.
public enum DateOrder: String, Sendable, CaseIterable {
  case dayMonth = "day-month"
  case monthDay = "month-day"
}
