// SPDX-License-Identifier: GPL-3.0-or-later

/// A complete schedule that knows for every session and start what standing there would break and
/// cost, as the others stand now.
///
/// So a move is priced in a few look-ups, and only moves that are made cost work: the tables of
/// those that deal with the moved session are brought up to date. `WorkingSchedule` prices the same
/// terms the plain way and is what this is held against.
final class PricedSchedule {
  let board: PriceBoard
  private(set) var standing: Standing
  /// Each session's start by its own list, -1 where it is left out.
  private let start: Table<Int>
  private let room: Table<Int>
  /// By session and start: dealings in time with the sessions that are placed.
  private let dealings: Table<Standing>
  /// Sessions by room and day, in no order.
  private let occupants: Table<Int32>
  private let occupantCount: Table<Int>
  /// Sessions that the change being priced takes elsewhere.
  private let isMoving: Table<Bool>
  private var groups: GroupTallies
  private let arena = Arena()

  /// One session's part in a move: where it is to stand.
  struct Step {
    var session: Int
    /// -1 to leave it out.
    var start: Int
    var room: Int
  }

  init(_ board: PriceBoard, _ assignment: Assignment) {
    self.board = board
    let problem = board.problem
    start = arena.table(repeating: -1, count: board.count)
    room = arena.table(repeating: -1, count: board.count)
    dealings = arena.table(repeating: .zero, count: board.minuteOf.count)
    occupants = arena.table(repeating: 0, count: board.rooms * board.days * board.count)
    occupantCount = arena.table(repeating: 0, count: board.rooms * board.days)
    isMoving = arena.table(repeating: false, count: board.count)
    groups = GroupTallies(problem)
    standing = groups.standing
    for p in 0..<board.count { standing += board.absence[p] }
    for (p, place) in assignment.places.enumerated() {
      guard let place else { continue }
      make([Step(session: p, start: place.start, room: problem.places[p].rooms[place.room])])
    }
  }

  var assignment: Assignment {
    Assignment(
      places: (0..<board.count).map { p in
        guard start[p] >= 0 else { return nil }
        return .init(
          start: start[p], room: Int(board.roomPosition[p * board.rooms + room[p]]))
      })
  }

  @inline(__always) func start(of p: Int) -> Int { start[p] }
  @inline(__always) func room(of p: Int) -> Int { room[p] }
  @inline(__always) func isPlaced(_ p: Int) -> Bool { start[p] >= 0 }
  @inline(__always) func minute(of p: Int) -> Int { board.minuteOf[board.firstStart[p] + start[p]] }
  @inline(__always) func day(of p: Int) -> Int { board.dayOf[board.firstStart[p] + start[p]] }

  /// The sessions in a room on a day.
  @inline(__always)
  func forEachOccupant(of room: Int, on day: Int, _ body: (Int) -> Void) {
    let cell = room * board.days + day
    for i in 0..<occupantCount[cell] { body(Int(occupants[cell * board.count + i])) }
  }

  /// What a session deals with in time at one of its starts.
  @inline(__always)
  func dealings(of p: Int, at s: Int) -> Standing { dealings[board.firstStart[p] + s] }

  /// That and the price of the place, which it must be able to take.
  @inline(__always)
  func worthInTime(_ p: Int, _ s: Int, _ r: Int) -> Standing {
    var sum = dealings[board.firstStart[p] + s]
    sum.cost += board.price(p, s, r) ?? 0
    return sum
  }

  // MARK: Pricing a move

  /// What one step alone changes, but for the groups.
  @inline(__always)
  func changeOfOne(_ step: Step) -> Standing {
    worth(step.session, step.start, step.room)
      - worth(step.session, start[step.session], room[step.session])
  }

  /// What one step alone changes in time and by the price of its place: what its room breaks and
  /// the groups only add to that where the session stands well now.
  @inline(__always)
  func changeInTime(_ step: Step) -> Standing {
    let p = step.session
    let (old, new) = (start[p], step.start)
    guard old >= 0, new >= 0 else { return changeOfOne(step) }
    let first = board.firstStart[p]
    var sum = dealings[first + new] - dealings[first + old]
    sum.cost += (board.price(p, new, step.room) ?? 0) - (board.price(p, old, room[p]) ?? 0)
    return sum
  }

  /// What several steps change together, but for the groups.
  func change(_ steps: [Step]) -> Standing {
    if steps.count == 1 { return changeOfOne(steps[0]) }
    var sum = Standing.zero
    for step in steps { isMoving[step.session] = true }
    for step in steps { sum += changeOfOne(step) }
    for step in steps { isMoving[step.session] = false }
    for (i, a) in steps.enumerated() {
      for b in steps[(i + 1)...] { sum += pairChange(a, b) }
    }
    return sum
  }

