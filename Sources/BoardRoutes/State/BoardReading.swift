// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Meetings
import Modalities
import Tables

/// A scenario's tables as they were read, with everything that `check` says of them.
public struct BoardReading: Sendable {
  /// The scenario, even if its tables have errors; `nil` where one of them cannot be read.
  public var scenario: Scenario?
  /// Whether a programme may be planned from it.
  public var isUsable: Bool
  /// Everything there is to say about the tables.
  public var findings: [Finding]
  /// Of the tables, as in `draft.json`.
  public var digest: String
  /// What the scenario's own files ask, in the order of their names.
  public var whatIfs: [BoardWhatIf]

  public init(
    scenario: Scenario?, isUsable: Bool, findings: [Finding], digest: String,
    whatIfs: [BoardWhatIf] = []
  ) {
    self.scenario = scenario
    self.isUsable = isUsable
    self.findings = findings
    self.digest = digest
    self.whatIfs = whatIfs
  }
}

/// A what-if of the scenario: other tables that somebody wonders about.
public struct BoardWhatIf: Hashable, Sendable {
  /// As its file is called.
  public let name: String
  /// As its author asks it, or what it changes.
  public let question: String

  public init(name: String, question: String) {
    self.name = name
    self.question = question
  }
}

/// The tables as a board needs them, worked out once for each reading.
final class TablesNow: Sendable {
  let reading: BoardReading
  let scenario: Scenario?
  /// `nil` where there is no scenario.
  let board: BoardTables?
  let eligibility: Eligibility?
  /// Indices of sessions by id.
  let sessions: [String: Int]
  /// Indices of rooms by id.
  let rooms: [String: Int]
  /// For each session, those that a link ties it to, in the order of the tables.
  let linked: [[Int]]
  /// For each session, the people who must be there or would like to, in the order of the tables.
  let people: [[(person: Int, attendance: Attendance)]]

  init(_ reading: BoardReading) {
    self.reading = reading
    scenario = reading.scenario
    guard let scenario else {
      (board, eligibility, sessions, rooms, linked, people) = (nil, nil, [:], [:], [], [])
      return
    }
    let eligibility = Eligibility(scenario)
    self.eligibility = eligibility
    board = BoardTables(
      scenario, held: Set(eligibility.held.map { scenario.sessions[$0].id }),
      digest: reading.digest)
    sessions = Dictionary(
      scenario.sessions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    rooms = Dictionary(
      scenario.rooms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    linked = Self.linked(scenario)
    people = Attendances(scenario).bySession.map { own in
      own.sorted { $0.key < $1.key }.map { (person: $0.key, attendance: $0.value) }
    }
  }

  private static func linked(_ scenario: Scenario) -> [[Int]] {
    var linked = scenario.sessions.map { _ in Set<Int>() }
    for link in scenario.links {
      let (from, to) = (scenario.sessions(of: link.from), scenario.sessions(of: link.to))
      for one in from {
        for other in to where one != other {
          linked[one].insert(other)
          linked[other].insert(one)
        }
      }
    }
    return linked.map { $0.sorted() }
  }
}
