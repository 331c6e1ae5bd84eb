// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
  /// The problem of some sessions alone, every other one held where an assignment has it.
  ///
  /// What the held ones ask of a free session at a place becomes part of that place's price, or
  /// strikes it out; what ties many sessions together keeps the held ones as a count
  /// (`LimitTerm.held`, `DayCap.heldDays`, `RoomGroup.heldRooms`). Nothing is rounded: with the
  /// free sessions at places that are to be had, the whole costs `constant` more than the part, and
  /// breaks as many hard rules.
  ///
  /// - Returns: `nil` where the held sessions break a hard rule among themselves.
  func restricted(
    to free: [Int], given fixed: Assignment
  ) -> (problem: PlanningProblem, constant: Int)? {
    var rest = fixed
    for p in free { rest.places[p] = nil }
    var fold = Fold(self, free, rest)
    fold.foldPairs()
    fold.foldTies()
    fold.foldGroups()
    fold.foldMoves()
    fold.foldLeftOut()
    for p in fold.part.places.indices { fold.part.places[p].dropDeadStartsAndRooms() }
    let whole = WorkingSchedule(self, rest).standing
    let empty = WorkingSchedule(fold.part).standing
    guard whole.violations == empty.violations else { return nil }
    return (fold.part, whole.cost - empty.cost)
  }

  /// The places of the sessions of a part, as the part knows them; `nil` where one of them stands
  /// at a place that the part has struck out.
  func assignment(_ whole: Assignment, of free: [Int], in part: PlanningProblem) -> Assignment? {
    var own = Assignment(places: Array(repeating: nil, count: free.count))
    for (i, p) in free.enumerated() {
      guard let place = whole.places[p] else { continue }
      let table = part.places[i]
      guard let s = table.starts.firstIndexSorted(places[p].starts[place.start]),
        let r = table.rooms.firstIndexSorted(places[p].rooms[place.room]), table.price(s, r) != nil
      else { return nil }
      own.places[i] = .init(start: s, room: r)
    }
    return own
  }

  /// An assignment with the free sessions where a part's assignment has them.
  func assignment(
    _ own: Assignment, of free: [Int], in part: PlanningProblem, within whole: Assignment
  ) -> Assignment? {
    var result = whole
    for (i, p) in free.enumerated() {
      guard let place = own.places[i] else {
        result.places[p] = nil
        continue
      }
      let table = part.places[i]
      guard let s = places[p].starts.firstIndexSorted(table.starts[place.start]),
        let r = places[p].rooms.firstIndexSorted(table.rooms[place.room])
      else { return nil }
      result.places[p] = .init(start: s, room: r)
    }
    return result
  }
}

/// The part under construction.
private struct Fold {
  let whole: PlanningProblem
  let free: [Int]
  let rest: Assignment
  var part: PlanningProblem
  /// Position in the part of each session of the whole, -1 for the held ones.
  private var index: [Int]

  /// A held session that is placed.
  private struct Stay {
    let session: Int
    let start: Int
    let day: Int
    let room: Int
  }
  private let stays: [Stay]
  private let stayOf: [Int]

  init(_ whole: PlanningProblem, _ free: [Int], _ rest: Assignment) {
    self.whole = whole
    self.free = free
    self.rest = rest
    var index = Array(repeating: -1, count: whole.sessions.count)
    for (i, p) in free.enumerated() { index[p] = i }
    self.index = index
    var stays: [Stay] = []
    var stayOf = Array(repeating: -1, count: whole.sessions.count)
    for (q, place) in rest.places.enumerated() {
      guard let place else { continue }
      let table = whole.places[q]
      stayOf[q] = stays.count
      stays.append(
        Stay(
          session: q, start: table.starts[place.start], day: table.days[place.start],
          room: table.rooms[place.room]))
    }
    self.stays = stays
    self.stayOf = stayOf
    part = whole
    part.sessions = free.map { whole.sessions[$0] }
    part.position = Dictionary(
      uniqueKeysWithValues: part.sessions.enumerated().map { ($1, $0) })
    part.minutes = free.map { whole.minutes[$0] }
    part.places = free.map { whole.places[$0] }
    part.unplacedCost = free.map { whole.unplacedCost[$0] }
    part.absenceCost = free.map { whole.absenceCost[$0] }
    part.overlapCost = whole.overlapCost.restricted(to: free)
    part.requiredGap = whole.requiredGap.restricted(to: free)
  }

  /// Overlaps, gaps and rooms taken.
  mutating func foldPairs() {
    let most = whole.roomGap.values.max() ?? -1
    for (i, p) in free.enumerated() {
      let minutes = whole.minutes[p]
      var table = part.places[i]
      for s in table.starts.indices {
        let start = table.starts[s]
        var price = 0
        for stay in stays {
          let q = stay.session
          let gap = max(0, most, whole.requiredGap[p, q])
          let end = stay.start + whole.minutes[q]
          guard start < end + gap, stay.start < start + minutes + gap else { continue }
          if whole.isTooClose(p, at: start, q, at: stay.start, gap: 0) {
            price += whole.overlapCost[p, q]
          }
          let required = whole.requiredGap[p, q]
          if required >= 0, whole.isTooClose(p, at: start, q, at: stay.start, gap: required) {
            price = -1
            break
          }
          for (r, room) in table.rooms.enumerated() {
            let turnover = whole.roomGap[room, stay.room]
            if turnover >= 0, whole.isTooClose(p, at: start, q, at: stay.start, gap: turnover) {
              table.strike(start: s, room: r)
            }
          }
        }
        for r in table.rooms.indices { table.charge(price, start: s, room: r) }
      }
      part.places[i] = table
    }
  }

