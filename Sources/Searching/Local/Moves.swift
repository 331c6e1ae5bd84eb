// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// Draws the moves that the local search tries.
///
/// Where rooms are nearly full, a session alone can go nowhere. So most moves exchange what stands
/// in two windows of the same length: a session against those that it would displace, a run of
/// sessions against a run, or two neighbours in one room against each other.
struct Moves {
  private let board: PriceBoard
  private let movable: [SessionPosition]
  private var random: SeededGenerator
  /// The move drawn last; kept to save its memory.
  private(set) var steps: [PricedSchedule.Step] = []
  private var found: [SessionPosition] = []
  private var run: [SessionPosition] = []
  private var blocks: BlockMoves
  /// Looks for exchanges and places that are good enough.
  var candidates: CandidateList

  /// One move in this many of a session takes a block along: all that is tied to it, or a run. Large
  /// blocks take as long to price as hundreds of other moves.
  private static let (movesPerTrack, movesPerRun) = (24, 64)
  /// No other move takes more sessions along.
  private static let mostSteps = 8

  init(_ board: PriceBoard, seed: UInt64) {
    self.board = board
    random = SeededGenerator(seed: seed)
    blocks = BlockMoves(board)
    candidates = CandidateList(board, violationPrice: 1)
    movable = board.sessions.filter { !board.problem.places[$0].isEmpty }
    steps.reserveCapacity(BlockMoves.mostSteps)
  }

  var isEmpty: Bool { movable.isEmpty }

  mutating func fraction() -> Double { random.fraction() }

  /// Draws a move into `steps`; false where the draw came to nothing, or it is plain that the move adds
  /// more than `allowed`.
  mutating func draw(for schedule: PricedSchedule, allowed: Double = .infinity) -> Bool {
    steps.removeAll(keepingCapacity: true)
    let p = movable[random.below(movable.count)]
    guard schedule.isPlaced(p) else { return drawInsertion(p, schedule) }
    if random.below(blocks.isTied(p) ? Self.movesPerTrack : Self.movesPerRun) == 0 {
      return blocks.draw(p, schedule, into: &steps, &random)
    }
    switch random.below(16) {
    case 0:
      guard board.problem.unplacedCost[p] != nil else { return drawPlace(p) }
      add(p, .none, .none)
      return true
    case 1, 2, 3: return drawRoom(p, schedule)
    case 4, 5, 6, 7: return drawSwap(p, schedule, allowed)
    case 8, 9, 10, 11, 12: return drawWindows(p, schedule)
    case 13: return drawOrder(p, schedule)
    default: return drawPlace(p)
    }
  }

  /// Draws into `steps` a move of one session that is good enough, if it has one: an exchange with one
  /// of its length, or a place of its own, that adds no more than `allowed`.
  mutating func drawGood(for schedule: PricedSchedule, allowed: Double) -> Bool {
    steps.removeAll(keepingCapacity: true)
    let p = movable[random.below(movable.count)]
    guard schedule.isPlaced(p) else { return drawInsertion(p, schedule) }
    if random.below(4) == 0 {
      guard let step = candidates.place(for: p, in: schedule, allowed: allowed, random: &random)
      else {
        return false
      }
      steps.append(step)
      return true
    }
    return candidates.addExchange(
      of: p, in: schedule, allowed: allowed, random: &random, to: &steps)
  }

  private mutating func add(_ p: SessionPosition, _ start: StartOption, _ room: RoomPosition) {
    steps.append(PricedSchedule.Step(session: p, start: start, room: room))
  }

  private mutating func randomPlace(_ p: SessionPosition) -> (
    start: StartOption, room: RoomPosition
  )? {
    for _ in 0..<8 {
      let start = StartOption(random.below(board.startCount[p]))
      let room = randomRoom(p)
      if board.price(p, start, room) != nil { return (start, room) }
    }
    return nil
  }

  private mutating func randomRoom(_ p: SessionPosition) -> RoomPosition {
    board.roomOf[board.firstRoom[p] + random.below(board.roomCount[p])]
  }

  private mutating func drawPlace(_ p: SessionPosition) -> Bool {
    guard let place = randomPlace(p) else { return false }
    add(p, place.start, place.room)
    return true
  }

  /// A session that is out goes in; now and then in the place of those that are there.
  private mutating func drawInsertion(_ p: SessionPosition, _ schedule: PricedSchedule) -> Bool {
    guard let place = randomPlace(p) else { return false }
    add(p, place.start, place.room)
    if random.below(2) == 0 { return true }
    let start = board.position(of: place.start, of: p)
    found.removeAll(keepingCapacity: true)
    Self.addOccupants(
      of: place.room, at: board.minuteOf[start], board.dayOf[start], p, board, schedule, to: &found)
    guard found.count < Self.mostSteps,
      found.allSatisfy({ board.problem.unplacedCost[$0] != nil })
    else { return false }
    for q in found { add(q, .none, .none) }
    return true
  }

