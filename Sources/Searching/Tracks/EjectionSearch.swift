// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// Looks for a first schedule in which nothing is broken, session by session.
///
/// A session that is out goes where what stands in its way weighs least, and that goes out in turn
/// (the ejection pool of Nagata and Bräysy, "A powerful route minimization heuristic", 2009). A session
/// weighs more each time it had to wait. Sessions that must share its room or day may be carried there
/// with it, each at its own hour, where that pushes less aside than putting them out would.
struct EjectionSearch {
  private let board: PriceBoard
  private let schedule: PricedSchedule
  private let obstacles: Obstacles
  private var random: SeededGenerator
  /// By session: those that must share its room, and those that must share its day, itself with them.
  private let roommates: TypedArray<SessionPosition, [SessionPosition]>
  private let daymates: TypedArray<SessionPosition, [SessionPosition]>
  private var weights: TypedArray<SessionPosition, Int>
  private var outside: [SessionPosition] = []
  private var steps = 0
  /// Pairs looked at so far, in units of a start looked at.
  var work: Int { steps / Self.pairsPerStart }

  private static let pairsPerStart = 8
  /// One choice in this many is left to chance.
  private static let chances = 50

  init(_ schedule: PricedSchedule, seed: UInt64) {
    board = schedule.board
    self.schedule = schedule
    obstacles = Obstacles(schedule)
    random = SeededGenerator(seed: seed)
    let problem = board.problem
    roommates = Self.mates(
      problem, problem.terms.sameRooms.all.filter { $0.price == nil }.map { ($0.a, $0.b) })
    daymates = Self.mates(
      problem,
      problem.terms.timeRelations.all.filter { $0.price == nil && $0.tiesTogether }
        .map { ($0.a, $0.b) })
    weights = TypedArray(repeating: 1, count: board.count)
  }

  private static func mates(
    _ problem: PlanningProblem, _ pairs: [(SessionPosition, SessionPosition)]
  ) -> TypedArray<SessionPosition, [SessionPosition]> {
    var sets = DisjointSets(count: problem.sessions.count)
    for (a, b) in pairs { sets.join(a.index, b.index) }
    let (setOf, count) = sets.numbered()
    var members: [[SessionPosition]] = Array(repeating: [], count: count)
    for p in problem.sessions.indices { members[setOf[p.index]].append(p) }
    return TypedArray(over: problem.sessions.indices) { members[setOf[$0.index]] }
  }

  /// Goes on until every session that must be placed is, or the work is done.
  mutating func run(mostWork: Int, isStopped: (_ work: Int) -> Bool) {
    outside = board.sessions.filter { mustBeIn($0) && !schedule.isPlaced($0) }
    let end = work + mostWork
    while !outside.isEmpty, work < end, !isStopped(work) {
      let p = outside[random.below(outside.count)]
      weights[p] += 1
      steps += Self.pairsPerStart
      if let step = cheapestPlace(for: p) { insert(step) }
    }
  }

  private func mustBeIn(_ p: SessionPosition) -> Bool { board.problem.unplacedCost[p] == nil }

  // MARK: Where to

  /// The place at which the least weight is in the way, any of several.
  private mutating func cheapestPlace(for p: SessionPosition) -> PricedSchedule.Step? {
    let inRoom = roomWeights(p)
    let onDay = dayWeights(p)
    let isChance = random.below(Self.chances) == 0
    let isEarly = random.below(2) == 0
    var best: (weight: Int, step: PricedSchedule.Step)?
    var ties = 0
    for s in board.starts(of: p) {
      let inTime = timeWeight(p, s) + onDay[board.dayOf[board.position(of: s, of: p)]]
      if !isChance, inTime > best?.weight ?? .max { continue }
      for i in board.firstRoom[p]..<board.firstRoom[p.next] {
        let room = board.roomOf[i]
        guard board.price(p, s, room) != nil else { continue }
        var weight = inTime + inRoom[room.index]
        if !isChance, weight > best?.weight ?? .max { continue }
        weight += occupantWeight(p, s, room)
        if isChance { weight = random.below(1 << 20) }
        if weight < best?.weight ?? .max {
          best = (weight, PricedSchedule.Step(session: p, start: s, room: room))
          ties = 1
        } else if weight == best?.weight {
          ties += 1
          if !isEarly, random.below(ties) == 0 {
            best?.step = PricedSchedule.Step(session: p, start: s, room: room)
          }
        }
      }
    }
    return best?.step
  }

