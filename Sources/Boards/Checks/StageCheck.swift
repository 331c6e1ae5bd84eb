// SPDX-License-Identifier: GPL-3.0-or-later

/// What the stage of a draft lets happen. Setting the stage itself is always possible: it is an act as
/// any other, by name and in the log. So is what has happened already: whether a draft may be
/// published is asked before it is, and tables are every draft's.
enum StageCheck {
  static func refusal(_ proposal: ActProposal, _ state: BoardState) -> StageRefusal? {
    switch proposal.kind {
    case .stage, .publish, .tables: return nil
    default: break
    }
    let isRefused =
      switch state.stage {
      case .open: false
      case .closed: true
      case .swaps: !leavesPlacesTaken(proposal, state)
      }
    return isRefused
      ? StageRefusal(
        name: state.name, stage: state.stage, reason: state.stageReason,
        wantsMoves: state.stage == .swaps) : nil
  }

  /// Whether the same sessions stand in the same places afterwards, each place as often as before:
  /// they have changed places with each other, or nothing moved.
  private static func leavesPlacesTaken(_ proposal: ActProposal, _ state: BoardState) -> Bool {
    let changes: [(from: BoardPlace?, to: BoardPlace?)] =
      switch proposal.kind {
      case .moves(let moves, _): moves.map { (state.place(of: $0.session), $0.to) }
      case .undo(let act), .redo(let act): state.placesRestored(act)
      case .pin, .unpin, .note, .accept, .withdraw, .stage, .name, .tables, .publish: []
      }
    var balance: [BoardPlace: Int] = [:]
    for (from, to) in changes {
      if (from == nil) != (to == nil) { return false }
      if let from { balance[from, default: 0] -= 1 }
      if let to { balance[to, default: 0] += 1 }
    }
    return balance.values.allSatisfy { $0 == 0 }
  }
}
