// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// Puts a whole track into a schedule where that breaks no rule, or leaves the schedule as it was.
///
/// Of the sessions that are left it always takes the one that can begin first, as in list
/// scheduling (Graham 1966), so that a room fills without holes; those that must stand beside one
/// that has just been placed go before all others.
struct TrackPacking {
  private let board: PriceBoard
  private let tracks: Tracks
  /// Starts looked at so far.
  private(set) var work = 0

  init(_ board: PriceBoard, _ tracks: Tracks) {
    self.board = board
    self.tracks = tracks
  }

  /// Where a track is to begin: its first session stands there, the others where their ties to it allow.
  struct Site {
    let room: RoomPosition
    let day: Int
  }

  /// A session that waits for its place, and the first start that may still be had. What one start
  /// breaks it goes on breaking as more is placed, so starts passed over need no second look.
  private struct Waiting {
    let session: SessionPosition
    var start = StartOption(0)
  }

  private struct Candidate {
    let index: Int
    let minute: Int
    let step: PricedSchedule.Step
  }

  /// Places all sessions of a track that must be placed, and those of the others that find a place.
  ///
  /// - Returns: whether it did; if not, none of the track is placed.
  mutating func pack(
    _ sessions: [SessionPosition], at site: Site, in schedule: PricedSchedule
  ) -> Bool {
    var waiting = sessions.map { Waiting(session: $0) }
    var placed: [SessionPosition] = []
    var last: SessionPosition?
    while !waiting.isEmpty {
      guard let choice = earliest(&waiting, after: last, placed, site, schedule) else {
        // Only optional sessions may stay out.
        if waiting.allSatisfy({ board.problem.unplacedCost[$0.session] != nil }) { break }
        for p in placed { schedule.make([PricedSchedule.Step(leavingOut: p)]) }
        return false
      }
      schedule.make([choice.step])
      placed.append(choice.step.session)
      last = choice.step.session
      waiting.remove(at: choice.index)
    }
    return true
  }

  /// The session that can begin first, among those bound closely to the last one if there are any.
  private mutating func earliest(
    _ waiting: inout [Waiting], after last: SessionPosition?,
    _ placed: [SessionPosition], _ site: Site,
    _ schedule: PricedSchedule
  ) -> Candidate? {
    let close = last.map { tracks.neighbours[$0] } ?? []
    let hasClose = !close.isEmpty && waiting.contains { close.contains($0.session) }
    var best: Candidate?
    for index in waiting.indices {
      let p = waiting[index].session
      if hasClose && !close.contains(p) { continue }
      if tracks.predecessors[p].contains(where: { q in waiting.contains { $0.session == q } }) {
        continue
      }
      let found = firstPlace(&waiting[index], isFirst: placed.isEmpty, site, schedule)
      guard let found else {
        if board.problem.unplacedCost[p] != nil { continue }
        return nil
      }
      let minute = board.minuteOf[board.position(of: found.start, of: p)]
      if minute < best?.minute ?? .max {
        best = Candidate(index: index, minute: minute, step: found)
      }
    }
    return best
  }

  private mutating func firstPlace(
    _ waiting: inout Waiting, isFirst: Bool, _ site: Site, _ schedule: PricedSchedule
  ) -> PricedSchedule.Step? {
    let p = waiting.session
    let room = isFirst ? site.room : tiedRoom(of: p, schedule)
    let absence = board.absence[p].violations
    while waiting.start < board.starts(of: p).upperBound {
      let s = waiting.start
      work += 1
      if !isFirst || board.dayOf[board.position(of: s, of: p)] == site.day,
        schedule.dealings(of: p, at: s).violations == 0
      {
        if let step = place(p, s, room, site, absence, schedule) { return step }
      }
      waiting.start = waiting.start.next
    }
    return nil
  }

  /// A room at a start in which a session breaks nothing: the one it is tied to, else the site's, else any.
  private mutating func place(
    _ p: SessionPosition, _ s: StartOption, _ tied: RoomPosition?, _ site: Site, _ absence: Int,
    _ schedule: PricedSchedule
  ) -> PricedSchedule.Step? {
    if let step = step(p, s, tied ?? site.room, absence, schedule) { return step }
    guard tied == nil else { return nil }
    for i in board.firstRoom[p]..<board.firstRoom[p.next] where board.roomOf[i] != site.room {
      if let step = step(p, s, board.roomOf[i], absence, schedule) { return step }
    }
    return nil
  }

  private mutating func step(
    _ p: SessionPosition, _ s: StartOption, _ room: RoomPosition, _ absence: Int,
    _ schedule: PricedSchedule
  ) -> PricedSchedule.Step? {
    guard board.price(p, s, room) != nil else { return nil }
    work += 1
    let step = PricedSchedule.Step(session: p, start: s, room: room)
    var change = schedule.changeOfOne(step)
    if change.violations + absence == 0, board.hasGroups[p] {
      change += schedule.groupChange([step])
    }
    return change.violations + absence == 0 ? step : nil
  }

  /// The room of a session that is placed and must be shared.
  private func tiedRoom(of p: SessionPosition, _ schedule: PricedSchedule) -> RoomPosition? {
    guard board.hasSameRooms[p] else { return nil }
    for i in board.firstTie[p]..<board.firstTie[p.next] {
      let tie = board.ties[i]
      let q = tie.partner.position
      if tie.price == nil, schedule.isPlaced(q) { return schedule.room(of: q) }
    }
    return nil
  }
}
