// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// A planning problem laid out for the local search: what does not change, in flat tables.
final class PriceBoard {
  let problem: PlanningProblem
  let starts: StartLists
  let count: Int
  let rooms: Int
  let days: Int

  let minutes: Table<Int>
  /// Where each session's starts begin in the tables by start.
  let firstStart: Table<Int>
  let startCount: Table<Int>
  /// By start: venue minute, meeting day and cell of the grid.
  let minuteOf: Table<Int>
  let dayOf: Table<Int>
  let cellOf: Table<Int32>
  /// The rooms of each session, one after the other.
  let firstRoom: Table<Int>
  let roomCount: Table<Int>
  let roomOf: Table<Int>
  /// By start and room, -1 where a session cannot be.
  private let prices: Table<Int>
  /// What a session that is left out breaks and costs.
  let absence: Table<Score>

  /// Those that a session deals with: overlaps at a price, or gaps that must lie between.
  let firstPartner: Table<Int>
  let partners: Table<Partner>
  /// By start of a session: first and last start of a partner that are too close to it.
  let conflicts: Table<SIMD2<Int32>>

  /// What the pair terms are laid out on (`BoardLayout`), row by row.
  let overlapCost: Table<Int>
  let requiredGap: Table<Int>
  let roomGap: Table<Int>
  /// The other sessions of each session's length, one list after the other: with which it can
  /// change places when rooms are full.
  let firstPeer: Table<Int>
  let peers: Table<Int32>
  /// Rooms that share space with a room, itself included, with the minutes to keep between.
  let sharing: Table<SIMD2<Int>>
  let firstSharing: Table<Int>
  let relations: [TimeRelation]
  let sameRooms: [SameRoom]
  /// By session, indices into `relations` and `sameRooms`.
  let relationsOf: [[Int]]
  let sameRoomsOf: [[Int]]
  let hasRelations: Table<Bool>
  let hasSameRooms: Table<Bool>
  /// What the group terms of a session may give at most when it moves: what need not be worked out
  /// where even that would not make a move acceptable.
  let mostFromGroups: Table<Score>
  let hasGroups: Table<Bool>
  /// Gaps reach into the next day only where open hours lie that close to midnight.
  let daysTouch: Bool
  private let arena: Arena

  struct Partner {
    let session: Int32
    /// Where the conflicts of overlapping begin, -1 where overlapping costs nothing.
    let overlaps: Int32
    /// Where the conflicts of the required gap begin, -1 where there is none.
    let gaps: Int32
    let price: Int
  }

