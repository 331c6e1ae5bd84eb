// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Texts

/// What finds the answer to a question again, as it would be typed.
struct SolveCommand {
  let scenario: String
  /// The folder of the drafts, where one was typed.
  let out: String?
  let job: SolveJob
  /// The draft as it was asked about: `NAME@ACT`.
  let draft: String

  var line: String {
    switch job.question {
    case .improve: drafting(["--ask", "improve"])
    case .replan: drafting(["--ask", "replan"])
    case .fewestMoves: drafting(["--fewest-moves"])
    case .whyNot, .whatWouldItTake: explaining
    case .whatIf:
      typed(["what-if", scenario, job.whatIf ?? "", "--base", "board:\(draft)"])
    }
  }

  private func drafting(_ question: [String]) -> String {
    typed(
      ["draft", scenario, "--from-board", draft] + question + ["--seed", "\(job.seed)"])
  }

  private var explaining: String {
    let place =
      job.place.map { ["--at", "\($0.start)", "--room", $0.room] } ?? []
    return typed(
      ["explain", scenario, "--from-board", draft, "--session", job.session ?? ""] + place)
  }

  private func typed(_ words: [String]) -> String {
    ShellWord.command(["programme"] + words + (out.map { ["--drafts", $0] } ?? []))
  }
}

extension BoardRouter {
  /// Of a question about a draft of this board, called as it was then.
  func command(_ solve: SolveBook.Solve) throws(RouteFailure) -> String {
    let log = try room.logs().first { $0.draft.id == solve.draft }
    guard let log else { throw .noDraft }
    return SolveCommand(
      scenario: room.world.scenario, out: room.world.out, job: solve.job,
      draft: "\(log.state(after: solve.base).name)@\(solve.base)"
    ).line
  }
}
