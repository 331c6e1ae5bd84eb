// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Planning
import Tables

/// What more means, or one demand less, would buy: the whole programme solved again for each.
public struct Prices: Sendable {
  /// One change and what came of it.
  public struct Line: Sendable {
    /// What is changed, so it can be asked again.
    public let change: Correction.Change
    /// What is bought.
    public let place: Place
    /// The whole programme solved again with it, moves free.
    public let answer: DraftAnalysis.Answer
    let tables: AskedTables

    /// What is bought, such as `one more hour every day`.
    public var words: String { CorrectionWords(tables.scenario).bought(change) }
  }

  /// Where a change would be written.
  public enum Place: Sendable, Hashable {
    /// Anywhere in a table, named as its reader knows it.
    case table(String)
    /// A row, or a cell of it.
    case row(Table.Place, column: String?)

    /// `rooms.csv`, `limits.csv:3`, `sessions.csv:12 (start)`.
    public var words: String {
      switch self {
      case .table(let name): name
      case .row(let place, let column): place.short + (column.map { " (\($0))" } ?? "")
      }
    }
  }

  /// The draft that is asked about.
  public let analysis: DraftAnalysis
  /// The draft itself solved again in the same way: what is possible without any change.
  public let base: DraftAnalysis.Answer
  /// In the order in which they were asked.
  public let lines: [Line]
  /// What an interruption left out.
  public let notReached: [ExplainStep]

  /// - Parameter places: where the tables' rows stand.
  /// - Complexity: one search of the whole programme for each change, several at once.
  public init(_ analysis: DraftAnalysis, _ requests: [Request], _ places: RowPlaces = RowPlaces()) {
    self.analysis = analysis
    let scenario = analysis.scenario
    let questions = Self.questions(scenario, requests, places)
    let scenarios = [scenario] + questions.map { Loosening.taking($0.change, of: scenario) }
    let all = scenarios.enumerated().map { ($0, $1) }
    let words = CorrectionWords(scenario)
    let names = ["the tables as they are"] + questions.map { words.bought($0.change) }
    let answers = analysis.solvingAll(
      all, named: { names[$0.0] },
      answer: { question, tell in
        let (number, scenario) = question
        // The first is the draft's own tables, for which its bound is known.
        guard number == 0 else { return analysis.redrafted(scenario, telling: tell) }
        return analysis.provenDraft
          ?? analysis.redrafted(scenario, least: analysis.floor, telling: tell)
      })
    base = Self.learning(answers[0], from: Array(answers.dropFirst()), scenario)
    notReached = DraftAnalysis.missing(answers)
    let shared = Self.sharingHours(questions.map(\.change), Array(answers.dropFirst()))
    lines = zip(questions, shared).map {
      Line(change: $0.change, place: $0.place, answer: $1, tables: analysis.tables)
    }
  }

  private typealias Question = (change: Correction.Change, place: Place)

  /// More of what the house offers, one more of each team, and each must link dropped.
  private static func questions(
    _ scenario: Scenario, _ requests: [Request], _ places: RowPlaces
  ) -> [Question] {
    func table(_ file: String) -> Place {
      .table(places.placed(Table.Place(file: file, line: 0)).sheet?.text ?? file)
    }
    var questions: [Question] = kindsOfRooms(scenario).map { (.room(like: $0), table("rooms.csv")) }
    for day in scenario.meeting.days.indices {
      questions.append((.hour(day: day), table("meeting.json")))
    }
    questions.append((.hourEveryDay, table("meeting.json")))
    for (index, limit) in scenario.limits.enumerated() where !limit.needs.isEmpty {
      let row = places.row(index, of: "limits", line: limit.line, column: "at_most")
      questions.append((.raise(limit: index), .row(row, column: nil)))
    }
    for request in requests {
      guard case .link = request.demand else { continue }
      questions.append((.giveUp(request.demand), .row(request.place, column: request.column)))
    }
    return questions
  }

  /// The lowest known cost of the tables as they are: the draft's, or a better one.
  var now: Int {
    guard case .found(let outcome) = base else { return analysis.cost }
    return isDraftGood ? min(analysis.cost, outcome.objective) : outcome.objective
  }

  /// The cost that no schedule of the tables as they are goes below.
  var bound: Int {
    guard case .found(let outcome) = base else { return analysis.floor }
    return max(analysis.floor, min(outcome.bound, now))
  }

  /// Nothing is measured by a draft that breaks a hard rule.
  private var isDraftGood: Bool { analysis.isSound }

  /// Whether a schedule of the tables as they are is known.
  var hasSchedule: Bool {
    if case .found = base { return true }
    return analysis.isSound
  }

  /// What a change buys, in points; `nil` if it is not known or there is nothing to measure it by.
  func gain(_ line: Line) -> Int? {
    guard hasSchedule, case .found(let outcome) = line.answer else { return nil }
    return now - min(now, outcome.objective)
  }

  /// One room of each capacity and set of features; joined rooms are separate.
  private static func kindsOfRooms(_ scenario: Scenario) -> [Int] {
    var kinds: [Int] = []
    for (index, room) in scenario.rooms.enumerated() where room.parts.isEmpty {
      let isKnown = kinds.contains {
        scenario.rooms[$0].capacity == room.capacity
          && scenario.rooms[$0].features == room.features
      }
      if !isKnown { kinds.append(index) }
    }
    return kinds
  }
}
