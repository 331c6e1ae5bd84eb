// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What a session means to each other one if both run at the same time.
struct Neighbours: Sendable {
  /// Another session that has its hours.
  struct Other: Sendable {
    let hours: Time.Hours
    /// What it costs if both overlap, all rules about pairs together.
    let overlapCost: Int
    /// Somebody must be in both.
    let sharesPeople: Bool
    /// One of the two bears nothing beside it.
    let isExclusive: Bool
    /// Index into `Scenario.rooms`.
    let room: Int?
  }

  let all: [Other]

  init(_ session: Int, _ tables: PricingTables, _ others: [Stand?]) {
    let sessions = tables.scenario.sessions
    let themes = Set(tables.themes[session])
    let kinds = tables.intersessional[session]
    let attendance = tables.attendances.bySession[session]
    all = others.indices.compactMap { other in
      guard let stand = others[other], let hours = stand.time?.hours else { return nil }
      var cost = 0
      if tables.themes[other].contains(where: themes.contains) {
        cost += tables.weight(.themeClash)
      }
      let theirs = tables.intersessional[other]
      if theirs.contains(where: kinds.contains) {
        cost += tables.weight(.kindClash)
      } else if !theirs.isEmpty && !kinds.isEmpty {
        cost += tables.weight(.intersessionalClash)
      }
      var sharesPeople = false
      for one in tables.attending[other] {
        guard let own = attendance[one.person] else { continue }
        if own == .required && one.attendance == .required {
          sharesPeople = true
        } else {
          cost += tables.weight(.personalCapacity)
        }
      }
      return Other(
        hours: hours, overlapCost: cost, sharesPeople: sharesPeople,
        isExclusive: sessions[session].isExclusive || sessions[other].isExclusive,
        room: tables.room(stand.room))
    }
  }

  /// By room: whether another session there leaves it less than its turnover.
  func takenRooms(_ time: Time, _ tables: PricingTables) -> [Bool] {
    let rooms = tables.scenario.rooms
    var isTaken = rooms.map { _ in false }
    guard let hours = time.hours else { return isTaken }
    for other in all {
      let gap = hours.gap(other.hours)
      guard gap < tables.mostTurnover, let theirs = other.room else { continue }
      for room in tables.meeting[theirs]
      where gap < max(rooms[theirs].turnoverMinutes, rooms[room].turnoverMinutes) {
        isTaken[room] = true
      }
    }
    return isTaken
  }
}

extension LiftedSession {
  /// What runs at the same time, or too near for somebody to change.
  func addNeighbours(_ time: Time, to part: inout Part) {
    guard let hours = time.hours else { return }
    let transfer = tables.scenario.meeting.transferMinutes
    for other in neighbours.all {
      if other.sharesPeople && hours.gap(other.hours) < transfer {
        part.broken.insert(.personFree)
      }
      guard hours.overlaps(other.hours) else { continue }
      part.cost += other.overlapCost
      part.broken.insert(.exclusive, if: other.isExclusive)
    }
  }
}
