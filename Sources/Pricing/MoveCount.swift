// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What a baseline says of a session.
struct Stood: Sendable {
  /// Minutes since 1970 and the room; `nil` where it had no whole place.
  let place: Place?

  struct Place: Sendable {
    let start: Int
    let room: RoomNumber
  }

  init(_ row: Schedule.Row, _ tables: PricingTables, _ strange: inout [String]) {
    guard row.status == .placed, let start = row.start, let room = row.room else {
      place = nil
      return
    }
    place = Place(start: start.minutes, room: tables.number(room, &strange))
  }
}

/// How a session differs from the baseline, and how many others do.
struct MoveCount: Sendable {
  enum Sort: Sendable { case moved, roomChanged, newlyPlaced }

  private let own: Stood?
  private let isHeld: Bool
  private let weight: Int
  /// Others that differ; counted only where there is a most.
  private var others = 0
  private let most: Int?

  init(
    _ session: Int, _ tables: PricingTables, _ stands: [Stand?], _ stood: [Stood?], most: Int?
  ) {
    own = stood[session]
    isHeld = tables.held.contains(session)
    weight = tables.weight(.moved)
    self.most = most
    guard most != nil else { return }
    others = stands.indices.count {
      $0 != session
        && Self.sort(of: stands[$0], from: stood[$0], isHeld: tables.held.contains($0)) != nil
    }
  }

  /// How it differs there; `nil` if it does not.
  func sort(of stand: Stand?) -> Sort? { Self.sort(of: stand, from: own, isHeld: isHeld) }

  func cost(of stand: Stand?) -> Int { cost(sort(of: stand)) }

  func cost(_ sort: Sort?) -> Int {
    switch sort {
    case .moved: 3 * weight
    case .roomChanged: weight
    case .newlyPlaced, nil: 0
    }
  }

  /// Whether more sessions change than may, this one among them.
  func isTooMany(_ sort: Sort?) -> Bool {
    guard let most, sort != nil else { return false }
    return others + 1 > most
  }

  private static func sort(of stand: Stand?, from stood: Stood?, isHeld: Bool) -> Sort? {
    guard let stood, stand != nil || !isHeld else { return nil }
    guard let place = stood.place else { return stand == nil ? nil : .newlyPlaced }
    guard let stand else { return .moved }
    guard let time = stand.time else { return nil }
    guard let hours = time.hours else {
      return time.day == WallTime(minutes: place.start).date.dayNumber ? nil : .moved
    }
    guard hours.start == place.start else { return .moved }
    return (stand.room ?? place.room) == place.room ? nil : .roomChanged
  }
}