  /// Whether any step touches a group term.
  func touchesGroups(_ steps: [Step]) -> Bool { steps.contains { board.hasGroups[$0.session] } }

  /// The most that group terms can give when these steps are made.
  func mostFromGroups(_ steps: [Step]) -> Standing {
    var sum = Standing.zero
    for step in steps { sum += board.mostFromGroups[step.session] }
    return sum
  }

  /// What steps change in the group terms.
  func groupChange(_ steps: [Step]) -> Standing {
    let before = groups.standing
    moveGroups(steps)
    let change = groups.standing - before
    for step in steps where board.hasGroups[step.session] {
      tally(step.session, step.start, step.room, isIn: false)
    }
    for step in steps where board.hasGroups[step.session] {
      tally(step.session, start[step.session], room[step.session], isIn: true)
    }
    return change
  }

  private func worth(_ p: Int, _ s: Int, _ r: Int) -> Standing {
    guard s >= 0 else { return board.absence[p] }
    let index = board.firstStart[p] + s
    var sum = dealings[index]
    sum.cost += board.price(p, s, r) ?? 0
    sum.violations += roomConflicts(p, board.minuteOf[index], board.dayOf[index], r)
    if board.hasSameRooms[p] { sum += roomTies(p, r) }
    return sum
  }

  private func roomConflicts(_ p: Int, _ minute: Int, _ day: Int, _ r: Int) -> Int {
    var found = 0
    let end = minute + board.minutes[p]
    let firstDay = board.daysTouch ? max(0, day - 1) : day
    let lastDay = board.daysTouch ? min(board.days - 1, day + 1) : day
    for i in board.firstSharing[r]..<board.firstSharing[r + 1] {
      let (other, gap) = (board.sharing[i].x, board.sharing[i].y)
      for d in firstDay...lastDay {
        let cell = other * board.days + d
        for i in 0..<occupantCount[cell] {
          let q = Int(occupants[cell * board.count + i])
          if q == p || isMoving[q] { continue }
          let begin = self.minute(of: q)
          if minute < begin + board.minutes[q] + gap && begin < end + gap { found += 1 }
        }
      }
    }
    return found
  }

  private func roomTies(_ p: Int, _ r: Int) -> Standing {
    var sum = Standing.zero
    guard board.hasSameRooms[p] else { return sum }
    for i in board.sameRoomsOf[p] {
      let pair = board.problem.sameRooms[i]
      let q = pair.a == p ? pair.b : pair.a
      if !isMoving[q], room[q] >= 0, room[q] != r { sum.charge(pair.price) }
    }
    return sum
  }

  /// What the steps of two sessions do to their dealings with each other, which `worth` saw as if
  /// the other stayed in time and was gone from its room.
  private func pairChange(_ a: Step, _ b: Step) -> Standing {
    let (p, q) = (a.session, b.session)
    var sum =
      roomDealings(p, a.start, a.room, q, b.start, b.room)
      - roomDealings(p, start[p], room[p], q, start[q], room[q])
    let pair = p * board.count + q
    if board.overlapCost[pair] != 0 || board.requiredGap[pair] >= 0 || board.hasRelations[p] {
      sum +=
        timeDealings(p, a.start, q, b.start) + timeDealings(p, start[p], q, start[q])
        - timeDealings(p, a.start, q, start[q]) - timeDealings(p, start[p], q, b.start)
    }
    return sum
  }

  private func timeDealings(_ p: Int, _ s: Int, _ q: Int, _ t: Int) -> Standing {
    guard s >= 0, t >= 0 else { return .zero }
    let a = board.minuteOf[board.firstStart[p] + s]
    let b = board.minuteOf[board.firstStart[q] + t]
    var sum = Standing.zero
    let pair = p * board.count + q
    let gap = board.requiredGap[pair]
    if gap >= 0, isTooClose(p, a, q, b, gap) { sum.violations += 1 }
    if isTooClose(p, a, q, b, 0) { sum.cost += board.overlapCost[pair] }
    guard board.hasRelations[p] else { return sum }
    for i in board.relationsOf[p] {
      let problem = board.problem
      let relation = problem.relations[i]
      if relation.a == q || relation.b == q {
        let holds = relation.a == p ? problem.fits(relation, s, t) : problem.fits(relation, t, s)
        if !holds { sum.charge(relation.price) }
      }
    }
    return sum
  }

