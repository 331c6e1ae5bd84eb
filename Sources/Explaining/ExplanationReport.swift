// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Reports
import Texts

extension Report {
  /// Why there is no schedule and what would make one possible, in words.
  public init(_ explanation: Explanation, of scenario: Scenario) {
    self.init(
      title: "Why not: \(scenario.meeting.name)",
      sections: [Self.verdict(explanation)]
        + explanation.contradictions.enumerated().map { Self.section($0 + 1, $1) }
        + (explanation.contradictions.isEmpty ? [] : [Self.ways(explanation)]))
  }

  private static func verdict(_ explanation: Explanation) -> Section {
    let text: String
    switch explanation.verdict {
    case .possible(let schedule):
      text =
        "There is a schedule: all \(Count.of(schedule.rows.count, "session")) that must be placed can be,"
        + " and"
        + " no hard rule is broken. 'programme draft' finds the best one."
    case .undecided:
      text =
        "Not decided: neither a schedule nor a proof that there is none was found"
        + (explanation.notReached.isEmpty ? " within the work allowed." : " so far.")
        + " 'programme draft --allow-unplaced' gives the best partial draft."
    case .impossible: text = impossible(explanation)
    }
    return Section(
      id: "verdict", title: "Verdict",
      blocks: [explanation.notReached.words, text].compactMap(\.self).map { .text($0) })
  }

  private static func impossible(_ explanation: Explanation) -> String {
    let count = explanation.contradictions.count
    let text =
      count == 1
      ? "There is no schedule, proven: the tables ask for things that contradict each other."
      : "There is no schedule, proven: the tables contradict themselves in \(count) places, each"
        + " of which is enough by itself."
    if explanation.hasAll || !explanation.notReached.isEmpty { return text }
    return text
      + " There may be more places: it was not found out whether what is left can be kept."
  }

  private static func section(_ number: Int, _ contradiction: Contradiction) -> Section {
    var blocks: [Block] = contradiction.counting.map { [.text($0.words)] } ?? []
    blocks.append(.text(smallest(contradiction)))
    blocks.append(.text(alone(contradiction)))
    blocks.append(
      .table(
        Table(
          "Contradiction \(number): step by step",
          ["step", "because", "where", "given up alone"],
          contradiction.chain.enumerated().map { row($0 + 1, $1) })))
    return Section(
      id: "contradiction-\(number)", title: "Contradiction \(number)", blocks: blocks)
  }

  private static func smallest(_ contradiction: Contradiction) -> String {
    contradiction.isSmallest
      ? "No schedule keeps everything that is asked below, and none of it is beside the point:"
        + " leaving out any one of them, the others on this list can be kept (each time a schedule"
        + " of what the list asks was found and reviewed)."
      : "No schedule keeps everything that is asked below. Some of it may be beside the point: it was"
        + " not found out for each request whether the others on this list can be kept without it."
  }

  /// What giving up one of them does to the whole meeting.
  private static func alone(_ contradiction: Contradiction) -> String {
    let all = contradiction.requests.count
    let enough = contradiction.count(.possible)
    if enough == all {
      return "The same is true of the whole meeting: if any one of them is given up, there is a"
        + " schedule that keeps everything else (each time one was found and reviewed)."
    }
    var parts = ["for \(enough) of the \(all) there is then a schedule of the whole meeting"]
    let never = contradiction.count(.impossible)
    if never > 0 { parts.append("for \(never) it is proven that there is still none") }
    let open = contradiction.count(.undecided)
    if open > 0 { parts.append("for \(open) it was not found out") }
    let left = contradiction.count(.notReached)
    if left > 0 { parts.append("\(left) were not reached") }
    return "If one of them alone is given up and everything else kept: "
      + parts.joined(separator: ", ") + " (last column)."
  }

  private static func row(_ number: Int, _ link: Because) -> [Cell] {
    let places = Request.sources(link.sources)
    return [
      .number(number), .text(link.words), .code(places),
      link.givenUp.map { .state($0.state, $0.words) } ?? "",
    ]
  }

  private static func ways(_ explanation: Explanation) -> Section {
    guard !explanation.ways.isEmpty else {
      let text =
        explanation.notReached.isEmpty
        ? "No single change of those that were tried makes a schedule possible, and no combination"
          + " of them was found."
        : "None has been found so far."
      return Section(
        id: "ways", title: "Ways out",
        blocks: [.text(text + " 'programme draft --allow-unplaced' gives the best partial draft.")])
    }
    let best = explanation.ways[0].price
    let intro =
      "Each was tried on the whole meeting and has a schedule that the review accepts. Prices are in"
      + " points of the objective."
      + (explanation.isCheapestProven
        ? " Proven: no combination of changes that touch a contradiction costs less than \(best)."
        : " It is not proven that no combination is cheaper.")
    return Section(
      id: "ways", title: "Ways out",
      blocks: [
        .text(intro),
        .table(
          Table(
            "The cheapest first", ["price", "what to change", "where"],
            explanation.ways.map { way in
              [
                .number(way.price), .text(way.words),
                .code(way.corrections.compactMap { $0.request?.source }.joined(separator: ", ")),
              ]
            })),
      ])
  }
}

extension GivenUp {
  fileprivate var state: Report.State {
    switch self {
    case .possible: .good
    case .impossible: .bad
    case .undecided: .open
    case .notReached: .plain
    }
  }

  fileprivate var words: String {
    switch self {
    case .possible: "a schedule exists"
    case .impossible: "still none"
    case .undecided: "not found out"
    case .notReached: "not reached"
    }
  }
}
