// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings

extension Explanation {
  /// The facts as an object of JSON, beside the report's sections.
  ///
  /// - Parameter scenario: the one that was asked about; with it, every change is also given as a
  ///   what-if would ask it.
  public func data(of scenario: Scenario) -> [String: Any] {
    var object: [String: Any] = [
      "is_cheapest_proven": isCheapestProven, "not_reached": notReached.map(\.missing),
      "are_all_contradictions": hasAll,
      "contradictions": contradictions.map { $0.data(of: scenario) },
      "ways": ways.map { way -> [String: Any] in
        [
          "price": way.price,
          "changes": way.corrections.map { correction -> [String: Any] in
            var change: [String: Any] = ["words": correction.words, "price": correction.price]
            if let request = correction.request { change["gives_up"] = request.data }
            return change
          },
          "what_if": WhatIfEdit.changes(way.corrections.map(\.change), of: scenario),
        ]
      },
    ]
    object["verdict"] =
      switch verdict {
      case .possible: "possible"
      case .impossible: "impossible"
      case .undecided: "undecided"
      }
    return object
  }
}

extension Contradiction {
  fileprivate func data(of scenario: Scenario) -> [String: Any] {
    var object: [String: Any] = [
      "is_smallest": isSmallest,
      "requests": zip(requests, givenUp).map { request, alone in
        request.data.merging([
          "given_up_alone": alone.rawValue,
          "what_if": WhatIfEdit.changes([.giveUp(request.demand)], of: scenario),
        ]) { own, _ in own }
      },
    ]
    if let counting { object["counting"] = counting.data }
    return object
  }
}

extension Request {
  fileprivate var data: [String: Any] {
    var object: [String: Any] = [
      "file": place.file, "line": place.line, "asks": sentence,
    ]
    if let column { object["column"] = column }
    object["sheet"] = place.sheet?.sheet
    object["cell"] = place.sheet?.cell
    return object
  }
}

extension WhatIfEdit {
  /// The `changes` of a what-if that makes some changes together; null if that is not possible.
  fileprivate static func changes(_ changes: [Correction.Change], of scenario: Scenario) -> Any {
    let edits = changes.map { $0.edits(of: scenario) }
    guard !edits.contains(where: { $0 == nil }), Self.canBeJoined(changes) else { return NSNull() }
    return edits.compactMap(\.self).flatMap(\.self).map(\.object)
  }
}

extension CountingFact {
  fileprivate var data: [String: Any] {
    var object: [String: Any] = [
      "sessions": sessions, "needed": needed, "available": available,
      "unit": unit,
    ]
    if let day { object["day"] = "\(day)" }
    switch resource {
    case .rooms(let rooms): object["rooms"] = rooms
    case .person(_, let name): object["person"] = name
    case .atOnce(let limit, let atMost):
      object["limit"] = limit
      object["at_once"] = atMost
    case .number(let limit): object["limit"] = limit
    case .starts(let rooms, _, _): object["rooms"] = rooms
    }
    return object
  }

  private var unit: String {
    switch resource {
    case .rooms, .person, .atOnce: "minutes"
    case .number: "sessions"
    case .starts: "starts"
    }
  }
}

extension DraftAnalysis {
  /// What an answer about a draft rests on, as a JSON object.
  public func data(notReached: [ExplainStep]) -> [String: Any] {
    var object: [String: Any] = [
      "cost": cost, "not_reached": notReached.map(\.missing),
    ]
    if let bound = known.bound { object["bound"] = bound }
    return object
  }
}

extension Prices {
  /// The facts as an object of JSON, beside the report's sections.
  public var data: [String: Any] {
    var object = analysis.data(notReached: notReached)
    if hasSchedule {
      object["now"] = now
      object["bound"] = bound
    }
    object["prices"] = lines.map { line in
      var own = line.answer.data.merging([
        "words": line.words, "what_if": WhatIfEdit.changes([line.change], of: analysis.scenario),
      ]) { own, _ in own }
      if let certain = certain(line) {
        own["buys_at_least"] = certain.lowerBound
        own["buys_at_most"] = certain.upperBound
      }
      return own
    }
    return object
  }
}

extension Fragility {
  /// The facts as an object of JSON, beside the report's sections.
  public var data: [String: Any] {
    var object = analysis.data(notReached: notReached)
    object["stuck"] = stuck
    object["settled"] = single
    object["losses"] = losses.map { loss in
      loss.repair.data.merging([
        "words": loss.words, "sessions": loss.sessions,
        // People who leave the same gap: a what-if for each.
        "what_ifs": loss.lost.edits(of: analysis.scenario).map { [$0.object] },
      ]) { own, _ in own }
    }
    return object
  }
}

extension DraftAnalysis.Answer {
  fileprivate var data: [String: Any] {
    switch self {
    case .found(let outcome):
      ["answer": "found", "cost": outcome.objective, "bound": outcome.bound]
    case .impossible: ["answer": "impossible"]
    case .undecided: ["answer": "undecided"]
    case .notReached: ["answer": "not-reached"]
    }
  }
}