  private func roomDealings(_ p: Int, _ s: Int, _ r: Int, _ q: Int, _ t: Int, _ u: Int) -> Standing
  {
    guard s >= 0, t >= 0 else { return .zero }
    var sum = Standing.zero
    let gap = board.roomGap[r * board.rooms + u]
    if gap >= 0 {
      let a = board.minuteOf[board.firstStart[p] + s]
      let b = board.minuteOf[board.firstStart[q] + t]
      if isTooClose(p, a, q, b, gap) { sum.violations += 1 }
    }
    guard board.hasSameRooms[p] else { return sum }
    for i in board.sameRoomsOf[p] {
      let pair = board.problem.sameRooms[i]
      if (pair.a == q || pair.b == q) && r != u { sum.charge(pair.price) }
    }
    return sum
  }

  @inline(__always)
  private func isTooClose(_ p: Int, _ a: Int, _ q: Int, _ b: Int, _ gap: Int) -> Bool {
    a < b + board.minutes[q] + gap && b < a + board.minutes[p] + gap
  }

  // MARK: Making a move

  /// Makes a move; `standing` follows.
  func make(_ steps: [Step]) {
    let before = groups.standing
    var sum = change(steps)
    moveGroups(steps)
    sum += groups.standing - before
    for step in steps { relocate(step) }
    standing += sum
  }

  private func moveGroups(_ steps: [Step]) {
    for step in steps where board.hasGroups[step.session] {
      tally(step.session, start[step.session], room[step.session], isIn: false)
    }
    for step in steps where board.hasGroups[step.session] {
      tally(step.session, step.start, step.room, isIn: true)
    }
  }

  private func tally(_ p: Int, _ s: Int, _ r: Int, isIn: Bool) {
    guard s >= 0 else { return }
    let index = board.firstStart[p] + s
    let (minute, day) = (board.minuteOf[index], board.dayOf[index])
    if isIn {
      _ = groups.put(p, start: minute, day: day, room: r)
    } else {
      _ = groups.take(p, start: minute, day: day, room: r)
    }
  }

  private func relocate(_ step: Step) {
    let p = step.session
    let old = start[p]
    if old >= 0 { leaveRoom(p) }
    if step.start != old { changeDealings(p, from: old, to: step.start) }
    start[p] = step.start
    room[p] = step.start >= 0 ? step.room : -1
    if step.start >= 0 { enterRoom(p) }
  }

  private func leaveRoom(_ p: Int) {
    let cell = room[p] * board.days + day(of: p)
    let first = cell * board.count
    let last = occupantCount[cell] - 1
    for i in 0...last where Int(occupants[first + i]) == p {
      occupants[first + i] = occupants[first + last]
      break
    }
    occupantCount[cell] = last
  }

  private func enterRoom(_ p: Int) {
    let cell = room[p] * board.days + day(of: p)
    occupants[cell * board.count + occupantCount[cell]] = Int32(p)
    occupantCount[cell] += 1
  }

  /// Brings the tables of all that deal with a session up to date with its new start.
  private func changeDealings(_ p: Int, from old: Int, to new: Int) {
    for i in board.firstPartner[p]..<board.firstPartner[p + 1] {
      let partner = board.partners[i]
      let first = board.firstStart[Int(partner.session)]
      if partner.overlaps >= 0 {
        let price = Standing(violations: 0, cost: partner.price)
        charge(first, Int(partner.overlaps), old, .zero - price)
        charge(first, Int(partner.overlaps), new, price)
      }
      if partner.gaps >= 0 {
        charge(first, Int(partner.gaps), old, Standing(violations: -1, cost: 0))
        charge(first, Int(partner.gaps), new, Standing(violations: 1, cost: 0))
      }
    }
    guard board.hasRelations[p] else { return }
    for i in board.relationsOf[p] { changeRelation(board.problem.relations[i], p, old, new) }
  }

  @inline(__always)
  private func charge(_ first: Int, _ conflicts: Int, _ s: Int, _ amount: Standing) {
    guard s >= 0 else { return }
    let range = board.conflicts[conflicts + s]
    for t in Int(range.x)..<Int(range.y) {
      dealings[first + t].violations &+= amount.violations
      dealings[first + t].cost &+= amount.cost
    }
  }

  private func changeRelation(_ relation: TimeRelation, _ p: Int, _ old: Int, _ new: Int) {
    let q = relation.a == p ? relation.b : relation.a
    let problem = board.problem
    var unit = Standing.zero
    unit.charge(relation.price)
    let first = board.firstStart[q]
    func holds(_ s: Int, _ t: Int) -> Bool {
      s < 0 || (relation.a == p ? problem.fits(relation, s, t) : problem.fits(relation, t, s))
    }
    for t in 0..<board.startCount[q] {
      let (held, holds) = (holds(old, t), holds(new, t))
      if held && !holds { dealings[first + t] += unit }
      if !held && holds { dealings[first + t] = dealings[first + t] - unit }
    }
  }
}
