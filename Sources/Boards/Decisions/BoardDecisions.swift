// SPDX-License-Identifier: GPL-3.0-or-later

/// The log of a draft's decisions for the minutes: what holds now and why, and all that was done, by
/// whom and when. Values; page and Markdown are made from the same.
public struct BoardDecisions: Hashable, Sendable {
  /// Something that was done.
  public struct Entry: Hashable, Sendable {
    /// The act.
    public let act: Act
    /// The number of the act that undid it; `nil` while it stands.
    public let undoneBy: Int?
  }

  /// Something that holds, and why.
  public struct Ruling: Hashable, Sendable {
    /// What holds.
    public enum Subject: Hashable, Sendable {
      /// A session stays where it stands; `nil`: it stands nowhere now.
      case pinned(session: String, at: BoardPlace?)
      /// A broken rule is put up with, by the violation's id.
      case accepted(violation: String)
      case stage(BoardStage)
    }

    public let subject: Subject
    /// Who decided it, when and why; `nil` for the stage that a draft begins with.
    public let reason: BoardReason?
  }

  /// What the draft is called now.
  public let name: String
  /// How it began.
  public let draft: BoardDraft
  /// The stage first, then sessions and rules in the order of their ids.
  public let rulings: [Ruling]
  /// In the order in which they were written, without those that were struck out.
  public let notes: [BoardNote]
  /// In the order in which it was done.
  public let entries: [Entry]

  public init(_ log: BoardLog) {
    let state = log.state
    name = state.name
    draft = log.draft
    notes = state.notes
    let pins = state.pins.sorted { $0.key < $1.key }.map { session, reason in
      Ruling(subject: .pinned(session: session, at: state.place(of: session)), reason: reason)
    }
    let accepted = state.accepted.sorted { $0.key < $1.key }.map { violation, reason in
      Ruling(subject: .accepted(violation: violation), reason: reason)
    }
    rulings =
      [Ruling(subject: .stage(state.stage), reason: state.stageReason)] + pins + accepted
    entries = log.acts.map { Entry(act: $0, undoneBy: state.undoing(of: $0.number)) }
  }
}