  private mutating func timeWeight(_ p: SessionPosition, _ s: StartOption) -> Int {
    let start = board.position(of: s, of: p)
    // Where nothing is broken between those that stand, nothing here says that nothing is in the way.
    if schedule.dealings[start].violations == 0 { return 0 }
    let (minute, day) = (board.minuteOf[start], board.dayOf[start])
    var sum = 0
    for i in board.firstPartner[p]..<board.firstPartner[p.next] {
      let q = board.partners[i].session.position
      if obstacles.isTooNear(p, minute, q) { sum += weights[q] }
    }
    steps += board.firstPartner[p.next] - board.firstPartner[p]
    guard board.hasRelations[p] else { return sum }
    for i in board.firstRelation[p]..<board.firstRelation[p.next] {
      let relation = board.relations[i]
      let q = relation.partner.position
      guard relation.price == nil, schedule.isPlaced(q) else { continue }
      // What another day breaks is weighed once for all.
      if relation.kind.tiesTogether, schedule.day(of: q) != day { continue }
      if !schedule.holds(relation, p, s, schedule.start(of: q)) { sum += weights[q] }
    }
    steps += board.firstRelation[p.next] - board.firstRelation[p]
    return sum
  }

  private mutating func occupantWeight(
    _ p: SessionPosition, _ s: StartOption, _ room: RoomPosition
  ) -> Int {
    let start = board.position(of: s, of: p)
    let minute = board.minuteOf[start]
    return weight(
      in: room, from: minute, until: minute + board.minutes[p], day: board.dayOf[start],
      except: [])
  }

  private mutating func weight(
    in room: RoomPosition, from minute: Int, until end: Int, day: Int, except: [SessionPosition]
  ) -> Int {
    var (sum, seen) = (0, 0)
    obstacles.forEachOccupant(of: room, around: day) { there, gap in
      seen += 1
      if there.begin < Int32(end + gap), Int32(minute - gap) < there.end,
        !except.contains(there.session.position)
      {
        sum += weights[there.session.position]
      }
    }
    steps += seen
    return sum
  }

  /// By room: what goes out if those that must share the room stand elsewhere, or what they push aside
  /// when they come along.
  private mutating func roomWeights(_ p: SessionPosition) -> [Int] {
    var sums = Array(repeating: 0, count: board.rooms)
    let mates = roommates[p].filter { $0 != p && schedule.isPlaced($0) }
    guard let first = mates.first else { return sums }
    let all = mates.reduce(0) { $0 + weights[$1] }
    for i in board.firstRoom[p]..<board.firstRoom[p.next] {
      let room = board.roomOf[i]
      if schedule.room(of: first) == room { continue }
      var carried = 0
      for q in mates where carried < all {
        let stand = schedule.stand(of: q)
        if board.price(q, schedule.start(of: q), room) == nil {
          carried += weights[q]
        } else {
          carried += weight(
            in: room, from: Int(stand.minute), until: Int(stand.end), day: Int(stand.day),
            except: mates)
        }
      }
      sums[room.index] = min(all, carried)
    }
    return sums
  }

