// SPDX-License-Identifier: GPL-3.0-or-later

/// All that one publication changes, once for everything that tells of it.
struct ProgrammeChange: Sendable {
  let rooms: [RoomChange]
  let sessions: [EventChange]

  init(_ old: PublicationState?, _ new: PublicationState) {
    rooms = RoomChange.between(old, new)
    sessions = EventChange.between(old, new)
  }

  var isEmpty: Bool { rooms.isEmpty && sessions.isEmpty }

  /// How many sessions have a change of each sort; sorts without one are left out.
  var counts: [(what: EventChange.What, count: Int)] {
    EventChange.What.allCases.compactMap { what in
      let count = sessions.count { $0.what.contains(what) }
      return count == 0 ? nil : (what, count)
    }
  }
}
