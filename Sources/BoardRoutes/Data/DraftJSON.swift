// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Meetings
import Rules
import Texts

/// A draft as the page has it: where everything stands, what it costs and breaks by the referee, as
/// ids and numbers with their sentences beside.
enum DraftJSON {
  static func state(
    _ log: BoardLog, _ roll: BoardRoll, _ review: Review, _ tables: TablesNow, _ scenario: Scenario
  ) -> JSONValue {
    let state = log.state
    return [
      "draft": head(log),
      "tables": .text(tables.reading.digest),
      "places": .object(
        scenario.sessions.map { .init(name: $0.id, value: place(roll.places[$0.id])) }),
      "pins": .object(
        state.pins.sorted { $0.key < $1.key }.map {
          .init(name: $0.key, value: .text($0.value.why))
        }),
      "notes": .list(
        state.notes.map { note in
          [
            "act": .number(note.act), "session": .optional(note.session), "text": .text(note.text),
            "author": .text(note.author), "instant": .number(note.instant),
          ]
        }),
      "unplaced": .texts(roll.unplaced), "held": .texts(roll.held),
      "gone": standings(roll.gone), "roomless": standings(roll.roomless),
      "costs": .list(review.costs.map(cost)), "objective": .number(review.objective),
      "violations": .list(review.violations.map { violation($0, state) }),
      "linkages": linkages(review, scenario), "fairness": FairnessJSON.of(review, tables, scenario),
      "can_undo": .bool(state.canUndo() != nil), "can_redo": .bool(state.canRedo() != nil),
      "undo": turns(log) { state.canUndo($0) }, "redo": turns(log) { state.canRedo($0) },
    ]
  }

  /// What is known of a draft in a list of them.
  static func head(_ log: BoardLog) -> JSONValue {
    let asked = log.draft.asked
    let parent: JSONValue =
      switch asked.parent {
      case .none: .null
      case .kept(let number): ["kept": .number(number)]
      case .board(let draft, let act): ["draft": .number(draft), "act": .number(act)]
      }
    return [
      "id": .number(log.draft.id), "name": .text(log.state.name), "parent": parent,
      "author": .text(asked.author), "why": .text(asked.why),
      "instant": .number(log.draft.instant), "command": .text(log.command),
      "tables": .optional(asked.inputSHA256),
      "stage": .text(log.state.stage.rawValue), "head": .number(log.state.head),
      "last": .number(log.acts.last?.instant ?? log.draft.instant),
      "kept": .list(
        log.checkpoints.map { ["draft": .number($0.kept), "act": .number($0.act)] }),
    ]
  }

  static func place(_ place: BoardPlace?) -> JSONValue {
    guard let place else { return .null }
    return ["start": .text(place.startText), "room": .text(place.room)]
  }

  private static func standings(_ standings: [BoardRoll.Standing]) -> JSONValue {
    .list(standings.map { ["session": .text($0.session), "place": place($0.place)] })
  }

  /// The act that each author would undo, or do again.
  private static func turns(_ log: BoardLog, _ act: (String) -> Int?) -> JSONValue {
    let authors = Set(log.acts.map(\.author)).sorted()
    return .object(
      authors.compactMap { author in
        act(author).map { .init(name: author, value: .number($0)) }
      })
  }

  private static func cost(_ cost: Review.Cost) -> JSONValue {
    let words = cost.rule.words
    return [
      "rule": .text(cost.rule.rawValue), "title": .text(words.title),
      "unit": .text(words.unit?.many ?? "units"), "units": .number(cost.units),
      "weight": .number(cost.weight), "cost": .number(cost.cost),
      "causes": .list(
        cost.causes.map { cause in
          [
            "sessions": .texts(cause.sessions), "people": .texts(cause.people),
            "units": .number(cause.units), "sentence": .text(cause.message),
          ]
        }),
    ]
  }

  private static func violation(_ violation: Review.Violation, _ state: BoardState) -> JSONValue {
    let id = id(of: violation)
    return [
      "id": .text(id), "rule": .text(violation.rule.rawValue),
      "title": .text(violation.rule.words.title), "sessions": .texts(violation.sessions),
      "people": .texts(violation.people), "rooms": .texts(violation.rooms),
      "sentence": .text(violation.message),
      "accepted": .optional(state.acceptance(of: id)?.why),
    ]
  }

  /// What a violation is accepted by: its rule and its culprit, so that it stays the same while other
  /// sessions move.
  static func id(of violation: Review.Violation) -> String {
    let culprit = violation.sessions.joined(separator: ",")
    return violation.rule.rawValue + ":" + (violation.limit.map { "\($0):" } ?? "") + culprit
  }

  /// Each link of the tables, and whether it is kept.
  private static func linkages(_ review: Review, _ scenario: Scenario) -> JSONValue {
    var sentences: [Int: [String]] = [:]
    for violation in review.violations {
      if let link = violation.link { sentences[link, default: []].append(violation.message) }
    }
    for cost in review.costs {
      for cause in cost.causes {
        if let link = cause.link { sentences[link, default: []].append(cause.message) }
      }
    }
    return .list(
      scenario.links.enumerated().map { index, link in
        let sessions = Set(scenario.sessions(of: link.from) + scenario.sessions(of: link.to))
        let strength: JSONValue =
          switch link.strength {
          case .must: "must"
          case .cost(let cost): .number(cost)
          }
        let plain =
          "\(scenario.id(of: link.from)) and \(scenario.id(of: link.to)): \(link.kind.rawValue)"
        return [
          "from": .text(scenario.id(of: link.from)), "to": .text(scenario.id(of: link.to)),
          "kind": .text(link.kind.rawValue), "strength": strength,
          "sessions": .texts(sessions.sorted().map { scenario.sessions[$0].id }),
          "kept": .bool(sentences[index] == nil), "reason": .text(link.reason),
          "asked_by": .text(link.askedBy),
          "sentence": .text(sentences[index]?.joined(separator: "; ") ?? plain),
        ]
      })
  }
}