  init(_ problem: PlanningProblem) {
    let arena = Arena()
    self.arena = arena
    self.problem = problem
    let starts = StartLists(problem, in: arena)
    self.starts = starts
    count = problem.sessions.count
    rooms = problem.scenario.rooms.count
    days = problem.scenario.meeting.days.count
    minutes = arena.table(problem.minutes)
    let tables = problem.places
    startCount = arena.table(tables.map(\.starts.count))
    firstStart = arena.table(Self.offsets(tables.map(\.starts.count)))
    minuteOf = arena.table(tables.flatMap(\.starts))
    dayOf = arena.table(tables.flatMap(\.days))
    cellOf = arena.table(
      tables.flatMap { zip($0.starts, $0.days).map { Int32(starts.cell(of: $0, day: $1)) } })
    roomCount = arena.table(tables.map(\.rooms.count))
    firstRoom = arena.table(Self.offsets(tables.map(\.rooms.count)))
    roomOf = arena.table(tables.flatMap(\.rooms))
    var prices = Array(repeating: -1, count: tables.reduce(0) { $0 + $1.starts.count } * rooms)
    var row = 0
    for table in tables {
      for start in table.starts.indices {
        for (option, room) in table.rooms.enumerated() {
          prices[row + room] = table.price(start, option) ?? -1
        }
        row += rooms
      }
    }
    self.prices = arena.table(prices)
    absence = arena.table(
      problem.sessions.indices.map(problem.absence))
    let layout = BoardLayout(problem)
    overlapCost = arena.table(layout.overlapCost.values)
    requiredGap = arena.table(layout.requiredGap.values)
    roomGap = arena.table(layout.roomGap.values)
    let peers = problem.sessions.indices.map { p in
      problem.sessions.indices.filter {
        $0 != p && problem.minutes[$0] == problem.minutes[p] && !tables[$0].isEmpty
      }
    }
    firstPeer = arena.table(Self.offsets(peers.map(\.count)))
    self.peers = arena.table(peers.flatMap(\.self).map { Int32($0) })
    let sharing = problem.scenario.rooms.indices.map { room in
      problem.scenario.rooms.indices.compactMap { other -> SIMD2<Int>? in
        let gap = layout.roomGap[room, other]
        return gap >= 0 ? SIMD2(other, gap) : nil
      }
    }
    firstSharing = arena.table(Self.offsets(sharing.map(\.count)))
    self.sharing = arena.table(sharing.flatMap(\.self))
    relations = layout.relations
    sameRooms = layout.sameRooms
    relationsOf = problem.memberships(relations.map { [$0.a, $0.b] })
    sameRoomsOf = problem.memberships(sameRooms.map { [$0.a, $0.b] })
    hasRelations = arena.table(relationsOf.map { !$0.isEmpty })
    hasSameRooms = arena.table(sameRoomsOf.map { !$0.isEmpty })
    let most = Counts(problem).most
    mostFromGroups = arena.table(most)
    hasGroups = arena.table(most.map { $0 != .zero })
    daysTouch = problem.daysTouch
    let dealing = Self.dealings(problem, layout, starts)
    firstPartner = arena.table(Self.offsets(dealing.partners.map(\.count)))
    partners = arena.table(dealing.partners.flatMap(\.self))
    conflicts = arena.table(dealing.conflicts)
  }

  /// The price of a place; `nil` where the session cannot take it.
  @inline(__always)
  func price(_ p: Int, _ start: Int, _ room: Int) -> Int? {
    let price = price(ofStart: firstStart[p] + start, room)
    return price < 0 ? nil : price
  }

  /// The price of a place, by the position of its start among all; negative where it cannot be taken.
  @inline(__always)
  func price(ofStart index: Int, _ room: Int) -> Int { prices[index * rooms + room] }

  /// Running sums, with the whole sum at the end.
  private static func offsets(_ counts: [Int]) -> [Int] {
    var sums = [0]
    for count in counts { sums.append(sums[sums.count - 1] + count) }
    return sums
  }

  private struct ConflictKey: Hashable {
    let list: Int
    let minutes: Int
    let other: Int
    let otherMinutes: Int
    let gap: Int
  }

  private static func dealings(
    _ problem: PlanningProblem, _ layout: BoardLayout, _ starts: StartLists
  ) -> (partners: [[Partner]], conflicts: [SIMD2<Int32>]) {
    var known: [ConflictKey: Int32] = [:]
    var conflicts: [SIMD2<Int32>] = []
    func table(_ p: Int, _ q: Int, gap: Int) -> Int32 {
      let key = ConflictKey(
        list: starts.listOf[p], minutes: problem.minutes[p], other: starts.listOf[q],
        otherMinutes: problem.minutes[q], gap: gap)
      if let offset = known[key] { return offset }
      let offset = Int32(conflicts.count)
      known[key] = offset
      conflicts += starts.conflicts(
        of: key.list, minutes: key.minutes, with: key.other, minutes: key.otherMinutes, gap: gap
      ).map { SIMD2($0.first, $0.end) }
      return offset
    }
    let partners = problem.sessions.indices.map { p in
      problem.sessions.indices.compactMap { q -> Partner? in
        guard p != q else { return nil }
        let price = layout.overlapCost[p, q]
        let gap = layout.requiredGap[p, q]
        guard price != 0 || gap >= 0 else { return nil }
        return Partner(
          session: Int32(q), overlaps: price != 0 ? table(p, q, gap: 0) : -1,
          gaps: gap >= 0 ? table(p, q, gap: gap) : -1, price: price)
      }
    }
    return (partners, conflicts)
  }
}
