// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Meetings

/// A question as the page has it.
enum SolveJSON {
  static func of(_ solve: SolveBook.Solve) -> JSONValue {
    [
      "id": .text(solve.id), "change": .number(solve.change), "draft": .number(solve.draft),
      "base": .number(solve.base),
      "kind": .text(solve.job.question.rawValue), "session": .optional(solve.job.session),
      "name": .optional(solve.job.whatIf), "may_accept": .bool(solve.job.question != .whatIf),
      "place": DraftJSON.place(solve.job.place), "state": .text(solve.state.rawValue),
      "status": .text(solve.status), "incumbent": .optional(solve.incumbent),
      "bound": .optional(solve.bound), "gap": gap(solve), "seconds": .number(Int(solve.seconds)),
      "objective": .optional(solve.objective), "before": .number(solve.before),
      "moves": .list(solve.moves.map(move)), "sentences": .texts(solve.sentences),
    ]
  }

  private static func move(_ move: Move) -> JSONValue {
    [
      "session": .text(move.session), "from": DraftJSON.place(move.from),
      "to": DraftJSON.place(move.to),
    ]
  }

  /// From 0 to 1.
  private static func gap(_ solve: SolveBook.Solve) -> JSONValue {
    // An answer to a question about something else than cost has no bound of it.
    guard let cost = solve.incumbent, let bound = solve.bound else { return .null }
    return .fraction(CostGap.share(cost: cost, bound: bound))
  }
}
