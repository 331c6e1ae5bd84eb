// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Meetings
import PlanningProblems
import ScenarioFiles

/// What a worker process is asked to do: one JSON line on its standard input, which then stays
/// open for as long as somebody waits for the answer.
struct WorkerJob: Codable, Sendable {
  var scenario: String
  var whatIf: WhatIfSource?
  /// The digest of the tables when the parent read them.
  var digest: String
  /// What moves are counted against, and where to begin.
  var start: [ScheduleRow]?
  var pricesMoves: Bool
  /// Whether to start from nothing even so.
  var isCold: Bool
  var seed: Int
  var seconds: Double?
  var gap: Double
  var work: Int?
  /// Whether it may use two cores: if there are as many runs as processors, each keeps to one.
  var isAlone: Bool
}

/// What a worker says, a JSON line each: news on the way, and at last an answer.
enum WorkerWord: Codable, Sendable {
  case news(phase: SearchPhase, incumbent: Int?, bound: Int?)
  case answer(state: WhatIfAnswer.State, objective: Int?, bound: Int?, rows: [ScheduleRow]?)
  /// No answer, and why.
  case refusal(WorkerRefusal)
}

/// Why a worker has no answer.
enum WorkerRefusal: Codable, Equatable, Sendable {
  case tablesChanged
  /// The search and the review disagree; in the words of `Disagreement`.
  case disagreement(String)

  var words: String {
    switch self {
    case .tablesChanged: "the tables were changed while the runs were under way"
    case .disagreement(let words): words
    }
  }
}

/// A row of a schedule between processes.
struct ScheduleRow: Codable, Sendable {
  var session: String
  var status: String
  var start: Int?
  var room: String?
}

extension Schedule {
  init(_ rows: [ScheduleRow]) {
    self.init(
      rows: rows.map {
        Row(
          session: $0.session, status: Status(rawValue: $0.status) ?? .unplaced,
          start: $0.start.map { WallTime(minutes: $0) }, room: $0.room)
      })
  }

  var wire: [ScheduleRow] {
    rows.map {
      ScheduleRow(
        session: $0.session, status: $0.status.rawValue, start: $0.start?.minutes, room: $0.room)
    }
  }
}
