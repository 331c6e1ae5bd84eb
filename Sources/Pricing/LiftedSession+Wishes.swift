// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension LiftedSession {
  /// Wishes about a time, a room, or both.
  func addWishes(_ time: Time, _ room: RoomNumber?, to part: inout Part) {
    for index in tables.wishes[session] {
      let wish = tables.scenario.wishes[index]
      if let isInside = isInside(wish, time, room), isInside != wish.wantsIt {
        part.cost += tables.weight(.wish) * wish.strength
      }
    }
  }

  /// `nil` while it is not known.
  private func isInside(_ wish: Wish, _ time: Time, _ room: RoomNumber?) -> Bool? {
    var isKnown = true
    if let windows = wish.window {
      if let hours = time.hours {
        if !windows.hold(hours.interval) { return false }
      } else if mayBegin(time.day, in: windows) {
        isKnown = false
      } else {
        return false
      }
    }
    if let wanted = wish.room {
      guard let room else { return nil }
      if tables.room(room) != wanted { return false }
    }
    return isKnown ? true : nil
  }

  /// Whether it could begin on a day and lie inside one of some windows.
  private func mayBegin(_ day: Int, in windows: [Interval]) -> Bool {
    windows.contains { window in
      let first = max(window.start.minutes, day * 1440)
      return first < (day + 1) * 1440 && window.end.minutes - first >= row.minutes
    }
  }
}
