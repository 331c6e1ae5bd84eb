// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import HTTPServing

/// Questions to the solver: asked, stopped, their answers accepted or dropped whole.
extension BoardRouter {
  /// `/api/drafts/D/solves`, and what is under it.
  func solves(
    _ draft: Int, _ rest: [String], _ question: Question
  ) throws(RouteFailure) -> HTTPResponse {
    guard let solves else { throw .noSuchPage }
    let method = question.request.method
    switch (method, rest.count) {
    case (.get, 0), (.head, 0):
      return .json(["solves": solves.list(of: draft)])
    case (.get, 1), (.head, 1):
      return .json(SolveJSON.of(try solves.solve(rest[0], of: draft)))
    case (.post, 0): return try ask(draft, question, solves)
    case (.delete, 1):
      solves.stop(try solves.solve(rest[0], of: draft).id)
      return .json(SolveJSON.of(try solves.solve(rest[0], of: draft)))
    case (.post, 2) where rest[1] == "drop":
      let solve = try solves.solve(rest[0], of: draft)
      if solve.state == .running { solves.stop(solve.id) }
      if solve.state != .accepted { solves.settle(solve.id, .dropped) }
      return .json(SolveJSON.of(try solves.solve(rest[0], of: draft)))
    case (.post, 2) where rest[1] == "accept":
      return try accept(solves.solve(rest[0], of: draft), question, solves)
    default: throw rest.count > 2 ? .noSuchPage : .wrongMethod
    }
  }

  private func ask(
    _ draft: Int, _ question: Question, _ solves: SolveBook
  ) throws(RouteFailure) -> HTTPResponse {
    let wish = try question.body(SolveWish.self)
    guard let kind = SolveQuestion(rawValue: wish.kind) else {
      throw .malformed("'\(wish.kind)' is no question")
    }
    let view = try room.view(of: draft)
    guard view.tables.reading.isUsable else { throw .tablesUnreadable }
    if kind.isAboutSession {
      guard let session = wish.session, view.tables.sessions[session] != nil else {
        throw .noSession
      }
      guard wish.place.map({ view.tables.rooms[$0.room] != nil }) ?? true else {
        throw .malformed("the tables have no such room")
      }
    }
    if kind == .whatIf {
      guard view.tables.reading.whatIfs.contains(where: { $0.name == wish.name }) else {
        throw .refused("The scenario has no what-if of this name")
      }
    }
    let solve = try solves.ask(
      kind, session: kind.isAboutSession ? wish.session : nil,
      place: kind.isAboutSession ? wish.place : nil, whatIf: kind == .whatIf ? wish.name : nil,
      seed: min(max(1, wish.seed ?? 1), 1_000_000), view)
    return .json(["id": .text(solve.id), "solve": SolveJSON.of(solve)])
  }

  private struct SolveWish: Decodable {
    let kind: String
    let session: String?
    let place: BoardPlace?
    /// Of a what-if.
    let name: String?
    let seed: Int?
  }

  private func accept(
    _ solve: SolveBook.Solve, _ question: Question, _ solves: SolveBook
  ) throws(RouteFailure) -> HTTPResponse {
    let wish = try question.body(AcceptWish.self)
    guard solve.job.question != .whatIf else {
      throw .refused("A what-if is about other tables: only a change of the tables brings it about")
    }
    let isReady = [.done, .stopped, .accepted].contains(solve.state)
    guard isReady, solve.places != nil, !solve.moves.isEmpty else {
      throw .changedMeanwhile("There is nothing to accept: the schedule is as the draft has it")
    }
    let computed = Computation(
      question: solve.job.question.rawValue, command: try command(solve),
      status: solve.status, objective: solve.objective, bound: solve.bound, seed: solve.job.seed,
      isStopped: solve.isStopping ? true : nil)
    // Judged by what was known when it was asked, unless somebody was shown the conflict since.
    let hasSeen = solve.conflictHead.map { (wish.base ?? 0) >= $0 } ?? false
    let proposal = ActProposal(
      key: wish.key, base: hasSeen ? wish.base ?? solve.base : solve.base, author: wish.author,
      why: wish.why ?? "", kind: .moves(solve.moves, computed: computed))
    let outcome = try room.ask(proposal, of: solve.draft)
    switch outcome {
    case .done, .repeated: solves.settle(solve.id, .accepted)
    case .conflict(let conflict): solves.noteConflict(solve.id, head: conflict.head)
    case .stage, .refused: break
    }
    return try answer(outcome)
  }

  private struct AcceptWish: Decodable {
    let key: String
    let base: Int?
    let author: String
    let why: String?
  }
}
