// SPDX-License-Identifier: GPL-3.0-or-later

import Boards

/// Why a command makes nothing of a draft of a board: its stage.
struct BoardHold: Equatable, Sendable {
  /// What was to be made of it.
  enum Purpose: Equatable, Sendable { case draft, publication }

  /// The draft's name.
  let name: String
  let stage: BoardStage
  /// Who set the stage, and why.
  let reason: BoardReason?

  /// `nil` where the stage holds nothing back.
  init?(_ state: BoardState, for purpose: Purpose) {
    switch (state.stage, purpose) {
    case (.open, _), (.swaps, .publication): return nil
    case (.swaps, .draft), (.closed, _): break
    }
    name = state.name
    stage = state.stage
    reason = state.stageReason
  }
}

extension BoardHold {
  var words: String {
    let who = reason.map { " (\($0.author)\($0.why.isEmpty ? "" : ": \($0.why)"))" } ?? ""
    return switch stage {
    case .open, .closed:
      "the board's draft '\(name)' is closed\(who): nothing is made of it; nothing was written."
        + " Set its stage to open on the board, or name another draft"
    case .swaps:
      "in the board's draft '\(name)' sessions only change places with each other\(who), and a new"
        + " draft would move them anywhere; nothing was written. Set its stage to open on the board,"
        + " or branch off another draft there"
    }
  }
}
