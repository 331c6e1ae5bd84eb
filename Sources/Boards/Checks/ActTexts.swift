// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether the texts of an act, or of a new draft, are ones: checked before anything is looked up.
enum ActTexts {
  /// Sessions, violations or tables that one act may be about.
  private static let mostThings = 5_000

  static func faults(_ proposal: ActProposal) -> [ActFault] {
    var faults =
      line(proposal.key, .key) + line(proposal.author, .author)
      + text(proposal.why, .why, mayBeEmpty: true)
    switch proposal.kind {
    case .moves(let moves, _): faults += count(moves.count)
    case .pin(let sessions), .unpin(let sessions): faults += count(sessions.count)
    case .note(_, let note): faults += text(note, .note)
    case .accept(let violation), .withdraw(let violation): faults += line(violation, .violation)
    case .name(let name): faults += Self.name(name)
    case .tables(let tables):
      faults += count(tables.count)
    case .stage, .undo, .redo, .publish: break
    }
    return faults
  }

  static func faults(_ draft: NewBoardDraft) -> [ActFault] {
    line(draft.key, .key) + name(draft.name) + line(draft.author, .author)
      + text(draft.why, .why, mayBeEmpty: true)
  }

  private static func name(_ name: String) -> [ActFault] {
    let faults = line(name, .name)
    return faults.isEmpty && Int(name) != nil ? [.nameIsNumber(name)] : faults
  }

  private static func count(_ count: Int) -> [ActFault] {
    if count == 0 { return [.nothing] }
    return count > mostThings ? [.tooMany(count, most: mostThings)] : []
  }

  /// Something that lists, names and commands show on one line.
  private static func line(_ text: String, _ which: ActFault.Text) -> [ActFault] {
    let isOneLine = text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    return Self.text(text, which) + (isOneLine ? [] : [.notOneLine(which)])
  }

  private static func text(
    _ text: String, _ which: ActFault.Text, mayBeEmpty: Bool = false
  ) -> [ActFault] {
    let isEmpty = text.allSatisfy(\.isWhitespace)
    if isEmpty && !mayBeEmpty { return [.missing(which)] }
    // What a person can type; characters can be made of any number of scalars.
    return text.unicodeScalars.count > which.most ? [.tooLong(which, most: which.most)] : []
  }
}

extension ActProposal {
  /// What is wrong with its texts, before anything is looked up: for what must not be done unless
  /// its act can be in the log.
  public var textFaults: [ActFault] { ActTexts.faults(self) }
}

extension ActFault.Text {
  /// Unicode scalars that it may have; bytes for the whole act.
  var most: Int {
    switch self {
    case .key: 200
    case .author, .name: 100
    case .why: 4_000
    case .note: 10_000
    case .violation: 1_000
    case .act: 2_000_000
    }
  }
}
