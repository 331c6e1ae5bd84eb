// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import HTTPServing
import Meetings
import Texts

/// What can be done.
extension BoardRouter {
  /// `POST /api/drafts/D/acts`
  func act(_ draft: Int, _ question: Question) throws(RouteFailure) -> HTTPResponse {
    guard question.request.method == .post else { throw .wrongMethod }
    let proposal = try question.body(ActProposal.self)
    switch proposal.kind {
    case .tables: throw .malformed("tables are saved at their own address")
    case .publish: throw .malformed("a publication is made at its own address")
    case .moves(_, .some): throw .malformed("a computed result is accepted at its own address")
    default: return try answer(to: proposal, draft)
    }
  }

  /// Asks the store, and answers with the draft as it then is.
  func answer(to proposal: ActProposal, _ draft: Int) throws(RouteFailure) -> HTTPResponse {
    try answer(room.ask(proposal, of: draft))
  }

  /// What became of an act, with the draft as it then is.
  func answer(_ outcome: ActOutcome) throws(RouteFailure) -> HTTPResponse {
    switch outcome {
    case .done(let act): return try .json(written: answered(act, isRepeated: false))
    case .repeated(let act): return try .json(written: answered(act, isRepeated: true))
    case .conflict(let conflict):
      return .json(
        [
          "error": .text(conflict.words.capitalizedFirst + "."),
          "conflict": ActJSON.conflict(conflict),
        ], .conflict)
    case .stage(let refusal): return .failure(.forbidden, refusal.words.capitalizedFirst + ".")
    case .refused(let faults): return .refused(faults)
    }
  }

  /// The act, and in the same object all that the draft is sent with.
  private func answered(_ act: Act, isRepeated: Bool) throws(RouteFailure) -> Data {
    let kept = kept(act)
    let view = try room.view(of: act.draft)
    let own = JSONValue.object(
      [
        .init(name: "act", value: ActJSON.of(act, view.log)),
        .init(name: "head", value: .number(view.log.state.head)),
        .init(name: "repeated", value: .bool(isRepeated)),
      ] + kept)
    return own.data.dropLast() + Data(",".utf8) + view.data.dropFirst()
  }

  /// A draft that is put away is kept in the history as it is, and one that gets another name as it was
  /// under the former, which people know it by. The act is done whatever comes of it, so what stands
  /// in the way is only said.
  private func kept(_ act: Act) -> [JSONValue.Member] {
    guard room.world.keeper != nil else { return [] }
    do throws(RouteFailure) {
      let number =
        switch act.kind {
        case .stage(.closed): try room.keep(act.draft)
        case .name: try room.keep(act.draft, before: act.number)
        default: nil as Int?
        }
      return number.map { [.init(name: "kept_as", value: .number($0))] } ?? []
    } catch {
      return [.init(name: "not_kept", value: .text(error.words))]
    }
  }

  /// `POST /api/drafts/D/undo`, `…/redo`
  func undo(
    _ draft: Int, _ question: Question, isRedo: Bool
  ) throws(RouteFailure) -> HTTPResponse {
    guard question.request.method == .post else { throw .wrongMethod }
    let step = try question.body(Step.self)
    guard let log = try room.logs().first(where: { $0.draft.id == draft }) else { throw .noDraft }
    if let known = log.acts.last(where: { $0.asked.key == step.key }) {
      // The same request once more: what it named, and when, is in the log.
      switch known.kind {
      case .undo, .redo: return try answer(to: known.asked, draft)
      default: return .refused([.keyUsed(step.key)])
      }
    }
    let last = isRedo ? log.state.canRedo(step.author) : log.state.canUndo(step.author)
    guard let act = step.act ?? last else {
      return .failure(
        .conflict, isRedo ? "You have nothing to do again." : "You have nothing to undo.")
    }
    return try answer(
      to: ActProposal(
        key: step.key, base: step.base ?? log.state.head, author: step.author,
        why: step.why ?? "", kind: isRedo ? .redo(act) : .undo(act)), draft)
  }

  /// What comes with an undo.
  private struct Step: Decodable {
    let key: String
    let base: Int?
    let author: String
    let why: String?
    /// The number of the act; the author's own last one where it is left out.
    let act: Int?
  }

  /// `POST /api/drafts`
  func branch(_ question: Question) throws(RouteFailure) -> HTTPResponse {
    guard question.request.method == .post else { throw .wrongMethod }
    let wish = try question.body(Branch.self)
    if let number = wish.kept { return try begin(fromKept: number, wish) }
    guard let from = wish.from else { throw .malformed("'from' is missing") }
    guard let log = try room.logs().first(where: { $0.draft.id == from }) else {
      throw .noDraft
    }
    let act = wish.at ?? log.state.head
    guard act == 0 || log.acts.contains(where: { $0.number == act }) else {
      return .refused([.noParent])
    }
    let asked = NewBoardDraft(
      key: wish.key, name: wish.name, author: wish.author, why: wish.why ?? "",
      parent: .board(draft: from, act: act), command: log.command,
      inputSHA256: room.tablesNow().reading.digest, first: log.state(after: act).asStart)
    return try begun(asked)
  }

  /// A draft that goes on from one of the history.
  private func begin(fromKept number: Int, _ wish: Branch) throws(RouteFailure) -> HTTPResponse {
    let (_, schedule) = try room.schedule(ofKept: number)
    let kept = try room.keptDrafts().first { $0.number == number }
    return try begun(
      NewBoardDraft(
        key: wish.key, name: wish.name, author: wish.author, why: wish.why ?? "",
        parent: .kept(number), command: kept?.command ?? "",
        inputSHA256: room.tablesNow().reading.digest, first: BoardState.Start(schedule)))
  }

  private func begun(_ asked: NewBoardDraft) throws(RouteFailure) -> HTTPResponse {
    switch try room.begin(asked) {
    case .begun(let draft), .repeated(let draft):
      guard let begun = try room.logs().first(where: { $0.draft.id == draft.id }) else {
        throw .noDraft
      }
      return .json(["draft": DraftJSON.head(begun)])
    case .refused(let faults): return .refused(faults)
    }
  }

  /// What comes with a wish for another draft.
  private struct Branch: Decodable {
    let key: String
    let from: Int?
    /// The number of a draft of the history that it goes on from instead.
    let kept: Int?
    /// The act after which it begins; the last where it is left out.
    let at: Int?
    let name: String
    let author: String
    let why: String?
  }
}

extension HTTPResponse {
  /// What is wrong with an act, all of it.
  static func refused(_ faults: [ActFault]) -> HTTPResponse {
    let sentences = faults.map { $0.words.capitalizedFirst + "." }
    let status: Status =
      faults.contains { if case .noDraft = $0 { true } else { false } } ? .notFound : .badRequest
    return .json(
      [
        "error": .text(sentences.joined(separator: " ")),
        "findings": .list(sentences.map { ["sentence": .text($0)] }),
      ], status)
  }
}
