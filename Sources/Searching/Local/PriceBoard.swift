// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// A planning problem laid out for the local search: what does not change, in flat tables.
final class PriceBoard {
  let problem: PlanningProblem
  let starts: StartLists
  let count: Int
  let rooms: Int
  let days: Int

  let minutes: Table<SessionPosition, Int>
  /// Where each session's starts begin in the tables by start.
  let firstStart: Table<SessionPosition, BoardStart>
  let startCount: Table<SessionPosition, Int>
  /// By start: venue minute, meeting day and cell of the grid.
  let minuteOf: Table<BoardStart, Int>
  let dayOf: Table<BoardStart, Int>
  let cellOf: Table<BoardStart, Int32>
  /// The rooms of each session, one after the other.
  let firstRoom: Table<SessionPosition, Int>
  let roomCount: Table<SessionPosition, Int>
  let roomOf: Table<Int, RoomPosition>
  /// By start, where its row of `prices` begins. Few rows differ, and those that are the same are
  /// kept once: the search reads prices in no order, and all of them do not fit into the
  /// processor's own memory.
  private let firstPrice: Table<BoardStart, Int32>
  /// By row and room, -1 where a session cannot be.
  private let prices: Table<Int, Int>
  /// What a session that is left out breaks and costs.
  let absence: Table<SessionPosition, Score>

  /// Those that a session deals with: overlaps at a price, or gaps that must lie between.
  let firstPartner: Table<SessionPosition, Int>
  let partners: Table<Int, Partner>
  /// By start of a session: first and last start of a partner that are too close to it.
  let conflicts: Table<Int, SIMD2<Int32>>

  /// What the pair terms are laid out on (`BoardLayout`), by `pair`.
  let overlapCost: Table<Int, Int>
  let requiredGap: Table<Int, Int>
  /// The most that overlapping with one other costs each session.
  let dearestOverlap: Table<SessionPosition, Int>
  private let roomGap: Table<Int, Int>
  /// Whether sessions change places across lengths, and others make room for them (`RoomRotation`).
  let turnsRooms: Bool
  /// Meetings of so few sessions are solved by plain exchanges, and their drafts stay what they were.
  private static let mostInPlainExchanges = 60
  /// By `SlotLengths`.
  let slotLength: Table<SessionPosition, Int>
  /// Whom each session can change places with when rooms are full, one list after the other: all others,
  /// since a longer one may have room behind the other (`PricedSchedule.canReplace`); in small meetings
  /// those of its length.
  let firstPeer: Table<SessionPosition, Int>
  let peers: Table<Int, Packed<SessionPosition>>
  /// Rooms that share space with a room, itself included, with the minutes to keep between.
  let sharing: Table<Int, Sharing>
  let firstSharing: Table<RoomPosition, Int>
  /// What each session has to do with others in time but for overlaps, one list after the other.
  let firstRelation: Table<SessionPosition, Int>
  let relations: Table<Int, Relation>
  /// Of `RelationStarts`.
  let rows: Table<Int, SIMD2<Int32>>
  let runs: Table<Int, SIMD2<Int32>>
  /// The sessions that each should share a room with, one list after the other.
  let firstTie: Table<SessionPosition, Int>
  let ties: Table<Int, Tie>
  /// By pair.
  let areRelated: Table<Int, Bool>
  let hasRelations: Table<SessionPosition, Bool>
  /// By pair.
  let areTied: Table<Int, Bool>
  let hasSameRooms: Table<SessionPosition, Bool>
  /// What the group terms of a session may give at most when it moves: what need not be worked out
  /// where even that would not make a move acceptable.
  let mostFromGroups: Table<SessionPosition, Score>
  let hasGroups: Table<SessionPosition, Bool>
  /// Gaps reach into the next day only where open hours lie that close to midnight.
  let daysTouch: Bool
  private let arena: Arena

  struct Partner: BitwiseCopyable {
    let session: Packed<SessionPosition>
    /// Where the conflicts of overlapping begin, -1 where overlapping costs nothing.
    let overlaps: Int32
    /// Where the conflicts of the required gap begin, -1 where there is none.
    let gaps: Int32
    let price: Int
  }

  /// A room that shares space with another, with the minutes to keep between.
  struct Sharing: BitwiseCopyable {
    let room: RoomPosition
    let gap: Int
  }

  /// A `TimeRelation` as one of its sessions sees it.
  struct Relation: BitwiseCopyable {
    let partner: Packed<SessionPosition>
    /// Whether the session is the relation's `a`.
    let isFirst: Bool
    let kind: TimeRelation.Kind
    let price: Int?
    /// Where its `RelationStarts` begin in `rows`, and whether they are those at which it holds.
    let firstRow: Int
    let areHeld: Bool
  }

