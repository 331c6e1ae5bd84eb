// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// A complete schedule that knows for every session and start what score there would break and
/// cost, as the others stand now.
///
/// So a move is priced in a few look-ups, and only moves that are made cost work: the tables of
/// sessions that deal with the moved one are brought up to date. `WorkingSchedule` prices the same
/// terms the plain way; this one is compared with it.
final class PricedSchedule {
  let board: PriceBoard
  private(set) var score: Score
  private let stands: Table<Stand>
  /// By session and start: dealings in time with the sessions that are placed.
  private let dealings: Table<Score>
  /// Sessions by room and day, in no order.
  private let occupants: Table<Occupant>
  private let occupantCount: Table<Int>
  /// Sessions that the change being priced takes elsewhere.
  private let isMoving: Table<Bool>
  private var groups: Counts
  private let arena = Arena()

  /// Where a session stands, all that moves ask for side by side in memory.
  struct Stand: BitwiseCopyable {
    /// The start among those of all sessions, -1 where the session is left out.
    var start: Int32 = -1
    var room: Int32 = -1
    var minute: Int32 = 0
    var end: Int32 = 0
    var day: Int32 = 0
    var cell: Int32 = 0
  }

  /// A session in a room, with the minutes between which it stands there.
  struct Occupant: BitwiseCopyable {
    var session: Int32 = 0
    var begin: Int32 = 0
    var end: Int32 = 0
  }

  /// One session's part in a move: where it is to stand. The flat tables of the inner loop are read by
  /// plain numbers.
  struct Step {
    var session: Int
    /// Position in the session's own list, -1 to leave it out.
    var start: Int
    /// Scenario index.
    var room: Int

    init(session: Int, start: Int, room: Int) {
      self.session = session
      self.start = start
      self.room = room
    }

    init(session: Int, at place: Assignment.Place, in problem: PlanningProblem) {
      self.init(
        session: session, start: place.start.index,
        room: problem.places[session].rooms[place.room])
    }
  }

  init(_ board: PriceBoard, _ assignment: Assignment) {
    self.board = board
    let problem = board.problem
    stands = arena.table(repeating: Stand(), count: board.count)
    dealings = arena.table(repeating: .zero, count: board.minuteOf.count)
    occupants = arena.table(
      repeating: Occupant(), count: board.rooms * board.days * board.count)
    occupantCount = arena.table(repeating: 0, count: board.rooms * board.days)
    isMoving = arena.table(repeating: false, count: board.count)
    groups = Counts(problem)
    score = groups.score
    for p in 0..<board.count { score += board.absence[p] }
    for (p, place) in assignment.places.enumerated() {
      guard let place else { continue }
      make([Step(session: p, at: place, in: problem)])
    }
  }

  var assignment: Assignment {
    Assignment(
      places: (0..<board.count).map { p in
        guard isPlaced(p) else { return nil }
        return board.problem.places[p].rooms.firstIndexSorted(room(of: p)).map {
          Assignment.Place(start: StartOption(start(of: p)), room: $0)
        }
      })
  }

  /// By the session's own list; only of those that are placed.
  @inline(__always) func start(of p: Int) -> Int {
    Int(stands[p].start) - board.firstStart[p]
  }
  @inline(__always) func room(of p: Int) -> Int { Int(stands[p].room) }
  @inline(__always) func isPlaced(_ p: Int) -> Bool { stands[p].start >= 0 }
  @inline(__always) func minute(of p: Int) -> Int { Int(stands[p].minute) }
  @inline(__always) func day(of p: Int) -> Int { Int(stands[p].day) }
  @inline(__always) func stand(of p: Int) -> Stand { stands[p] }

  /// The sessions in a room on a day.
  @inline(__always)
  func forEachOccupant(of room: Int, on day: Int, _ body: (Occupant) -> Void) {
    let cell = room * board.days + day
    for i in 0..<occupantCount[cell] { body(occupants[cell * board.count + i]) }
  }

  /// What a session deals with in time at one of its starts.
  @inline(__always)
  func dealings(of p: Int, at s: Int) -> Score { dealings[board.firstStart[p] + s] }

  /// That and the price of the place, which it must be able to take.
  @inline(__always)
  func worthInTime(_ p: Int, _ s: Int, _ r: Int) -> Score {
    let index = board.firstStart[p] + s
    var sum = dealings[index]
    sum.cost &+= board.price(ofStart: index, r)
    return sum
  }

