// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// Moves that carry a whole block: sessions that stand in one room on one day go to another room or
/// day at the same hours, and what stands there comes in return.
///
/// A track that must keep its room or its day, or that pays for each room it uses, goes nowhere
/// session by session: on the way each session breaks a tie with each of the others. A block is a
/// track with all that is tied to it, or a run of sessions in a room; it grows until what goes and
/// what comes get in nobody's way (a Kempe chain, as in the colouring of graphs and in timetables;
/// Thompson and Dowsland 1996).
struct BlockMoves {
  private let board: PriceBoard
  private let tracks: Tracks
  /// Of the two sides of the exchange, and how far each was looked through.
  private var going: [SessionPosition] = []
  private var coming: [SessionPosition] = []

  /// No block exchange takes more sessions along.
  static let mostSteps = 48

  init(_ board: PriceBoard) {
    self.board = board
    tracks = Tracks(board.problem)
  }

  /// Whether a session is tied to others in a track.
  @inline(__always)
  func isTied(_ p: SessionPosition) -> Bool { tracks.members[tracks.trackOf[p]].count > 1 }

  /// A cell: a room on a day.
  private struct Cell: Equatable {
    var room: RoomPosition
    var day: Int
  }

  /// Draws an exchange of the block that begins with a placed session; false where the draw came to
  /// nothing.
  mutating func draw(
    _ p: SessionPosition, _ schedule: PricedSchedule, into steps: inout [PricedSchedule.Step],
    _ random: inout SeededGenerator
  ) -> Bool {
    let here = Cell(room: schedule.room(of: p), day: schedule.day(of: p))
    var there = here
    let other = StartOption(random.below(board.startCount[p]))
    if random.below(2) == 0 { there.day = board.dayOf[board.position(of: other, of: p)] }
    if there == here || random.below(4) != 0 {
      there.room = board.roomOf[board.firstRoom[p] + random.below(board.roomCount[p])]
    }
    guard there != here else { return false }
    going.removeAll(keepingCapacity: true)
    coming.removeAll(keepingCapacity: true)
    going.append(p)
    if !isTied(p) { addRun(after: p, here, schedule, &random) }
    guard close(here, there, schedule) else { return false }
    return add(going, from: here, to: there, schedule, &steps)
      && add(coming, from: there, to: here, schedule, &steps)
  }

  /// Takes along what follows in the room, until some time later.
  private mutating func addRun(
    after p: SessionPosition, _ cell: Cell, _ schedule: PricedSchedule,
    _ random: inout SeededGenerator
  ) {
    let begin = schedule.minute(of: p)
    let length = board.minutes[p] * (1 + random.below(random.below(3) == 0 ? 24 : 4))
    schedule.forEachOccupant(of: cell.room, on: cell.day) {
      let q = $0.session.position
      if q != p, Int($0.begin) > begin, Int($0.begin) < begin + length { going.append(q) }
    }
  }

  /// Adds to both sides what is tied to them or stands where the other side goes.
  ///
  /// - Returns: whether it came to an end before the block was too large.
  private mutating func close(_ here: Cell, _ there: Cell, _ schedule: PricedSchedule) -> Bool {
    var (goingDone, comingDone) = (0, 0)
    while goingDone < going.count || comingDone < coming.count {
      guard going.count + coming.count <= Self.mostSteps else { return false }
      if goingDone < going.count {
        let p = going[goingDone]
        goingDone += 1
        Self.addMates(of: p, in: here, to: &going, tracks, schedule)
        addMet(by: p, from: here, in: there, to: &coming, schedule)
      } else {
        let q = coming[comingDone]
        comingDone += 1
        Self.addMates(of: q, in: there, to: &coming, tracks, schedule)
        addMet(by: q, from: there, in: here, to: &going, schedule)
      }
    }
    return going.count + coming.count <= Self.mostSteps
  }

  private static func addMates(
    of p: SessionPosition, in cell: Cell, to side: inout [SessionPosition], _ tracks: Tracks,
    _ schedule: PricedSchedule
  ) {
    let mates = tracks.members[tracks.trackOf[p]]
    guard mates.count > 1 else { return }
    for q in mates
    where q != p && schedule.isPlaced(q) && schedule.room(of: q) == cell.room
      && schedule.day(of: q) == cell.day && !side.contains(q)
    { side.append(q) }
  }

  /// Adds those in a cell that a session of another cell would run into there.
  private func addMet(
    by p: SessionPosition, from old: Cell, in cell: Cell, to side: inout [SessionPosition],
    _ schedule: PricedSchedule
  ) {
    let minute = schedule.minute(of: p) + shift(from: old, to: cell)
    let end = minute + board.minutes[p]
    let gap = max(0, board.gap(between: cell.room, and: cell.room))
    schedule.forEachOccupant(of: cell.room, on: cell.day) {
      if minute - gap < Int($0.end), Int($0.begin) < end + gap {
        let q = $0.session.position
        if !side.contains(q) { side.append(q) }
      }
    }
  }

  private func shift(from old: Cell, to new: Cell) -> Int {
    board.starts.minutes(from: old.day, to: new.day)
  }

  private func add(
    _ side: [SessionPosition], from old: Cell, to new: Cell, _ schedule: PricedSchedule,
    _ steps: inout [PricedSchedule.Step]
  ) -> Bool {
    let shift = shift(from: old, to: new)
    for p in side {
      let start = board.starts.position(of: p, at: schedule.minute(of: p) + shift, day: new.day)
      guard !start.isNone, board.price(p, start, new.room) != nil else { return false }
      steps.append(PricedSchedule.Step(session: p, start: start, room: new.room))
    }
    return true
  }
}
