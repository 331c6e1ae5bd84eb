// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings

/// A planning problem as data, for solvers that need more of its structure than rows: sessions by
/// position, rooms by index, times as venue minutes since 1970.
///
/// The meaning of each list is that of the terms (`Terms/`). A price that is missing is one that
/// nobody may pay.
public enum ProblemJSON {
  /// The problem of a program, and how the program's columns are to be read.
  ///
  /// - Throws: what the encoder throws.
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
    let people: [MembersJSON]
    let terms: Terms
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
        MembersJSON(id: problem.scenario.people[$0.person].id, members: $0.sessions)
      }
      terms = problem.terms
      model = Model(draft)
    }

    enum CodingKeys: CodingKey {
      case scenario, dates, transferMinutes, rooms, sessions, people, model
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(scenario, forKey: .scenario)
      try container.encode(dates, forKey: .dates)
      try container.encode(transferMinutes, forKey: .transferMinutes)
      try container.encode(rooms, forKey: .rooms)
      try container.encode(sessions, forKey: .sessions)
      try container.encode(people, forKey: .people)
      try container.encode(model, forKey: .model)
      var lists = encoder.container(keyedBy: TermSort.self)
      for terms in terms.all { try terms.encode(to: &lists) }
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
    let rooms: [RoomPosition]
    /// Start by start, room by room; -1 where the place is not to be had.
    let prices: [Int]

    init(_ p: SessionPosition, of problem: PlanningProblem) {
      id = problem.session(p).id
      minutes = problem.minutes[p]
      unplacedCost = problem.unplacedCost[p]
      let scenario = problem.scenario
      themes = problem.session(p).themes
      kinds = scenario.kinds(ofSession: problem.sessions[p]).map { "\($0)" }.sorted()
      let table = problem.places[p]
      starts = Array(table.starts)
      days = Array(table.days)
      rooms = Array(table.rooms)
      prices = table.prices
    }
  }

  /// How the columns of `model.mps` are to be read: `x` and the number given here.
  private struct Model: Encodable {
    /// Rooms that nothing tells apart; a place of the model is a start and one of these.
    let roomClasses: [[RoomPosition]]
    /// For each session and start pairs of class and column, only where the place is to be had.
    let places: [[[[Int]]]]
    /// The column of being left out.
    let out: [Int?]

    init(_ draft: DraftProgram) {
      roomClasses = Array(draft.classes.members)
      places = draft.place.map { starts in
        starts.map { options in options.map { [$0.roomClass.index, $0.column.index] } }
      }
      out = draft.out.map { $0?.index }
    }
  }
}

/// A set of sessions as data.
package struct MembersJSON: Encodable {
  /// Of the activity, person or rule that the set comes of.
  package let id: String
  /// Positions of its sessions.
  package let members: [SessionPosition]
  /// How many of them are free of charge; missing where that is not the question.
  package var atMost: Int?
  /// Of each more; missing where none may be.
  package var price: Int?
}
