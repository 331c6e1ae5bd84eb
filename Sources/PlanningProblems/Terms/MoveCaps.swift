// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

/// At most so many sessions may leave their place in the baseline.
package struct MoveCap: Sendable {
  struct Home: Sendable {
    let session: SessionPosition
    /// Start and room in the baseline; `nil` where it was left out.
    let place: (start: Int, room: RoomPosition)?
  }
  let homes: [Home]
  /// The allowance less what is moved already whatever is chosen.
  package let atMost: Int
}

/// `max-moves`: one cap, or none.
package struct MoveCaps: TermSet {
  /// One, or none.
  package var all: [MoveCap] = []

  package static let sort = TermSort.moveCaps
  package static var list: WritableKeyPath<Terms, Self> { \.moveCaps }

  package var longestRest: Int { 0 }

  package func tally(in problem: PlanningProblem) -> Tally { .counts(MoveTally(all, problem)) }

  /// Nothing: others may have moved or stayed.
  package func inside(_ selection: Selection) -> MoveCaps { MoveCaps() }

  /// The allowance that the held sessions leave.
  package func among(_ holding: inout Holding) -> MoveCaps {
    let holding = holding
    return MoveCaps(
      all: all.map { cap in
        var moved = 0
        var homes: [MoveCap.Home] = []
        for home in cap.homes {
          if let own = holding.free.position(of: home.session) {
            homes.append(MoveCap.Home(session: own, place: home.place))
            continue
          }
          let stay = holding.stay(of: home.session)
          if stay?.start != home.place?.start || stay?.room != home.place?.room { moved += 1 }
        }
        return MoveCap(homes: homes, atMost: max(0, cap.atMost - moved))
      })
  }

  /// A room that is a session's home is like no other.
  package func sight(in problem: PlanningProblem) -> RoomSight {
    RoomSight(
      marks: all.map { cap in
        let homes = Set(cap.homes.compactMap { $0.place?.room })
        return TypedArray(over: problem.rooms) {
          homes.contains($0) ? .alone(room: $0) : .like(0)
        }
      }, tied: [])
  }

  package func encode(to container: inout KeyedEncodingContainer<TermSort>) throws {
    guard !all.isEmpty else { return }
    try container.encode(all.map(JSON.init), forKey: Self.sort)
  }

  private struct JSON: Encodable {
    struct Home: Encodable {
      let session: SessionPosition
      let start: Int?
      let room: RoomPosition?
    }
    let atMost: Int
    let homes: [Home]

    init(_ cap: MoveCap) {
      atMost = cap.atMost
      homes = cap.homes.map {
        Home(session: $0.session, start: $0.place?.start, room: $0.place?.room)
      }
    }
  }

  package var crowds: [[SessionPosition]] { [] }

  package func addPull(
    of p: SessionPosition, to weights: inout TypedArray<SessionPosition, Double>
  ) {}
}

/// How many sessions are not where the baseline has them. Left out counts as moved where there was a
/// place, and being placed where there was none.
private final class MoveTally: CountTally {
  private let arena = Arena()
  private let atMost: Table<Int, Int>
  private let sessions: Int
  /// By cap and session.
  private let homeOf: Table<Int, MoveCap.Home?>
  private let moves: Table<Int, Int>
  let empty: Score

  init(_ caps: [MoveCap], _ problem: PlanningProblem) {
    atMost = arena.table(caps.map(\.atMost))
    sessions = problem.sessions.count
    homeOf = arena.table(repeating: nil, count: caps.count * sessions)
    for (i, cap) in caps.enumerated() {
      for home in cap.homes { homeOf[i * sessions + home.session.index] = home }
    }
    let moves = caps.map { cap in cap.homes.count { $0.place != nil } }
    self.moves = arena.table(moves)
    empty = Score(
      violations: zip(caps, moves).reduce(0) { $0 + max(0, $1.1 - $1.0.atMost) }, cost: 0)
  }

  func most(fromMoving p: SessionPosition) -> Score {
    Score(
      violations: (0..<atMost.count).count { homeOf[$0 * sessions + p.index] != nil }, cost: 0)
  }

  func change(_ p: SessionPosition, at stay: Stay, by sign: Int) -> Score {
    var sum = Score.zero
    for i in 0..<atMost.count {
      guard let home = homeOf[i * sessions + p.index] else { continue }
      let old = max(0, moves[i] - atMost[i])
      if let place = home.place {
        if place.start == stay.start && place.room == stay.room { moves[i] -= sign }
      } else {
        moves[i] += sign
      }
      sum.violations += max(0, moves[i] - atMost[i]) - old
    }
    return sum
  }
}

// MARK: Rows

extension MoveCaps {
  /// Sessions that stay where the baseline has them are at least all but the allowance.
  package func addRows(to program: inout DraftProgram) {
    let problem = program.problem
    for cap in all {
      var stays = LinearExpression()
      for home in cap.homes {
        let p = home.session
        guard let place = home.place else {
          if let out = program.out[p] { stays.add(out) }
          continue
        }
        guard let s = problem.places[p].starts.firstIndexSorted(place.start),
          problem.rooms.contains(place.room)
        else { continue }
        for entry in program.place[p][s]
        where entry.roomClass == program.classes.classOf[place.room] {
          stays.add(entry.column)
        }
      }
      program.require("moves", stays, atLeast: Double(cap.homes.count - cap.atMost))
    }
  }

  /// By start and by room, each a part of what staying asks for.
  package func addRows(to program: inout AggregateProgram) {
    let problem = program.problem
    for cap in all {
      var starts = LinearExpression()
      var rooms = LinearExpression()
      for home in cap.homes {
        let p = home.session
        guard let place = home.place else {
          if let out = program.out[p] {
            starts.add(out)
            rooms.add(out)
          }
          continue
        }
        if let s = problem.places[p].starts.firstIndexSorted(place.start),
          let c = program.grain.columns[p].firstIndex(where: { $0.starts.contains(s) })
        {
          starts.add(program.when[p][c])
        }
        if problem.rooms.contains(place.room),
          let column = program.inClass[p][program.classes.classOf[place.room]]
        {
          rooms.add(column)
        }
      }
      let least = Double(cap.homes.count - cap.atMost)
      program.require("moves in time", starts, atLeast: least)
      program.require("moves of room", rooms, atLeast: least)
    }
  }
}
