// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Where one session is on one side.
public enum SessionState: Hashable, Sendable {
  /// The scenario has no such session.
  case absent
  /// Left out, held back, or not in any row of the schedule.
  case leftOut(Schedule.Status)
  case placed(stay: Interval, room: String)

  /// When it takes place; `nil` where it does not.
  public var stay: Interval? { if case .placed(let stay, _) = self { stay } else { nil } }
  /// The id of its room; `nil` where it does not take place.
  public var room: String? { if case .placed(_, let room) = self { room } else { nil } }
  var isPlaced: Bool { stay != nil }
}
