// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Planning
import Reports
import Tables

/// What more means, or one demand less, would buy: the whole programme solved again for each.
public struct Prices: Sendable {
  public struct Line: Sendable {
    public let words: String
    public let source: String
    public let answer: Study.Answer
    /// What is changed, for those who want to ask it again.
    public let change: Offer.Change
  }

  public let study: Study
  /// The draft itself solved again in the same way: what could be had without any change.
  public let base: Study.Answer
  public let lines: [Line]
  /// What an interruption left out.
  public let notReached: [ExplainStep]

  /// - Parameter places: where the tables' rows stand.
  public init(_ study: Study, _ requests: [Request], _ places: RowPlaces = RowPlaces()) {
    self.study = study
    let scenario = study.scenario
    let questions = Self.questions(scenario, requests, places)
    let scenarios = [scenario] + questions.map { Loosening.taking($0.change, of: scenario) }
    let all = scenarios.enumerated().map { ($0, $1) }
    let answers = study.solvingAll(all) { number, scenario in
      // The first is the draft's own tables, of which its bound is known.
      study.resolved(scenario, isFree: true, least: number == 0 ? study.floor : 0)
    }
    base = answers[0]
    notReached = Study.missing(answers)
    lines = zip(questions, answers.dropFirst()).map {
      Line(words: $0.words, source: $0.source, answer: $1, change: $0.change)
    }
  }

  private typealias Question = (words: String, source: String, change: Offer.Change)

  /// More of what the house gives, one more for each team, and each must link dropped.
  private static func questions(
    _ scenario: Scenario, _ requests: [Request], _ places: RowPlaces
  ) -> [Question] {
    func source(_ file: String) -> String {
      places.placed(Table.Place(file: file, line: 0)).sheet?.text ?? file
    }
    var questions: [Question] = kindsOfRooms(scenario).map { room in
      (
        "one more room like \(scenario.rooms[room].id) (\(scenario.rooms[room].capacity) seats)",
        source("rooms.csv"), .room(like: room)
      )
    }
    for (index, day) in scenario.meeting.days.enumerated() {
      questions.append(("one more hour on \(day.date)", source("meeting.json"), .hour(day: index)))
    }
    questions.append(("one more hour every day", source("meeting.json"), .hourEveryDay))
    for (index, limit) in scenario.limits.enumerated() where !limit.needs.isEmpty {
      questions.append(
        (
          Offer.raised(limit),
          places.row(index, of: "limits", line: limit.line, column: "at_most").short,
          .raise(limit: index)
        ))
    }
    for request in requests {
      guard case .link = request.demand else { continue }
      questions.append((request.way, request.source, .giveUp(request.demand)))
    }
    return questions
  }

  /// The least that the tables as they are are known to cost; by the draft, or better.
  var now: Int {
    guard case .found(let outcome) = base else { return study.cost }
    return isDraftGood ? min(study.cost, outcome.objective) : outcome.objective
  }

  /// What no schedule of the tables as they are goes below.
  var bound: Int {
    guard case .found(let outcome) = base else { return study.floor }
    return max(study.floor, min(outcome.bound, now))
  }

  /// A draft that breaks a hard rule is no schedule that others are measured by.
  private var isDraftGood: Bool { study.isSound }

  /// Whether the tables as they are have a schedule that is known.
  var hasSchedule: Bool {
    if case .found = base { return true }
    return study.isSound
  }

  fileprivate var boundWords: String {
    if !hasSchedule {
      if case .impossible = base { return "As the tables are, there is no schedule; proven." }
      return "It breaks hard rules, and no schedule of the tables as they are was found."
    }
    return bound >= now
      ? "As the tables are, no schedule costs less than \(now); proven."
      : "As the tables are, \(now) was found and no schedule costs less than \(bound)."
  }

  /// One room of each capacity and set of features, joined ones apart.
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

extension Report {
  public init(_ prices: Prices) {
    let study = prices.study
    var blocks: [Block] = []
    if let words = prices.notReached.words { blocks.append(.text(words)) }
    let now = prices.now
    blocks.append(.text("The draft costs \(study.cost). " + prices.boundWords))
    if let words = study.known.words { blocks.append(.text(words)) }
    let rows = prices.lines.map { line -> [Cell] in
      switch line.answer {
      case .found(let outcome) where !prices.hasSchedule:
        return [
          .text(line.words), .code(line.source), .number(outcome.objective), "–",
          "a schedule exists then",
        ]
      case .found(let outcome):
        let gain = now - min(now, outcome.objective)
        return [
          .text(line.words), .code(line.source), .number(min(now, outcome.objective)),
          .number(gain),
          .text(
            outcome.bound >= min(now, outcome.objective)
              ? "proven: it buys no more" : "it buys \(now - outcome.bound) at most"),
        ]
      case .impossible, .undecided:
        return [.text(line.words), .code(line.source), "–", "–", "nothing found"]
      case .notReached: return [.text(line.words), .code(line.source), "–", "–", "not got to"]
      }
    }
    blocks.append(
      .text(
        "Each change was solved again as a whole programme, beginning with the draft, every session"
          + " free to move."
          + (prices.hasSchedule ? " What it buys is the difference to \(now)." : "")))
    blocks.append(
      .table(
        Table(
          "What it would buy", ["change", "where", "cost then", "it buys", "how sure"],
          rows.sorted { Self.gain($0) > Self.gain($1) })))
    self.init(
      title: "Prices: \(study.scenario.meeting.name)",
      sections: [Section(id: "prices", title: "What more would buy", blocks: blocks)])
  }

  private static func gain(_ row: [Cell]) -> Int {
    if case .number(let gain) = row[3] { return gain }
    return -1
  }
}
