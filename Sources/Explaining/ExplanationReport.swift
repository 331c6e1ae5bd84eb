// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Reports

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
        "There is a schedule: all \(schedule.rows.count) sessions that must be placed can be, and"
        + " no hard rule is broken. 'programme draft' finds the best one."
    case .undecided:
      text =
        "Not decided: neither a schedule nor a proof that there is none was found within the work"
        + " that is granted. 'programme draft --allow-unplaced' gives the best partial draft."
    case .impossible:
      let count = explanation.contradictions.count
      text =
        count == 1
        ? "There is no schedule, proven: the tables ask for things that contradict each other."
        : "There is no schedule, proven: the tables contradict themselves in \(count) places, each"
          + " of which is enough by itself."
    }
    return Section(id: "verdict", title: "Verdict", blocks: [.text(text)])
  }

  private static func section(_ number: Int, _ contradiction: Contradiction) -> Section {
    let proof =
      contradiction.isSmallest
      ? "No schedule keeps all of these; if any one of them is given up, the others can be kept"
        + " (for each a schedule was found and reviewed)."
      : "No schedule keeps all of these. Not proven the smallest set: it was not found out for each"
        + " of them whether the others can be kept without it."
    var blocks: [Block] = []
    if let count = contradiction.count {
      blocks.append(
        .text(
          "By counting: these sessions need \(count.needed) minutes with the rest after each, and"
            + " \(count.rooms.joined(separator: ", ")) \(count.rooms.count == 1 ? "has" : "have")"
            + " \(count.available)."))
    }
    blocks.append(.text(proof))
    var requests = contradiction.requests
    if requests.count > ContradictionSearch.mostCounted {
      let sessions = requests.filter {
        if case .session = $0.demand { true } else { false }
      }
      requests.removeAll { if case .session = $0.demand { true } else { false } }
      let places = sessions.map { "\($0.subject) (\($0.place.file):\($0.place.line))" }
      blocks.append(
        .text("\(sessions.count) sessions that must be placed: \(places.joined(separator: ", "))."))
    }
    blocks.append(
      .table(
        Table(
          "Contradiction \(number): what is asked", ["where", "column", "what is asked"],
          requests.map {
            [
              .code("\($0.place.file):\($0.place.line)"), .text($0.column ?? ""),
              .text($0.sentence),
            ]
          })))
    return Section(
      id: "contradiction-\(number)", title: "Contradiction \(number)", blocks: blocks)
  }

  private static func ways(_ explanation: Explanation) -> Section {
    guard !explanation.ways.isEmpty else {
      return Section(
        id: "ways", title: "Ways out",
        blocks: [
          .text(
            "No single change of those that were tried makes a schedule possible, and no combination"
              + " of them was found. 'programme draft --allow-unplaced' gives the best partial draft."
          )
        ])
    }
    let best = explanation.ways[0].price
    let intro =
      "Each was tried on the whole meeting and has a schedule that the review accepts. Prices are in"
      + " points of the objective."
      + (explanation.isCheapestProven
        ? " Proven: no combination of changes that touch a contradiction costs less than \(best)."
        : " Not proven that no combination is cheaper.")
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
                .code(way.offers.compactMap { $0.request?.source }.joined(separator: ", ")),
              ]
            })),
      ])
  }
}
