// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// What a plan of rooms gives a room to: sessions that must share one together, and every other session by
/// itself; with what each place costs and takes.
///
/// A place is a bin: a room on one day, or, for sessions that may spread over the days, a room.
struct RoomUnits {
  /// The sessions of each unit.
  let members: [[SessionPosition]]
  /// By unit, the group whose rooms are counted; -1 for none.
  let groupOf: [Int]
  /// By group, the price of each room beyond the first.
  let groupPrice: [Int]
  /// By group, its units.
  let unitsOf: [[Int]]
  /// Days of the meeting; bin `room × (days + 1) + day`, `days` itself for a room on any day.
  let days: Int
  let rooms: Int
  /// By unit and bin, the least that its sessions cost there; -1 where it cannot be.
  let price: [[Int]]
  /// By unit, the bins that it may take.
  let bins: [[Int]]
  /// By unit and room, the moments that its sessions take, turnover included.
  let load: [[Int]]
  /// By room and day, the moments at which the room can be used.
  let capacity: [[Int]]
  /// By unit, what it pays at least beside others on one day, in different rooms.
  let clashes: [[(unit: Int, price: Int)]]

  /// Whether tracks, three sessions or more that have or want one room, are most of a meeting.
  static func areMost(of problem: PlanningProblem) -> Bool {
    var isTied = TypedArray<SessionPosition, Bool>(repeating: false, count: problem.sessions.count)
    for group in problem.terms.roomGroups.all where group.members.count > 2 {
      for p in group.members { isTied[p] = true }
    }
    for members in problem.tiedByRoom where members.count > 2 {
      for p in members { isTied[p] = true }
    }
    let tied = isTied.count { $0 }
    return tied > 2 && 2 * tied >= isTied.count && problem.scenario.rooms.count > 1
  }

  init(_ problem: PlanningProblem) {
    let (members, isOneDay) = problem.roomUnits
    let groups = problem.terms.roomGroups.all
    let memberships = problem.memberships(groups.map(\.members))
    let groupOf = members.map { unit in
      memberships[unit[0]].first { group in
        unit.allSatisfy { memberships[$0].contains(group) }
      } ?? -1
    }
    let days = problem.scenario.meeting.days.count
    let rooms = problem.scenario.rooms.count
    self.members = members
    self.groupOf = groupOf
    groupPrice = groups.map(\.price)
    var unitsOf: [[Int]] = Array(repeating: [], count: groups.count)
    for (u, group) in groupOf.enumerated() where group >= 0 { unitsOf[group].append(u) }
    self.unitsOf = unitsOf
    self.days = days
    self.rooms = rooms
    let price = members.indices.map { u in
      problem.binPrices(members[u], isOneDay: isOneDay[u], days: days, rooms: rooms)
    }
    self.price = price
    bins = price.map { list in list.indices.filter { list[$0] >= 0 } }
    let samples = TimeSamples(problem, seesSlots: false)
    load = problem.roomLoads(members, samples)
    capacity = problem.usableMoments(samples, days: days)
    clashes = problem.clashes(members, isOneDay, samples, capacity)
  }
}

extension PlanningProblem {
  /// The sessions that must share a room, sets of two or more.
  fileprivate var tiedByRoom: [[SessionPosition]] {
    var sets = DisjointSets(count: sessions.count)
    for pair in terms.sameRooms.all where pair.price == nil {
      sets.join(pair.a.index, pair.b.index)
    }
    return sets.lists().map { $0.map { SessionPosition($0) } }
  }

  /// Sessions by what must share a room, and whether each set keeps one day.
  fileprivate var roomUnits: (members: [[SessionPosition]], isOneDay: [Bool]) {
    var days = DisjointSets(count: sessions.count)
    for relation in terms.timeRelations.all where relation.price == nil && relation.kind == .sameDay
    {
      days.join(relation.a.index, relation.b.index)
    }
    let (dayOf, _) = days.numbered()
    let tied = tiedByRoom
    let inTrack = Set(tied.flatMap(\.self))
    let members = tied + sessions.indices.filter { !inTrack.contains($0) }.map { [$0] }
    return (members, members.map { unit in Set(unit.map { dayOf[$0.index] }).count == 1 })
  }

