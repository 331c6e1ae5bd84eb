// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether an act that was asked for without knowing the latest acts may follow them: it may, unless
/// one of those is about the same.
struct Rebase {
  private let proposal: ActProposal
  private let log: BoardLog
  private let tables: BoardTables

  init(_ proposal: ActProposal, _ log: BoardLog, _ tables: BoardTables) {
    self.proposal = proposal
    self.log = log
    self.tables = tables
  }

  /// `nil` where the act can follow.
  var conflict: Conflict? {
    var issues: Set<Conflict.Issue> = []
    var theirs: [Act] = []
    for act in unseen {
      let shared = concerns(of: act).intersection(ours).union(takenPlaces(act))
      if shared.isEmpty { continue }
      issues.formUnion(shared)
      theirs.append(act)
    }
    if issues.isEmpty { return nil }
    return Conflict(
      ours: proposal, theirs: theirs, issues: issues.sorted(by: Conflict.Issue.isBefore),
      head: log.state.head)
  }

  /// The acts that the author does not know, or that undoing would lose.
  private var unseen: [Act] {
    switch proposal.kind {
    case .undo(let act), .redo(let act):
      // Whoever undoes sees what stands now; what counts is whether it is still that act's doing.
      return log.state.changedSince(act).isEmpty ? [] : log.acts.filter { $0.number > act }
    default:
      return log.acts.filter { $0.number > proposal.base && !isKnown($0) }
    }
  }

  /// Whether the author did it, and goes on from there: two acts that are sent one right behind the
  /// other have the same base.
  private func isKnown(_ act: Act) -> Bool {
    guard act.author == proposal.author else { return false }
    guard case .moves(let moves, _) = proposal.kind else { return true }
    return moves.allSatisfy { log.state.place(of: $0.session) == $0.from }
  }

  /// What the proposal is about.
  private var ours: Set<Conflict.Issue> {
    switch proposal.kind {
    case .undo(let act), .redo(let act):
      Set(log.state.changedSince(act).map(Conflict.Issue.init))
    default: concerns(of: proposal.kind)
    }
  }

  private func concerns(of act: Act) -> Set<Conflict.Issue> { concerns(of: act.kind) }

  private func concerns(of kind: ActKind) -> Set<Conflict.Issue> {
    switch kind {
    case .moves(let moves, _): Set(moves.map { .session($0.session) })
    case .pin(let sessions), .unpin(let sessions): Set(sessions.map { .session($0) })
    case .accept(let violation), .withdraw(let violation): [.violation(violation)]
    case .undo(let act), .redo(let act):
      Set(log.state.things(of: act).map(Conflict.Issue.init))
    case .stage: [.stage]
    case .name: [.name]
    // Notes stand beside each other, tables are guarded by their files' digests, and a publication
    // by its register.
    case .note, .tables, .publish: []
    }
  }

  /// The places of our moves into which somebody else has put another session.
  private func takenPlaces(_ act: Act) -> Set<Conflict.Issue> {
    guard case .moves(let moves, _) = proposal.kind, act.author != proposal.author else {
      return []
    }
    let moving = Set(moves.map(\.session))
    var taken: Set<Conflict.Issue> = []
    for case .session(let other) in concerns(of: act) where !moving.contains(other) {
      guard let place = log.state.place(of: other) else { continue }
      for move in moves {
        guard let to = move.to, tables.meet(move.session, at: to, other, at: place) else {
          continue
        }
        taken.insert(.place(to, ours: move.session, theirs: other))
      }
    }
    return taken
  }
}

extension Conflict.Issue {
  /// What two who change the thing are about: where a session stands and whether it stays there are
  /// one question.
  fileprivate init(_ thing: BoardThing) {
    self =
      switch thing {
      case .place(let session), .pin(let session): .session(session)
      case .acceptance(let violation): .violation(violation)
      case .note(let act): .note(act)
      }
  }

  /// An order that is the same in every run.
  fileprivate static func isBefore(_ one: Self, _ other: Self) -> Bool {
    (one.order.rank, one.order.text, one.order.number)
      < (other.order.rank, other.order.text, other.order.number)
  }

  private var order: (rank: Int, text: String, number: Int) {
    switch self {
    case .session(let id): (0, id, 0)
    case .place(let place, let ours, let theirs):
      (1, "\(ours)\u{0}\(theirs)\u{0}\(place.room)", place.start.minutes)
    case .violation(let id): (2, id, 0)
    case .name: (3, "", 0)
    case .stage: (4, "", 0)
    case .note(let act): (5, "", act)
    }
  }
}