  /// Links with one end held.
  mutating func foldTies() {
    part.relations = []
    for relation in whole.relations {
      let (a, b) = (index[relation.a], index[relation.b])
      switch (a >= 0, b >= 0) {
      case (true, true):
        part.relations.append(
          TimeRelation(
            a: a, b: b, kind: relation.kind, price: relation.price, line: relation.line))
      case (true, false): fold(relation, free: a, held: relation.b)
      case (false, true): fold(relation, free: b, held: relation.a)
      case (false, false): break
      }
    }
    part.sameRooms = []
    for pair in whole.sameRooms {
      let (a, b) = (index[pair.a], index[pair.b])
      if a >= 0, b >= 0 {
        part.sameRooms.append(SameRoom(a: a, b: b, price: pair.price, line: pair.line))
      } else if a >= 0 || b >= 0 {
        let other = stayOf[a >= 0 ? pair.b : pair.a]
        guard other >= 0 else { continue }
        let room = stays[other].room
        charge(max(a, b), pair.price) { $0.room != room }
      }
    }
  }

  private mutating func fold(_ relation: TimeRelation, free i: Int, held q: Int) {
    guard stayOf[q] >= 0 else { return }
    let stay = stays[stayOf[q]]
    let (own, other) = (part.minutes[i], whole.minutes[q])
    let heldIsFirst = relation.a == q
    charge(i, relation.price) { place in
      let holds =
        heldIsFirst
        ? relation.holds(stay.start, stay.day, other, place.start, place.day, own)
        : relation.holds(place.start, place.day, own, stay.start, stay.day, other)
      return !holds
    }
  }

  /// Limits, day caps and room groups: a lone free member pays in its place table.
  mutating func foldGroups() {
    part.limits = whole.limits.compactMap { limit in
      let members = inside(limit.members)
      guard !members.isEmpty else { return nil }
      var own = LimitTerm(
        id: limit.id, members: members, rooms: limit.rooms, atMost: limit.atMost,
        scope: limit.scope, price: limit.price)
      own.held = limit.members.compactMap { q in
        guard stayOf[q] >= 0, limit.rooms?.contains(stays[stayOf[q]].room) ?? true else {
          return nil
        }
        let stay = stays[stayOf[q]]
        return HeldStay(start: stay.start, day: stay.day, minutes: whole.minutes[q])
      }
      return members.count + own.held.count > limit.atMost ? own : nil
    }
    part.dayCaps = []
    for cap in whole.dayCaps {
      let members = inside(cap.members)
      guard !members.isEmpty else { continue }
      let held = cap.members.compactMap { stayOf[$0] < 0 ? nil : stays[stayOf[$0]].day }
      guard members.count + held.count > cap.atMost else { continue }
      if members.count == 1 {
        var counts = Array(repeating: 0, count: whole.scenario.meeting.days.count)
        for day in held { counts[day] += 1 }
        charge(members[0], cap.price) { counts[$0.day] >= cap.atMost }
      } else {
        part.dayCaps.append(
          DayCap(
            name: cap.name, members: members, atMost: cap.atMost, price: cap.price, heldDays: held))
      }
    }
    part.roomGroups = []
    for group in whole.roomGroups {
      let members = inside(group.members)
      guard !members.isEmpty else { continue }
      let held = Set(group.members.compactMap { stayOf[$0] < 0 ? nil : stays[stayOf[$0]].room })
      guard members.count > 1 || !held.isEmpty else { continue }
      if members.count == 1 {
        charge(members[0], group.price) { !held.contains($0.room) }
      } else {
        part.roomGroups.append(
          RoomGroup(
            name: group.name, members: members, price: group.price, heldRooms: held.sorted()))
      }
    }
  }

  /// The allowance that the held sessions leave.
  mutating func foldMoves() {
    guard let cap = whole.maxMoves else { return }
    var moved = 0
    var homes: [MoveCap.Home] = []
    for home in cap.homes {
      if index[home.session] >= 0 {
        homes.append(MoveCap.Home(session: index[home.session], place: home.place))
        continue
      }
      let stay = stayOf[home.session] < 0 ? nil : stays[stayOf[home.session]]
      if stay?.start != home.place?.start || stay?.room != home.place?.room { moved += 1 }
    }
    part.maxMoves = MoveCap(homes: homes, atMost: max(0, cap.atMost - moved))
  }

  /// The same for what may be left out.
  mutating func foldLeftOut() {
    part.leftOutCaps = whole.leftOutCaps.compactMap { cap in
      let members = inside(cap.members)
      guard !members.isEmpty else { return nil }
      let out = cap.members.count { index[$0] < 0 && stayOf[$0] < 0 }
      return LeftOutCap(members: members, atMost: max(0, cap.atMost - out))
    }
  }

  private func inside(_ members: [Int]) -> [Int] {
    members.compactMap { index[$0] < 0 ? nil : index[$0] }
  }

  /// Charges a price, or strikes out where there is none, at some places.
  private mutating func charge(
    _ i: Int, _ price: Int?,
    where isCharged: ((start: Int, day: Int, room: Int)) -> Bool
  ) {
    var table = part.places[i]
    for s in table.starts.indices {
      for (r, room) in table.rooms.enumerated() where table.price(s, r) != nil {
        guard isCharged((table.starts[s], table.days[s], room)) else { continue }
        table.charge(price ?? -1, start: s, room: r)
      }
    }
    part.places[i] = table
  }
}

extension PlaceTable {
  /// Makes a place not to be had.
  mutating func strike(start: Int, room: Int) { prices[start * rooms.count + room] = -1 }

  /// Adds to a place's price; -1 strikes it out.
  fileprivate mutating func charge(_ price: Int, start: Int, room: Int) {
    if price < 0 {
      strike(start: start, room: room)
    } else {
      add(price, start: start, room: room)
    }
  }
}