  /// What some sessions cost at least in each bin, together.
  fileprivate func binPrices(
    _ members: [SessionPosition], isOneDay: Bool, days: Int, rooms: Int
  ) -> [Int] {
    var sums = Array(repeating: 0, count: rooms * (days + 1))
    for p in members {
      var least = Array(repeating: -1, count: sums.count)
      for (r, room) in places[p].rooms.enumerated() {
        for (s, day) in places[p].days.enumerated() {
          guard let price = places[p].price(s, r) else { continue }
          let bin = room.index * (days + 1) + (isOneDay ? day : days)
          least[bin] = least[bin] < 0 ? price : min(least[bin], price)
        }
      }
      for bin in sums.indices where sums[bin] >= 0 {
        sums[bin] = least[bin] < 0 ? -1 : sums[bin] + least[bin]
      }
    }
    return sums
  }

  /// By unit and room, the least moments that its sessions meet, the room's turnover included.
  fileprivate func roomLoads(_ members: [[SessionPosition]], _ samples: TimeSamples) -> [[Int]] {
    let rests = rooms.map { max(0, roomGap[$0, $0]) }
    let kinds = Set(rests).sorted()
    return members.map { unit in
      let byRest = kinds.map { rest in
        unit.reduce(0) { sum, p in
          let least = places[p].starts.map {
            samples.met(from: $0, minutes: minutes[p] + rest).count
          }.min()
          return sum + (least ?? 0)
        }
      }
      return rests.map { byRest[kinds.firstIndex(of: $0) ?? 0] }
    }
  }

  /// By room and day, the moments at which any session can be there.
  fileprivate func usableMoments(_ samples: TimeSamples, days: Int) -> [[Int]] {
    rooms.map { room in
      var dayOf = Array(repeating: -1, count: samples.minutes.count)
      for p in sessions.indices {
        let table = places[p]
        guard let r = table.rooms.firstIndexSorted(room) else { continue }
        let stay = minutes[p] + max(0, roomGap[room, room])
        for (s, start) in table.starts.enumerated() where table.price(s, r) != nil {
          for m in samples.met(from: start, minutes: stay) { dayOf[m] = table.days[s] }
        }
      }
      return (0..<days).map { day in dayOf.count { $0 == day } }
    }
  }

  /// By track, those that share too much of a day with it to run one after the other, and what the rest
  /// of both pays for running at once.
  fileprivate func clashes(
    _ members: [[SessionPosition]], _ isOneDay: [Bool], _ samples: TimeSamples, _ capacity: [[Int]]
  ) -> [[(unit: Int, price: Int)]] {
    let day = capacity.flatMap(\.self).max() ?? 0
    let loads = members.map { unit in
      unit.reduce(0) {
        $0 + samples.met(from: places[$1].starts.first ?? 0, minutes: minutes[$1]).count
      }
    }
    var result: [[(unit: Int, price: Int)]] = Array(repeating: [], count: members.count)
    let tracks = members.indices.filter { isOneDay[$0] && members[$0].count > 2 }
    for u in tracks {
      for v in tracks where v > u {
        let excess = loads[u] + loads[v] - day
        guard excess > 0 else { continue }
        var sum = 0
        for p in members[u] { for q in members[v] { sum += overlapCost[p, q] } }
        let pairs = members[u].count * members[v].count
        // So many of the shorter track's sessions run beside another one.
        let beside = excess * members[v].count / max(1, loads[v])
        let price = sum * min(beside, members[u].count) / pairs
        guard price > 0 else { continue }
        result[u].append((v, price))
        result[v].append((u, price))
      }
    }
    return result
  }
}
