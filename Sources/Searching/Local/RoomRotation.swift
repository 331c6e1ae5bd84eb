// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// The cheapest way into a moment in which another session gives up its room: into that room, or into
/// one of a session that begins at the same time and takes the room that was given up.
///
/// Which room suits a session is a matter of its own, and where rooms are nearly full, an exchange
/// in time that is good is seldom good for both rooms. Those that stay in time can make it so: each
/// such turn is priced by a look at two prices (a cyclic exchange, as in Thompson and Orlin 1989).
struct RoomRotation {
  let board: PriceBoard
  let ties: RoomTies

  /// A way in.
  struct Way {
    /// The price of the session's place, and what the one that makes room for it pays more.
    var price: Int
    var room: RoomPosition
    /// The one that makes room, if another than the one that leaves the moment.
    var mover: SessionPosition?
  }

  /// The cheapest way for a session to a start, where `leaver` leaves `left`.
  @inline(__always)
  func cheapest(
    for p: SessionPosition, at start: BoardStart, leftBy leaver: SessionPosition,
    _ left: RoomPosition, in schedule: PricedSchedule
  ) -> Way? {
    let own = board.price(at: start, left)
    var way: Way?
    var least = Int.max
    if own >= 0, schedule.canReplace(leaver, by: p, at: start, in: left) {
      least = own + ties.price(p, in: left, schedule)
      way = Way(price: least, room: left, mover: nil)
    }
    let first = Int(board.cellOf[start]) * board.rooms
    for r in 0..<board.rooms {
      let s = schedule.starters[first + r].position
      guard s.index >= 0, s != leaver, s != p, board.isExchangeable(s, leaver) else { continue }
      let room = RoomPosition(r)
      let own = board.price(at: start, room)
      guard own >= 0 else { continue }
      let stand = schedule.stand(of: s)
      let other = board.price(at: stand.start.position, left)
      guard other >= 0, stand.room.position == room else { continue }
      let price =
        own + other - stand.price + ties.price(p, in: room, schedule)
        + ties.price(s, in: left, schedule) - ties.price(s, in: room, schedule)
      if price < least, schedule.canReplace(s, by: p, at: start, in: room) {
        least = price
        way = Way(price: price, room: room, mover: s)
      }
    }
    return way
  }
}

extension RoomRotation.Way {
  /// Adds the steps of a session that goes this way, into a moment in which another leaves a room.
  @inline(__always)
  func add(
    _ p: SessionPosition, _ start: StartOption, leaving left: RoomPosition,
    in schedule: PricedSchedule, to steps: inout [PricedSchedule.Step]
  ) {
    steps.append(PricedSchedule.Step(session: p, start: start, room: room))
    if let mover {
      steps.append(
        PricedSchedule.Step(session: mover, start: schedule.start(of: mover), room: left))
    }
  }
}
