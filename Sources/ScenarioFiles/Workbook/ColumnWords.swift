// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Texts

extension Column {
  /// What a cell of it looks like, for people: `a date, such as 2027-06-21`.
  var form: String {
    switch kind {
    case .id: "an id: letters, digits, '.', '_' and '-'"
    case .reference(let sorts): "the id of \(Self.named(sorts))"
    case .references(let sort): "ids of \(Self.several(sort)), separated by ;"
    case .people: "people's ids, separated by ;"
    case .text: "any text"
    case .address: "an address that begins with https://"
    case .mailbox: "an address for mail, such as ada@example.org"
    case .word: "a word of your own"
    case .words: "words of your own, separated by ;"
    case .kind: "an upper-case word"
    case .kinds: "upper-case words, separated by ;"
    case .number(.minutes, _): "minutes, a whole number"
    case .number: "a whole number"
    case .numberOrAnswer: "a whole number, or no"
    case .date: "a date"
    case .day: "a date, a day of the meeting"
    case .dateOrAnswer: "a date, or yes or no"
    case .clock: "a time of day, such as 09:00"
    case .answer: "yes or no; empty: not known"
    case .answerOrText: "yes, no, or where to find it"
    case .choice(let words): "one of: " + words.joined(separator: ", ")
    case .status: "placed, unplaced or held"
    case .strength(let mustIsKnown):
      mustIsKnown ? "must, or a whole number from 1 to 1000" : "a whole number from 1 to 1000"
    case .windows:
      "2027-06-21, or 2027-06-21 09:00-13:00, or 09:00-13:00 for each day; several with ; between"
    case .position: "degrees north and east, such as 35.0606;135.7859"
    case .zone: "a time zone, such as Europe/Oslo"
    case .requirement: "a requirement's id"
    }
  }

  /// The note on its heading.
  var note: String {
    "\(meaning.capitalizedFirst)\(isRequired ? " (needed)" : "").\n"
      + "Holds \(form)."
  }

  private static func named(_ sorts: [IDKind]) -> String {
    sorts.map(\.withArticle).joined(separator: " or ")
  }

  private static func several(_ sort: IDKind) -> String {
    switch sort {
    case .person: "people"
    case .activity: "activities"
    case .session: "sessions"
    case .room: "rooms"
    }
  }
}