  private mutating func drawRoom(_ p: SessionPosition, _ schedule: PricedSchedule) -> Bool {
    let room = randomRoom(p)
    let start = schedule.start(of: p)
    guard room != schedule.room(of: p), board.price(p, start, room) != nil else { return false }
    if random.below(2) == 0 {
      add(p, start, room)
      return true
    }
    run.removeAll(keepingCapacity: true)
    run.append(p)
    return exchange(by: 0, day: schedule.day(of: p), room, schedule)
  }

  /// Two sessions change places, and others make room for them.
  private mutating func drawSwap(
    _ p: SessionPosition, _ schedule: PricedSchedule, _ allowed: Double
  ) -> Bool {
    guard board.turnsRooms else {
      let q = movable[random.below(movable.count)]
      guard q != p, schedule.isPlaced(q) else { return false }
      let (a, b) = (schedule.stand(of: p), schedule.stand(of: q))
      return addIfAPlace(
        p, board.starts.position(of: p, inCell: Int(b.cell)), b.room.position)
        && addIfAPlace(q, board.starts.position(of: q, inCell: Int(a.cell)), a.room.position)
    }
    let first = board.firstPeer[p]
    let peers = board.firstPeer[p.next] - first
    guard peers > 0 else { return false }
    let q = board.peers[first + random.below(peers)].position
    return candidates.addExchange(
      p, q, in: schedule, most: CandidateList.most(allowed), to: &steps)
  }

  private mutating func addShifted(
    _ p: SessionPosition, to minute: Int, _ day: Int, _ room: RoomPosition
  ) -> Bool {
    addIfAPlace(p, board.starts.position(of: p, at: minute, day: day), room)
  }

  private mutating func addIfAPlace(
    _ p: SessionPosition, _ start: StartOption, _ room: RoomPosition
  ) -> Bool {
    guard !start.isNone, board.price(p, start, room) != nil else { return false }
    add(p, start, room)
    return true
  }

  /// A run of sessions, mostly one, goes where others stand, and those come in return.
  private mutating func drawWindows(_ p: SessionPosition, _ schedule: PricedSchedule) -> Bool {
    guard let place = randomPlace(p) else { return false }
    run.removeAll(keepingCapacity: true)
    run.append(p)
    while run.count < 4, random.below(4) == 0,
      let next = successor(of: run[run.count - 1], schedule)
    {
      run.append(next)
    }
    let start = board.position(of: place.start, of: p)
    return exchange(
      by: board.minuteOf[start] - schedule.minute(of: p), day: board.dayOf[start],
      place.room, schedule)
  }

  /// Moves a run of one room by some minutes into a room of a day, and what stands there back.
  private mutating func exchange(
    by shift: Int, day: Int, _ room: RoomPosition, _ schedule: PricedSchedule
  ) -> Bool {
    let oldDay = schedule.day(of: run[0])
    let oldRoom = schedule.room(of: run[0])
    for p in run {
      guard addShifted(p, to: schedule.minute(of: p) + shift, day, room) else { return false }
    }
    for p in run {
      found.removeAll(keepingCapacity: true)
      Self.addOccupants(
        of: room, at: schedule.minute(of: p) + shift, day, p, board, schedule, to: &found)
      for q in found where !steps.contains(where: { $0.session == q }) {
        guard steps.count < Self.mostSteps,
          addShifted(q, to: schedule.minute(of: q) - shift, oldDay, oldRoom)
        else { return false }
      }
    }
    return true
  }

  /// Adds those in a room, or in rooms that share its space, that a session at a minute runs into.
  ///
  /// It is handed what it fills: a closure that fills `found` would have all of `self` copied first.
  private static func addOccupants(
    of room: RoomPosition, at minute: Int, _ day: Int, _ p: SessionPosition, _ board: PriceBoard,
    _ schedule: PricedSchedule, to found: inout [SessionPosition]
  ) {
    let end = minute + board.minutes[p]
    for i in board.firstSharing[room]..<board.firstSharing[room.next] {
      let (other, gap) = (board.sharing[i].room, board.sharing[i].gap)
      schedule.forEachOccupant(of: other, on: day) { there in
        let q = there.session.position
        if q != p, minute - gap < Int(there.end), Int(there.begin) < end + gap {
          found.append(q)
        }
      }
    }
  }

  /// Two neighbours in a room change their order; together they begin and end as before.
  private mutating func drawOrder(_ p: SessionPosition, _ schedule: PricedSchedule) -> Bool {
    guard let q = successor(of: p, schedule) else { return false }
    let (day, room) = (schedule.day(of: p), schedule.room(of: p))
    let end = schedule.minute(of: q) + board.minutes[q]
    return addShifted(q, to: schedule.minute(of: p), day, room)
      && addShifted(p, to: end - board.minutes[p], day, room)
  }

  /// The next session in the same room on the same day.
  private func successor(of p: SessionPosition, _ schedule: PricedSchedule) -> SessionPosition? {
    let minute = schedule.minute(of: p)
    var next: (session: SessionPosition, minute: Int)?
    schedule.forEachOccupant(of: schedule.room(of: p), on: schedule.day(of: p)) { there in
      let begin = Int(there.begin)
      if begin > minute, begin < next?.minute ?? .max { next = (there.session.position, begin) }
    }
    return next?.session
  }
}