  // MARK: Pricing a move

  /// What one step alone changes, but for the groups.
  func changeOfOne(_ step: Step) -> Score {
    changeInTime(step) + changeInRooms(step)
  }

  /// What several steps change together, but for the groups.
  func change(_ steps: [Step]) -> Score { changeInTime(steps) + changeInRooms(steps) }

  /// What one step alone changes in time and by the price of its place.
  @inline(__always)
  func changeInTime(_ step: Step) -> Score {
    let p = step.session
    let new = step.start >= 0 ? worthInTime(p, step.start, step.room) : board.absence[p]
    let old = isPlaced(p) ? worthInTime(p, start(of: p), room(of: p)) : board.absence[p]
    return new - old
  }

  /// What several steps change in time and by the prices of their places.
  func changeInTime(_ steps: [Step]) -> Score {
    var sum = changeInTime(steps[0])
    for i in 1..<max(1, steps.count) {
      sum += changeInTime(steps[i])
      for k in 0..<i { sum += pairChangeInTime(steps[k], steps[i]) }
    }
    return sum
  }

  /// What several steps change in rooms: who stands in whose way, and ties between rooms.
  func changeInRooms(_ steps: [Step]) -> Score {
    if steps.count == 1 { return changeInRooms(steps[0]) }
    var sum = Score.zero
    for i in 0..<steps.count { isMoving[steps[i].session] = true }
    for i in 0..<steps.count { sum += changeInRooms(steps[i]) }
    for i in 0..<steps.count { isMoving[steps[i].session] = false }
    for i in 1..<steps.count {
      for k in 0..<i { sum += pairChangeInRooms(steps[k], steps[i]) }
    }
    return sum
  }

  /// Whether any step is of a session that is tied to the room of another.
  @inline(__always)
  func touchesSameRooms(_ steps: [Step]) -> Bool {
    for i in 0..<steps.count where board.hasSameRooms[steps[i].session] { return true }
    return false
  }

  /// Whether any step touches a group term.
  func touchesGroups(_ steps: [Step]) -> Bool { steps.contains { board.hasGroups[$0.session] } }

  /// The most that group terms can give when these steps are made.
  func mostFromGroups(_ steps: [Step]) -> Score {
    var sum = Score.zero
    for step in steps { sum += board.mostFromGroups[step.session] }
    return sum
  }

  /// What steps change in the group terms.
  func groupChange(_ steps: [Step]) -> Score {
    let before = groups.score
    moveGroups(steps)
    let change = groups.score - before
    for step in steps where board.hasGroups[step.session] {
      tally(step.session, step.start, step.room, isIn: false)
    }
    for step in steps where board.hasGroups[step.session] {
      tallyStand(step.session, isIn: true)
    }
    return change
  }

  private func changeInRooms(_ step: Step) -> Score {
    let p = step.session
    let stand = stands[p]
    var sum = Score.zero
    if step.start >= 0 {
      let index = board.firstStart[p] + step.start
      let minute = board.minuteOf[index]
      sum.violations = roomConflicts(
        p, minute, minute + board.minutes[p], board.dayOf[index], step.room)
      if board.hasSameRooms[p] { sum += roomTies(p, step.room) }
    }
    guard stand.start >= 0 else { return sum }
    // Where nothing is broken, nobody stands in anybody's way.
    if score.violations != 0 {
      sum.violations -= roomConflicts(
        p, Int(stand.minute), Int(stand.end), Int(stand.day), Int(stand.room))
    }
    if board.hasSameRooms[p] { sum = sum - roomTies(p, Int(stand.room)) }
    return sum
  }

  private func roomConflicts(_ p: Int, _ minute: Int, _ end: Int, _ day: Int, _ r: Int) -> Int {
    var found = 0
    let firstDay = board.daysTouch ? max(0, day - 1) : day
    let lastDay = board.daysTouch ? min(board.days - 1, day + 1) : day
    for i in board.firstSharing[r]..<board.firstSharing[r + 1] {
      let (other, gap) = (board.sharing[i].x, board.sharing[i].y)
      let (from, until) = (Int32(minute - gap), Int32(end + gap))
      for d in firstDay...lastDay {
        let cell = other * board.days + d
        let first = cell * board.count
        for i in first..<first + occupantCount[cell] {
          let there = occupants[i]
          guard from < there.end, there.begin < until else { continue }
          let q = Int(there.session)
          if q != p && !isMoving[q] { found += 1 }
        }
      }
    }
    return found
  }

