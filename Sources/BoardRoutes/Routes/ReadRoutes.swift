// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Comparing
import Foundation
import HTTPServing
import Meetings

/// What can be looked at.
extension BoardRouter {
  /// `GET /api/board`
  func board(_ question: Question) throws(RouteFailure) -> HTTPResponse {
    guard question.path.count == 2 else { throw .noSuchPage }
    guard question.isRead else { throw .wrongMethod }
    var logs = try room.logs()
    // Tables that were refused when the board was opened may have been mended since.
    if logs.isEmpty, room.tablesNow().reading.isUsable {
      room.world.begin()
      logs = try room.logs()
    }
    return .json([
      "scenario": room.scenarioData(), "drafts": .list(logs.map(DraftJSON.head)),
      "opens_with": .optional(room.world.opensWith ?? logs.first?.draft.id),
      "you": ["may_edit": .bool(question.grant == .edit), "name": .null],
      "solves": solves?.list() ?? [],
    ])
  }

  /// `GET /api/history`
  func history(_ question: Question) throws(RouteFailure) -> HTTPResponse {
    guard question.path.count == 2 else { throw .noSuchPage }
    guard question.isRead else { throw .wrongMethod }
    return .json([
      "drafts": .list(
        try room.keptDrafts().map { draft in
          [
            "number": .number(draft.number), "instant": .number(draft.instant),
            "origin": .text(draft.origin), "name": .optional(draft.name),
            "note": .optional(draft.note), "objective": .optional(draft.objective),
          ]
        })
    ])
  }

  /// `GET /api/events`
  func events(_ question: Question) throws(RouteFailure) -> HTTPResponse {
    guard question.path.count == 2 else { throw .noSuchPage }
    guard question.request.method == .get else { throw .wrongMethod }
    guard room.events.readers < Self.mostReaders else { return .failure(.unavailable, "Too many") }
    let heads = try room.logs().map { log in
      JSONValue.Member(name: "\(log.draft.id)", value: .number(log.state.head))
    }
    // From a browser that comes back; or from a page that asks by itself.
    let last = question.request.headers["last-event-id"] ?? question.request.target["after"]
    return .events(
      room.events.open(
        after: last, greeting: JSONValue.object([.init(name: "heads", value: .object(heads))]).line)
    )
  }

  private static var mostReaders: Int { 700 }

  /// `GET /api/drafts/D`, and what is under it.
  func drafts(_ question: Question) throws(RouteFailure) -> HTTPResponse {
    if question.path.count == 2 {
      guard !question.isRead else {
        return .json(["drafts": .list(try room.logs().map(DraftJSON.head))])
      }
      return try branch(question)
    }
    guard let draft = question.number(2) else { throw .noDraft }
    let rest = Array(question.path.dropFirst(3))
    switch (question.isRead, rest.first, rest.count) {
    case (true, nil, _): return try state(draft, question)
    case (true, "lift", 2): return try lift(draft, rest[1])
    case (true, "lift", 3) where rest[2] == "why": return try why(draft, rest[1], question)
    case (true, "chains", 2): return try chains(draft, rest[1], question)
    case (true, "log", 1): return try log(draft)
    case (false, "acts", 1): return try act(draft, question)
    case (false, "undo", 1): return try undo(draft, question, isRedo: false)
    case (false, "redo", 1): return try undo(draft, question, isRedo: true)
    case (false, "checkpoints", 1): return try checkpoint(draft, question)
    case (_, "solves", _): return try solves(draft, Array(rest.dropFirst()), question)
    case (_, "publications", _):
      return try publications(draft, Array(rest.dropFirst()), question)
    default: throw .noSuchPage
    }
  }

  private func state(_ draft: Int, _ question: Question) throws(RouteFailure) -> HTTPResponse {
    let view = try room.view(of: draft)
    return .tagged(view.tag, type: "application/json", view.data, question.request)
  }

  private func lift(_ draft: Int, _ session: String) throws(RouteFailure) -> HTTPResponse {
    let view = try room.view(of: draft)
    guard let index = view.tables.sessions[session] else { throw .noSession }
    return .json(LiftJSON.of(index, view))
  }

  private func why(
    _ draft: Int, _ session: String, _ question: Question
  ) throws(RouteFailure) -> HTTPResponse {
    let view = try room.view(of: draft)
    guard let index = view.tables.sessions[session] else { throw .noSession }
    guard let start = question.request.target["start"].flatMap({ BoardPlace.start($0) }) else {
      throw .malformed("a start such as 2026-11-03T09:30 is expected")
    }
    guard let room = question.request.target["room"].flatMap({ view.tables.rooms[$0] }) else {
      throw .malformed("the tables have no such room")
    }
    return .json(LiftJSON.why(index, at: start, room: room, view))
  }

  private func log(_ draft: Int) throws(RouteFailure) -> HTTPResponse {
    guard let log = try room.logs().first(where: { $0.draft.id == draft }) else { throw .noDraft }
    return .json([
      "draft": DraftJSON.head(log), "acts": .list(log.acts.map { ActJSON.of($0, log) }),
    ])
  }

  /// `GET /api/compare?a=1&b=2`; `kept:3` is a draft of the history.
  func compare(_ question: Question) throws(RouteFailure) -> HTTPResponse {
    guard question.path.count == 2 else { throw .noSuchPage }
    guard question.isRead else { throw .wrongMethod }
    let sides = try ["a", "b"].map { name throws(RouteFailure) -> Side in
      let word = question.request.target[name] ?? ""
      if word.hasPrefix("kept:"), let number = Int(word.dropFirst("kept:".count)) {
        let (scenario, schedule) = try room.schedule(ofKept: number)
        return Side("draft \(number)", scenario, schedule)
      }
      guard let draft = Int(word) else {
        throw .malformed("two drafts are expected, 'a' and 'b'")
      }
      let view = try room.view(of: draft)
      return Side(view.log.state.name, view.scenario, view.schedule)
    }
    return .json(JSONValue(ComparisonJSON.object(Comparison(sides[0], sides[1]))))
  }
}
