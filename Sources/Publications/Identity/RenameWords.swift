// SPDX-License-Identifier: GPL-3.0-or-later

import Programmes
import Texts

extension RenameQuestion {
  /// `a-1 “First” is gone, and WS-01 “First” is new with the same title, activity and room: was a-1
  /// renamed WS-01?`
  public var words: String {
    let (from, to) = (rename.from, rename.to)
    return "\(Self.called(from, before)) is gone, and \(Self.called(to, now)) is new with the same"
      + " \(agree.map(\.word).listed): was \(from) renamed \(to)?"
  }

  /// What each answer does.
  public var consequences: (yes: String, no: String) {
    switch rename.sort {
    case .session:
      (
        "calendars and agendas go on, nobody is told of a change",
        "the one is cancelled and the other is new, and everybody is told"
      )
    case .person:
      (
        "the address of the person's own calendar goes on",
        "the one leaves the sessions, the other gets a calendar at a new address"
      )
    case .activity, .room:
      (
        "the address of its calendar goes on",
        "the calendar of the one ends empty, the other's is at a new address"
      )
    }
  }

  /// The same, with what to type.
  public var answers: [String] {
    let (from, to) = (
      ShellWord.quoted(rename.from), ShellWord.quoted("\(rename.from)=\(rename.to)")
    )
    let (yes, no) = consequences
    return ["--renamed \(to): \(yes)", "--not-renamed \(from): \(no)"]
  }

  private static func called(_ id: String, _ name: String) -> String {
    let name = CalendarText.line(name)
    return name.isEmpty || name == id ? id : "\(id) “\(name)”"
  }
}

extension RenameQuestion.Trait {
  var word: String { self == .start ? "day and time" : rawValue }
}

extension Rename.Sort {
  var noun: String { rawValue }
}

extension RenameFault {
  public var words: String {
    switch self {
    case .neverPublished(let id, let near):
      "nothing that was published is called '\(id)'" + Self.meant(near)
    case .notInTables(let id, let sort, let near):
      "the tables have no \(sort.noun) '\(id)'" + Self.meant(near)
    case .stillThere(let id, let sort):
      "the tables still have a \(sort.noun) '\(id)', so it was not renamed"
    case .publishedBefore(let id, let sort):
      "'\(id)' was published before as a \(sort.noun) of its own, which keeps its identity"
    case .twice(let id): "'\(id)' is named twice by --renamed and --not-renamed"
    }
  }

  private static func meant(_ near: String?) -> String {
    near.map { "; did you mean '\($0)'?" } ?? ""
  }
}