  /// A `SameRoom` as one of its sessions sees it.
  struct Tie: BitwiseCopyable {
    let partner: Packed<SessionPosition>
    let price: Int?
  }

  /// - Parameter turnsRooms: in place of what the number of sessions says.
  init(_ problem: PlanningProblem, turnsRooms: Bool? = nil) {
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
    startCount = arena.table(tables.mapped(\.starts.count))
    firstStart = arena.table(tables.mapped(\.starts.count).runningSums.mapped(BoardStart.init))
    minuteOf = arena.table(TypedArray(tables.flatMap(\.starts)))
    dayOf = arena.table(TypedArray(tables.flatMap(\.days)))
    cellOf = arena.table(
      TypedArray(
        tables.flatMap { zip($0.starts, $0.days).map { Int32(starts.cell(of: $0, day: $1)) } }))
    roomCount = arena.table(tables.mapped(\.rooms.count))
    firstRoom = arena.table(tables.mapped(\.rooms.count).runningSums)
    roomOf = arena.table(tables.flatMap(\.rooms))
    let priceRows = PriceRows(tables, rooms: rooms)
    firstPrice = arena.table(priceRows.firstOfStart)
    prices = arena.table(priceRows.prices)
    absence = arena.table(TypedArray(over: problem.sessions.indices, problem.absence))
    let layout = BoardLayout(problem)
    overlapCost = arena.table(layout.overlapCost.values)
    dearestOverlap = arena.table(
      TypedArray(over: problem.sessions.indices) { p in
        problem.sessions.indices.reduce(0) { max($0, layout.overlapCost[p, $1]) }
      })
    requiredGap = arena.table(layout.requiredGap.values)
    roomGap = arena.table(layout.roomGap.values)
    let turnsRooms = turnsRooms ?? (problem.sessions.count > Self.mostInPlainExchanges)
    self.turnsRooms = turnsRooms
    let slotLengths = SlotLengths(problem)
    let slotLength = problem.minutes.mapped { turnsRooms ? slotLengths.length(of: $0) : $0 }
    self.slotLength = arena.table(slotLength)
    let peers = TypedArray(over: problem.sessions.indices) { p in
      problem.sessions.indices.filter {
        $0 != p && (turnsRooms || slotLength[$0] == slotLength[p]) && !tables[$0].isEmpty
      }
    }
    firstPeer = arena.table(peers.mapped(\.count).runningSums)
    self.peers = arena.table(peers.flatMap(\.self).map { Packed($0) })
    let sharing = TypedArray(over: problem.rooms) { room in
      problem.rooms.compactMap { other -> Sharing? in
        let gap = layout.roomGap[room, other]
        return gap >= 0 ? Sharing(room: other, gap: gap) : nil
      }
    }
    firstSharing = arena.table(sharing.mapped(\.count).runningSums)
    self.sharing = arena.table(sharing.flatMap(\.self))
    let relationsOf = problem.memberships(layout.relations.map { [$0.a, $0.b] })
    var relationStarts = RelationStarts()
    let relations = TypedArray(over: problem.sessions.indices) { p in
      relationsOf[p].map {
        let relation = layout.relations[$0]
        return Relation(
          relation, of: p, relationStarts.place(of: relation, for: p, in: problem, starts))
      }
    }
    firstRelation = arena.table(relations.mapped(\.count).runningSums)
    self.relations = arena.table(relations.flatMap(\.self))
    rows = arena.table(relationStarts.rows)
    runs = arena.table(relationStarts.runs)
    areRelated = arena.table(repeating: false, count: count * count)
    for relation in layout.relations {
      areRelated[relation.a.index * count + relation.b.index] = true
      areRelated[relation.b.index * count + relation.a.index] = true
    }
    hasRelations = arena.table(relations.mapped { !$0.isEmpty })
    let tiesOf = problem.memberships(layout.sameRooms.map { [$0.a, $0.b] })
    let ties = TypedArray(over: problem.sessions.indices) { p in
      tiesOf[p].map { Tie(layout.sameRooms[$0], of: p) }
    }
    firstTie = arena.table(ties.mapped(\.count).runningSums)
    self.ties = arena.table(ties.flatMap(\.self))
    areTied = arena.table(repeating: false, count: count * count)
    for tie in layout.sameRooms {
      areTied[tie.a.index * count + tie.b.index] = true
      areTied[tie.b.index * count + tie.a.index] = true
    }
    hasSameRooms = arena.table(ties.mapped { !$0.isEmpty })
    let most = Counts(problem).most
    mostFromGroups = arena.table(most)
    hasGroups = arena.table(most.mapped { $0 != .zero })
    daysTouch = problem.daysTouch
    let dealing = Self.dealings(problem, layout, starts)
    firstPartner = arena.table(dealing.partners.mapped(\.count).runningSums)
    partners = arena.table(dealing.partners.flatMap(\.self))
    conflicts = arena.table(dealing.conflicts)
  }

