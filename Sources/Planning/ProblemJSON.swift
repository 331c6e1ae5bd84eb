// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings

/// A planning problem as data, for solvers that want more of its structure than rows: sessions by
/// position, rooms by index, times as venue minutes since 1970.
///
/// The meaning of each list is that of the terms (`Terms.swift`). A price that is missing is one that
/// nobody may pay.
public enum ProblemJSON {
  public static func data(_ draft: DraftProgram) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(Whole(draft)) + Data("\n".utf8)
  }

  private struct Whole: Encodable {
    let scenario: String
    let dates: [String]
    let transferMinutes: Int
    let rooms: [Room]
    let sessions: [Session]
    /// The sessions that each person must attend, where there are several.
    let people: [Members]
    /// Index, index, price.
    let overlapCost: [[Int]]
    /// Index, index, minutes.
    let requiredGap: [[Int]]
    /// Room, room (one room with itself too), minutes of turnover.
    let roomGap: [[Int]]
    let relations: [Relation]
    let sameRooms: [Pair]
    let limits: [Limit]
    let dayCaps: [Members]
    let roomGroups: [Members]
    let model: Model

    init(_ draft: DraftProgram) {
      let problem = draft.problem
      let meeting = problem.scenario.meeting
      scenario = meeting.id
      dates = meeting.days.map { "\($0.date)" }
      transferMinutes = meeting.transferMinutes
      rooms = problem.scenario.rooms.map { Room(id: $0.id, capacity: $0.capacity) }
      sessions = problem.sessions.indices.map { Session($0, of: problem) }
      people = problem.requiredSessions.filter { $0.sessions.count > 1 }.map {
        Members(id: problem.scenario.people[$0.person].id, members: $0.sessions)
      }
      overlapCost = problem.overlapCost.triples { $0 > 0 }
      requiredGap = problem.requiredGap.triples { $0 >= 0 }
      roomGap = problem.roomGap.triples { $0 >= 0 }
      relations = problem.relations.map(Relation.init)
      sameRooms = problem.sameRooms.map { Pair(a: $0.a, b: $0.b, price: $0.price) }
      limits = problem.limits.map(Limit.init)
      dayCaps = problem.dayCaps.map {
        Members(id: $0.name, members: $0.members, atMost: $0.atMost, price: $0.price)
      }
      roomGroups = problem.roomGroups.map {
        Members(id: $0.name, members: $0.members, price: $0.price)
      }
      model = Model(draft)
    }
  }

  private struct Room: Encodable {
    let id: String
    let capacity: Int
  }

  private struct Session: Encodable {
    let id: String
    let minutes: Int
    let unplacedCost: Int?
    let themes: [String]
    let kinds: [String]
    let starts: [Int]
    /// Day of each start, as an index into `dates`.
    let days: [Int]
    let rooms: [Int]
    /// Start by start, room by room; -1 where the place is not to be had.
    let prices: [Int]

    init(_ p: Int, of problem: PlanningProblem) {
      id = problem.session(p).id
      minutes = problem.minutes[p]
      unplacedCost = problem.unplacedCost[p]
      let scenario = problem.scenario
      themes = problem.session(p).themes
      kinds = scenario.kinds(ofSession: problem.sessions[p]).map { "\($0)" }.sorted()
      let table = problem.places[p]
      starts = table.starts
      days = table.days
      rooms = table.rooms
      prices = table.prices
    }
  }

  private struct Members: Encodable {
    let id: String
    let members: [Int]
    var atMost: Int?
    var price: Int?
  }

  private struct Pair: Encodable {
    let a: Int
    let b: Int
    let price: Int?
  }

  private struct Relation: Encodable {
    let a: Int
    let b: Int
    let kind: String
    var min: Int?
    var max: Int?
    let price: Int?

    init(_ relation: TimeRelation) {
      a = relation.a
      b = relation.b
      price = relation.price
      switch relation.kind {
      case .before(let least, let most):
        kind = "before"
        min = least
        max = most == .max ? nil : most
      case .sameDay: kind = "same-day"
      case .otherDay: kind = "other-day"
      case .backToBack(let most):
        kind = "back-to-back"
        max = most
      }
    }
  }

  private struct Limit: Encodable {
    let id: String
    let members: [Int]
    let rooms: [Int]?
    let atMost: Int
    let scope: String
    let price: Int?

    init(_ limit: LimitTerm) {
      id = limit.id
      members = limit.members
      rooms = limit.rooms?.sorted()
      atMost = limit.atMost
      scope = "\(limit.scope)"
      price = limit.price
    }
  }

  /// How the columns of `model.mps` are to be read: `x` and the number given here.
  private struct Model: Encodable {
    /// Rooms that nothing tells apart; a place of the model is a start and one of these.
    let roomClasses: [[Int]]
    /// For each session and start pairs of class and column, only where the place is to be had.
    let places: [[[[Int]]]]
    /// The column of being left out.
    let out: [Int?]

    init(_ draft: DraftProgram) {
      roomClasses = draft.classes.members
      places = draft.place.map { starts in
        starts.map { options in options.map { [$0.roomClass, $0.column.index] } }
      }
      out = draft.out.map { $0?.index }
    }
  }
}

extension SquareTable<Int> {
  /// Row, column and value of the upper half, the diagonal included, where it is wanted.
  fileprivate func triples(where isWanted: (Int) -> Bool) -> [[Int]] {
    var triples: [[Int]] = []
    for a in 0..<side {
      for b in a..<side where isWanted(self[a, b]) { triples.append([a, b, self[a, b]]) }
    }
    return triples
  }
}
