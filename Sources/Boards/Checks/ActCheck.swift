// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether an act can come next in a draft's log.
struct ActCheck {
  private let proposal: ActProposal
  private let log: BoardLog
  private let tables: BoardTables

  /// - Parameter proposal: whose texts are ones (`ActTexts`).
  init(_ proposal: ActProposal, _ log: BoardLog, _ tables: BoardTables) {
    self.proposal = proposal
    self.log = log
    self.tables = tables
  }

  /// What keeps the act from being done: the first of what can be mended only in this order.
  var objection: ActOutcome? {
    if !knownFaults.isEmpty { return .refused(knownFaults) }
    if let refusal = StageCheck.refusal(proposal, log.state) { return .stage(refusal) }
    if let conflict = Rebase(proposal, log, tables).conflict { return .conflict(conflict) }
    return placeFaults.isEmpty ? nil : .refused(placeFaults)
  }

  /// What is wrong whatever others did meanwhile.
  private var knownFaults: [ActFault] {
    let state = log.state
    var faults: [ActFault] = []
    if proposal.base < 0 || proposal.base > state.head {
      faults.append(.wrongBase(proposal.base, head: state.head))
    }
    switch proposal.kind {
    case .moves(let moves, _):
      faults += sessionFaults(moves.map(\.session))
      let rooms = Set(moves.compactMap { $0.to?.room }).filter { !tables.has(room: $0) }
      faults += rooms.sorted().map { .unknownRoom($0) }
    case .pin(let sessions): faults += sessionFaults(sessions)
    case .unpin(let sessions): faults += sessionFaults(sessions, mayBeGone: true)
    case .note(let session?, _): faults += sessionFaults([session], mayBeGone: true)
    case .undo(let act):
      if !state.isDeed(act) {
        faults.append(.notUndoable(act))
      } else if state.isUndone(act) {
        faults.append(.undoneAlready(act))
      }
    case .redo(let act):
      if !state.isUndone(act) { faults.append(.notUndone(act)) }
    case .note(nil, _), .accept, .withdraw, .stage, .name, .tables, .publish: break
    }
    return faults
  }

  /// - Parameter mayBeGone: whether one that only the draft still knows will do.
  private func sessionFaults(_ sessions: [String], mayBeGone: Bool = false) -> [ActFault] {
    var seen: Set<String> = []
    let known = mayBeGone ? Set(log.state.sessions) : []
    return sessions.compactMap { session in
      if !seen.insert(session).inserted { return .twice(session: session) }
      return tables.has(session: session) || known.contains(session)
        ? nil : .unknownSession(session)
    }
  }

  /// What does not fit where the sessions are.
  private var placeFaults: [ActFault] {
    switch proposal.kind {
    case .moves(let moves, _):
      moves.compactMap { move in
        let place = log.state.place(of: move.session)
        return place == move.from ? nil : .notThere(session: move.session, is: place)
      }
    case .pin(let sessions):
      sessions.filter { log.state.place(of: $0) == nil }.map { .pinnedNowhere(session: $0) }
    case .unpin, .note, .accept, .withdraw, .stage, .undo, .redo, .name, .tables, .publish: []
    }
  }
}