  /// Whether two sessions take up the same slots, or the same time, wherever they begin.
  @inline(__always)
  func isExchangeable(_ p: SessionPosition, _ q: SessionPosition) -> Bool {
    slotLength[p] == slotLength[q]
  }

  /// The price of a place; `nil` where the session cannot take it.
  @inline(__always)
  func price(_ p: SessionPosition, _ start: StartOption, _ room: RoomPosition) -> Int? {
    let price = price(at: position(of: start, of: p), room)
    return price < 0 ? nil : price
  }

  /// The sessions, by position.
  var sessions: Range<SessionPosition> { problem.sessions.indices }

  /// Where a start of a session stands among those of all.
  @inline(__always)
  func position(of start: StartOption, of p: SessionPosition) -> BoardStart {
    BoardStart(firstStart[p].index + start.index)
  }

  /// The starts of a session, by its own list.
  @inline(__always)
  func starts(of p: SessionPosition) -> Range<StartOption> {
    StartOption(0)..<StartOption(startCount[p])
  }

  /// Where two sessions stand in the tables by pair.
  @inline(__always)
  func pair(_ p: SessionPosition, _ q: SessionPosition) -> Int { p.index * count + q.index }

  /// Minutes to keep between sessions in two rooms; negative where they share no space.
  @inline(__always)
  func gap(between a: RoomPosition, and b: RoomPosition) -> Int {
    roomGap[a.index * rooms + b.index]
  }

  /// The price of a place, by the position of its start among all; negative where it cannot be taken.
  @inline(__always)
  func price(at start: BoardStart, _ room: RoomPosition) -> Int {
    prices[Int(firstPrice[start]) + room.index]
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
  ) -> (partners: TypedArray<SessionPosition, [Partner]>, conflicts: [SIMD2<Int32>]) {
    var known: [ConflictKey: Int32] = [:]
    var conflicts: [SIMD2<Int32>] = []
    func table(_ p: SessionPosition, _ q: SessionPosition, gap: Int) -> Int32 {
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
    let partners = TypedArray(over: problem.sessions.indices) { p in
      problem.sessions.indices.compactMap { q -> Partner? in
        guard p != q else { return nil }
        let price = layout.overlapCost[p, q]
        let gap = layout.requiredGap[p, q]
        guard price != 0 || gap >= 0 else { return nil }
        return Partner(
          session: Packed(q), overlaps: price != 0 ? table(p, q, gap: 0) : -1,
          gaps: gap >= 0 ? table(p, q, gap: gap) : -1, price: price)
      }
    }
    return (partners, conflicts)
  }
}

extension PriceBoard.Relation {
  fileprivate init(
    _ relation: TimeRelation, of p: SessionPosition, _ starts: RelationStarts.Place
  ) {
    partner = Packed(relation.partner(of: p))
    isFirst = relation.a == p
    kind = relation.kind
    price = relation.price
    firstRow = starts.first
    areHeld = starts.areHeld
  }
}

extension PriceBoard.Tie {
  fileprivate init(_ pair: SameRoom, of p: SessionPosition) {
    partner = Packed(pair.partner(of: p))
    price = pair.price
  }
}

/// The prices of all places by start and room, rows that are the same kept once.
private struct PriceRows {
  /// Row after row, each of all rooms of the scenario; -1 where a session cannot be.
  private(set) var prices: [Int] = []
  /// By start, where its row begins.
  private(set) var firstOfStart: TypedArray<BoardStart, Int32> = []

  init(_ tables: TypedArray<SessionPosition, PlaceTable>, rooms: Int) {
    var known: [[Int]: Int32] = [:]
    for table in tables {
      // A session's starts mostly cost the same.
      var last: (row: [Int], first: Int32)?
      for start in table.starts.indices {
        var row = Array(repeating: -1, count: rooms)
        for (option, room) in table.rooms.enumerated() {
          row[room.index] = table.price(start, option) ?? -1
        }
        let first = last?.row == row ? last?.first : known[row]
        if first == nil {
          known[row] = Int32(prices.count)
          prices += row
        }
        let place = first ?? Int32(prices.count - rooms)
        firstOfStart.append(place)
        last = (row, place)
      }
    }
  }
}
