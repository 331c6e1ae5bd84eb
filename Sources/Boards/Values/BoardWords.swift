// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// What is said of acts that are not done: the one place of these sentences. Sessions and rooms are
/// named by their ids; pages put names in their place.
extension ActFault {
  /// As a sentence without a full stop.
  public var words: String {
    switch self {
    case .noDraft(let id): "there is no board draft \(id)"
    case .missing(let text): "\(text.words) is missing"
    case .tooLong(let text, let most): "\(text.words) is longer than \(most) \(text.unit)"
    case .notOneLine(let text):
      "\(text.words) has a line break or another control character in it; one line is expected"
    case .keyUsed(let key): "the key '\(key)' was used for something else before"
    case .wrongBase(let base, let head):
      "act \(base) cannot be the last one that was seen: the last of this draft is \(head)"
    case .nothing: "nothing is named that is to be done"
    case .tooMany(let count, let most): "\(count) at once are too many; \(most) are possible"
    case .twice(let session): "the session '\(session)' is named twice"
    case .unknownSession(let session): "the tables have no session '\(session)'"
    case .unknownRoom(let room): "the tables have no room '\(room)'"
    case .notThere(let session, let place):
      "the session '\(session)' is not where it is taken from: it is \(place.words)"
    case .pinnedNowhere(let session):
      "the session '\(session)' is unplaced; only what stands somewhere can stay there"
    case .notUndoable(let act): "act \(act) cannot be undone"
    case .undoneAlready(let act): "act \(act) is undone already"
    case .notUndone(let act): "act \(act) was not undone, so it cannot be done again"
    case .nameTaken(let name): "another draft is called '\(name)'"
    case .nameIsNumber(let name):
      "'\(name)' would be taken for a number of the history; a name with a letter is expected"
    case .noParent: "what the draft is to begin from is not there"
    }
  }
}

extension ActFault.Text {
  fileprivate var words: String {
    switch self {
    case .key: "the request's key"
    case .author: "the name of who does it"
    case .why: "the reason"
    case .note: "the note"
    case .name: "the name of the draft"
    case .violation: "the broken rule"
    case .act: "what is to be done at once"
    }
  }

  fileprivate var unit: String { self == .act ? "bytes" : "characters" }
}

extension BoardPlace? {
  /// `at 2026-11-03 09:30 in hall`, or `unplaced`.
  var words: String { map { "at \($0.start) in \($0.room)" } ?? "unplaced" }
}

extension StageRefusal {
  /// As a sentence without a full stop, with the way out.
  public var words: String {
    let what =
      switch stage {
      case .open, .closed: "the draft '\(name)' is closed"
      case .swaps: "in the draft '\(name)', sessions may only change places with each other"
      }
    return what + (reason.map { ", by \($0.author)" + $0.because } ?? "")
      + "; set its stage to open first, or branch off a draft of your own"
  }
}

extension BoardReason {
  /// `: why`, or nothing.
  var because: String { why.isEmpty ? "" : ": \(why)" }
}

extension Conflict {
  /// What both sides are about, as a sentence without a full stop.
  public var words: String {
    let who = theirs.map(\.author).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    return "meanwhile \(who.joined(separator: ", ")) changed what this is about: "
      + issues.map(\.words).joined(separator: "; ")
  }
}

extension Conflict.Issue {
  fileprivate var words: String {
    switch self {
    case .session(let session): "the session '\(session)'"
    case .place(let place, let ours, let theirs):
      "the place \((place as BoardPlace?).words) for '\(ours)', where '\(theirs)' is now"
    case .violation(let violation): "the broken rule '\(violation)'"
    case .name: "the draft's name"
    case .stage: "the draft's stage"
    case .note(let act): "the note of act \(act)"
    }
  }
}
