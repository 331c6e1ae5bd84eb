// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// One of the starts of all sessions, those of a session one after the other: a position in the
/// tables of a ``PriceBoard``, not in the session's own list.
struct BoardStart: ListPosition {
  let index: Int
  @inline(__always) init(_ index: Int) { self.index = index }

  @inline(__always) static var none: BoardStart { BoardStart(-1) }
}

extension StartOption {
  /// Of a session that is left out.
  @inline(__always) static var none: StartOption { StartOption(-1) }
  @inline(__always) var isNone: Bool { index < 0 }
}
