// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
  /// The same problem with as few ties as it takes, and without the places that they rule out: the same
  /// schedules keep the hard rules, at the same costs.
  ///
  /// A link of a track to itself ties each of its sessions to each other. To share a room, or a day, is
  /// an equivalence, so one session of the track tied to each other one says as much, in a program of
  /// as many rows as sessions instead of their square (883 sessions in 55 tracks: 1,700 instead of
  /// 14,000 pairs). Only a count of what is broken would be another one.
  package var withFewestTies: PlanningProblem {
    var tied = self
    tied.keepTies()
    return tied
  }

  private mutating func keepTies() {
    var rooms = DisjointSets(count: sessions.count)
    terms.sameRooms.all = terms.sameRooms.all.filter { pair in
      guard pair.price == nil, arePlaced(pair.a, pair.b) else { return true }
      return rooms.join(pair.a.index, pair.b.index)
    }
    var days = DisjointSets(count: sessions.count)
    terms.timeRelations.all = terms.timeRelations.all.filter { relation in
      guard relation.price == nil, relation.kind == .sameDay, arePlaced(relation.a, relation.b)
      else { return true }
      return days.join(relation.a.index, relation.b.index)
    }
    for members in rooms.lists().map({ $0.map { SessionPosition($0) } }) {
      let shared = members.map { Set(places[$0].rooms) }.commonOnes()
      for p in members { places[p].keepRooms { shared.contains($0) } }
    }
    for members in days.lists().map({ $0.map { SessionPosition($0) } }) {
      let shared = members.map { Set(places[$0].days) }.commonOnes()
      for p in members { places[p].keepDays { shared.contains($0) } }
    }
  }

  /// Whether both must be placed: what may be left out ties nobody to anybody.
  private func arePlaced(_ a: SessionPosition, _ b: SessionPosition) -> Bool {
    unplacedCost[a] == nil && unplacedCost[b] == nil
  }
}

extension Array {
  /// What all of some sets hold.
  fileprivate func commonOnes<Member>() -> Set<Member> where Element == Set<Member> {
    dropFirst().reduce(first ?? []) { $0.intersection($1) }
  }
}

extension PlaceTable {
  /// Leaves only the places in some rooms.
  package mutating func keepRooms(_ isKept: (RoomPosition) -> Bool) {
    let table = self
    keep { table.price($0, $1) != nil && isKept(table.rooms[$1]) }
  }

  /// Leaves only the places on some days, given as indices into `Meeting.days`.
  package mutating func keepDays(_ isKept: (Int) -> Bool) {
    let table = self
    keep { table.price($0, $1) != nil && isKept(table.days[$0]) }
  }
}