  private func roomTies(_ p: Int, _ r: Int) -> Score {
    var sum = Score.zero
    guard board.hasSameRooms[p] else { return sum }
    for i in board.sameRoomsOf[p] {
      let pair = board.sameRooms[i]
      let q = pair.partner(of: p)
      if !isMoving[q], isPlaced(q), room(of: q) != r { sum.charge(pair.price) }
    }
    return sum
  }

  /// What the steps of two sessions do to their dealings with each other, which `changeInTime` saw
  /// as if the other stayed in time.
  private func pairChangeInTime(_ a: Step, _ b: Step) -> Score {
    let (p, q) = (a.session, b.session)
    let pair = p * board.count + q
    guard board.overlapCost[pair] != 0 || board.requiredGap[pair] >= 0 || board.hasRelations[p]
    else { return .zero }
    let (s, t) = (startOrNone(of: p), startOrNone(of: q))
    return timeDealings(p, a.start, q, b.start) + timeDealings(p, s, q, t)
      - timeDealings(p, a.start, q, t) - timeDealings(p, s, q, b.start)
  }

  /// What they do to each other in rooms, which `changeInRooms` saw as if the other were gone.
  private func pairChangeInRooms(_ a: Step, _ b: Step) -> Score {
    let (p, q) = (a.session, b.session)
    let new = roomDealings(p, a.start, a.room, q, b.start, b.room)
    if score.violations == 0 && !board.hasSameRooms[p] { return new }
    return new
      - roomDealings(p, startOrNone(of: p), room(of: p), q, startOrNone(of: q), room(of: q))
  }

  private func startOrNone(of p: Int) -> Int { isPlaced(p) ? start(of: p) : -1 }

  private func timeDealings(_ p: Int, _ s: Int, _ q: Int, _ t: Int) -> Score {
    guard s >= 0, t >= 0 else { return .zero }
    let a = board.minuteOf[board.firstStart[p] + s]
    let b = board.minuteOf[board.firstStart[q] + t]
    var sum = Score.zero
    let pair = p * board.count + q
    let gap = board.requiredGap[pair]
    if gap >= 0, isTooClose(p, a, q, b, gap) { sum.violations += 1 }
    if isTooClose(p, a, q, b, 0) { sum.cost += board.overlapCost[pair] }
    guard board.hasRelations[p] else { return sum }
    for i in board.relationsOf[p] {
      let problem = board.problem
      let relation = board.relations[i]
      if relation.a == q || relation.b == q {
        let holds =
          relation.a == p
          ? problem.fits(relation, StartOption(s), StartOption(t))
          : problem.fits(relation, StartOption(t), StartOption(s))
        if !holds { sum.charge(relation.price) }
      }
    }
    return sum
  }

  private func roomDealings(_ p: Int, _ s: Int, _ r: Int, _ q: Int, _ t: Int, _ u: Int) -> Score {
    guard s >= 0, t >= 0 else { return .zero }
    var sum = Score.zero
    let gap = board.roomGap[r * board.rooms + u]
    if gap >= 0 {
      let a = board.minuteOf[board.firstStart[p] + s]
      let b = board.minuteOf[board.firstStart[q] + t]
      if isTooClose(p, a, q, b, gap) { sum.violations += 1 }
    }
    guard board.hasSameRooms[p] else { return sum }
    for i in board.sameRoomsOf[p] {
      let pair = board.sameRooms[i]
      if (pair.a == q || pair.b == q) && r != u { sum.charge(pair.price) }
    }
    return sum
  }

  @inline(__always)
  private func isTooClose(_ p: Int, _ a: Int, _ q: Int, _ b: Int, _ gap: Int) -> Bool {
    a < b + board.minutes[q] + gap && b < a + board.minutes[p] + gap
  }

  // MARK: Making a move

  /// Makes a move; `score` follows.
  func make(_ steps: [Step]) { make(steps, change: change(steps)) }

