// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Where one session stands on one side.
public enum SessionState: Hashable, Sendable {
  /// The scenario has no such session.
  case absent
  /// Left out, held back, or in no row of the schedule.
  case leftOut(Schedule.Status)
  case placed(stay: Interval, room: String)

  public var stay: Interval? { if case .placed(let stay, _) = self { stay } else { nil } }
  public var room: String? { if case .placed(_, let room) = self { room } else { nil } }
  var isPlaced: Bool { stay != nil }
}
