// SPDX-License-Identifier: GPL-3.0-or-later

/// An act that was asked for without knowing what others did meanwhile about the same. It is not done
/// and not dropped: whoever asked decides, knowing both sides.
public struct Conflict: Error, Hashable, Sendable {
  /// What both sides are about.
  public enum Issue: Hashable, Sendable {
    /// Both moved, pinned or released the session with this id.
    case session(String)
    /// One side's session goes where the other side has put another.
    case place(BoardPlace, ours: String, theirs: String)
    /// Both decided about this violation.
    case violation(String)
    /// Both renamed the draft.
    case name
    /// Both set its stage.
    case stage
    /// A note, by its act, that is to be struck out or put back.
    case note(Int)
  }

  /// What somebody asked for, and has still.
  public let ours: ActProposal
  /// What was done meanwhile, in the order of the numbers.
  public let theirs: [Act]
  /// What both are about, in a fixed order.
  public let issues: [Issue]
  /// The number of the draft's last act: what the question is to be asked again with.
  public let head: Int

  public init(ours: ActProposal, theirs: [Act], issues: [Issue], head: Int) {
    self.ours = ours
    self.theirs = theirs
    self.issues = issues
    self.head = head
  }
}