  /// Makes a move of which it is known what it changes but for the groups.
  func make(_ steps: [Step], change: Score) {
    let before = groups.score
    moveGroups(steps)
    let sum = change + (groups.score - before)
    for i in 0..<steps.count { relocate(steps[i]) }
    score += sum
  }

  private func moveGroups(_ steps: [Step]) {
    for step in steps where board.hasGroups[step.session] {
      tallyStand(step.session, isIn: false)
    }
    for step in steps where board.hasGroups[step.session] {
      tally(step.session, step.start, step.room, isIn: true)
    }
  }

  private func tallyStand(_ p: Int, isIn: Bool) {
    tally(p, startOrNone(of: p), room(of: p), isIn: isIn)
  }

  private func tally(_ p: Int, _ s: Int, _ r: Int, isIn: Bool) {
    guard s >= 0 else { return }
    let index = board.firstStart[p] + s
    let stay = Stay(start: board.minuteOf[index], day: board.dayOf[index], room: r)
    groups.change(p, at: stay, by: isIn ? 1 : -1)
  }

  private func relocate(_ step: Step) {
    let p = step.session
    let old = startOrNone(of: p)
    if old >= 0 { leaveRoom(p) }
    if step.start != old { changeDealings(p, from: old, to: step.start) }
    guard step.start >= 0 else {
      stands[p] = Stand()
      return
    }
    let index = board.firstStart[p] + step.start
    let minute = board.minuteOf[index]
    stands[p] = Stand(
      start: Int32(index), room: Int32(step.room), minute: Int32(minute),
      end: Int32(minute + board.minutes[p]), day: Int32(board.dayOf[index]),
      cell: board.cellOf[index])
    enterRoom(p)
  }

  private func leaveRoom(_ p: Int) {
    let cell = room(of: p) * board.days + day(of: p)
    let first = cell * board.count
    let last = occupantCount[cell] - 1
    for i in 0...last where Int(occupants[first + i].session) == p {
      occupants[first + i] = occupants[first + last]
      break
    }
    occupantCount[cell] = last
  }

  private func enterRoom(_ p: Int) {
    let stand = stands[p]
    let cell = Int(stand.room) * board.days + Int(stand.day)
    occupants[cell * board.count + occupantCount[cell]] = Occupant(
      session: Int32(p), begin: stand.minute, end: stand.end)
    occupantCount[cell] += 1
  }

  /// Brings the tables of all that deal with a session up to date with its new start.
  private func changeDealings(_ p: Int, from old: Int, to new: Int) {
    for i in board.firstPartner[p]..<board.firstPartner[p + 1] {
      let partner = board.partners[i]
      let first = board.firstStart[Int(partner.session)]
      if partner.overlaps >= 0 {
        let price = Score(violations: 0, cost: partner.price)
        charge(first, Int(partner.overlaps), old, .zero - price)
        charge(first, Int(partner.overlaps), new, price)
      }
      if partner.gaps >= 0 {
        charge(first, Int(partner.gaps), old, Score(violations: -1, cost: 0))
        charge(first, Int(partner.gaps), new, Score(violations: 1, cost: 0))
      }
    }
    guard board.hasRelations[p] else { return }
    for i in board.relationsOf[p] { changeRelation(board.relations[i], p, old, new) }
  }

  @inline(__always)
  private func charge(_ first: Int, _ conflicts: Int, _ s: Int, _ amount: Score) {
    guard s >= 0 else { return }
    let range = board.conflicts[conflicts + s]
    for t in Int(range.x)..<Int(range.y) {
      dealings[first + t].violations &+= amount.violations
      dealings[first + t].cost &+= amount.cost
    }
  }

  private func changeRelation(_ relation: TimeRelation, _ p: Int, _ old: Int, _ new: Int) {
    let q = relation.partner(of: p)
    let problem = board.problem
    var unit = Score.zero
    unit.charge(relation.price)
    let first = board.firstStart[q]
    func holds(_ s: Int, _ t: Int) -> Bool {
      s < 0
        || (relation.a == p
          ? problem.fits(relation, StartOption(s), StartOption(t))
          : problem.fits(relation, StartOption(t), StartOption(s)))
    }
    for t in 0..<board.startCount[q] {
      let (held, holds) = (holds(old, t), holds(new, t))
      if held && !holds { dealings[first + t] += unit }
      if !held && holds { dealings[first + t] = dealings[first + t] - unit }
    }
  }
}
