// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// What ties to one room add to the price of a place, as all others stand.
///
/// A look that leaves them out turns down whatever wins by a tie: a small session that should have the
/// room of a large one pays for empty seats there, and only a lucky draw ever brought it in.
struct RoomTies {
  let board: PriceBoard
  /// Price of a broken hard rule.
  let violationPrice: Int

  /// Of a session in a room. Where others do not make room, looks go without: see `PriceBoard.turnsRooms`.
  @inline(__always)
  func price(_ p: SessionPosition, in room: RoomPosition, _ schedule: PricedSchedule) -> Int {
    guard board.hasSameRooms[p], board.turnsRooms else { return 0 }
    let score = schedule.roomTies(p, room)
    return score.violations &* violationPrice &+ score.cost
  }
}