  /// The same by day.
  private mutating func dayWeights(_ p: SessionPosition) -> [Int] {
    var sums = Array(repeating: 0, count: board.days)
    let mates = daymates[p].filter { $0 != p && schedule.isPlaced($0) }
    guard let first = mates.first else { return sums }
    let all = mates.reduce(0) { $0 + weights[$1] }
    for day in 0..<board.days where schedule.day(of: first) != day {
      var carried = 0
      for q in mates where carried < all {
        let room = schedule.room(of: q)
        guard let s = sameHour(q, on: day), board.price(q, s, room) != nil else {
          carried += weights[q]
          continue
        }
        let minute = board.minuteOf[board.position(of: s, of: q)]
        carried += weight(
          in: room, from: minute, until: minute + board.minutes[q], day: day, except: mates)
      }
      sums[day] = min(all, carried)
    }
    return sums
  }

  /// The start of a placed session at its hour on another day.
  private func sameHour(_ q: SessionPosition, on day: Int) -> StartOption? {
    let days = board.problem.scenario.meeting.days
    let shift = (days[day].date.dayNumber - days[schedule.day(of: q)].date.dayNumber) * 1440
    return board.problem.places[q].starts.firstIndexSorted(schedule.minute(of: q) + shift)
  }

  // MARK: In, and out

  /// Puts a session in, carries along those that must share its room and day, and puts out what is in the way.
  private mutating func insert(_ step: PricedSchedule.Step) {
    let p = step.session
    let day = board.dayOf[board.position(of: step.start, of: p)]
    var carried: [PricedSchedule.Step] = []
    for q in Set(roommates[p] + daymates[p]).sorted() where q != p && schedule.isPlaced(q) {
      let isRoommate = roommates[p].contains(q)
      let isDaymate = daymates[p].contains(q)
      let room = isRoommate ? step.room : schedule.room(of: q)
      let start =
        isDaymate && schedule.day(of: q) != day ? sameHour(q, on: day) : schedule.start(of: q)
      if room == schedule.room(of: q) && start == schedule.start(of: q) { continue }
      takeOut(q)
      if let start, board.price(q, start, room) != nil {
        carried.append(PricedSchedule.Step(session: q, start: start, room: room))
      }
    }
    var settled: Set<SessionPosition> = []
    for step in [step] + carried { place(step, &settled) }
  }

  /// Places a session unless one that was just placed is in the way; all others make way.
  private mutating func place(
    _ step: PricedSchedule.Step, _ settled: inout Set<SessionPosition>
  ) {
    let inTheWay = obstacles.sessions(inTheWayOf: step)
    if inTheWay.contains(where: settled.contains) { return }
    for q in inTheWay { takeOut(q) }
    if board.hasGroups[step.session], !makeRoomInGroups(for: step, settled) { return }
    schedule.make([step])
    outside.removeAll { $0 == step.session }
    settled.insert(step.session)
  }

  /// Takes out sessions that are counted with one until no limit is passed.
  ///
  /// - Returns: whether that did it.
  private mutating func makeRoomInGroups(
    for step: PricedSchedule.Step, _ settled: Set<SessionPosition>
  ) -> Bool {
    let day = board.dayOf[board.position(of: step.start, of: step.session)]
    var counted = board.sessions.filter {
      board.hasGroups[$0] && schedule.isPlaced($0) && !settled.contains($0)
    }
    var excess = schedule.groupChange([step]).violations
    while excess > 0, !counted.isEmpty {
      steps += counted.count
      let near = counted.indices.filter { schedule.day(of: counted[$0]) == day }
      let chosen = near.isEmpty ? random.below(counted.count) : near[random.below(near.count)]
      let q = counted.remove(at: chosen)
      // Only those help that are counted in what is too much.
      let left = schedule.groupChange([step, PricedSchedule.Step(leavingOut: q)]).violations
      if left < excess {
        takeOut(q)
        excess = schedule.groupChange([step]).violations
      }
    }
    return excess <= 0
  }

  private mutating func takeOut(_ q: SessionPosition) {
    schedule.make([PricedSchedule.Step(leavingOut: q)])
    if mustBeIn(q) { outside.append(q) }
  }
}
