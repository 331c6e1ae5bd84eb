// SPDX-License-Identifier: GPL-3.0-or-later

/// What changes for a person, in words: each side by its own tables and on the person's own clock.
struct AffectedWords: Sendable {
  /// The person's id.
  let person: String
  let before: Calendars
  let after: Calendars

  func text(_ change: PersonAffected.Change) -> String {
    switch change {
    case .gained(let session, let attendance, let now):
      "\(name(session)), \(attendance): new for them, \(after.words(now, for: person))"
    case .lost(let session, let attendance, let was):
      "\(name(session)), \(attendance): no longer theirs, was \(before.words(was, for: person))"
    case .moved(let session, let attendance, let was, let now):
      "\(name(session)), \(attendance): \(before.words(was, for: person)) →"
        + " \(after.words(now, for: person))"
    case .attendance(let session, let was, let now):
      "\(name(session)): \(was) before, \(now) now"
    case .clashes(let pair): "\(names(pair)) are now at the same time"
    case .clashesNoMore(let pair): "\(names(pair)) are no longer at the same time"
    case .mustCome(let day): "must come on \(day)"
    case .needNotCome(let day): "no longer needs to come on \(day)"
    }
  }

  /// Pairs of sessions in the order of their titles.
  func sorted(_ pairs: Set<PersonAffected.SessionPair>) -> [PersonAffected.SessionPair] {
    pairs.sorted { (names($0), $0.first, $0.second) < (names($1), $1.first, $1.second) }
  }

  /// A session's title with its id, as it is called now.
  private func name(_ session: String) -> String {
    after.name(session) ?? before.name(session) ?? session
  }

  private func names(_ pair: PersonAffected.SessionPair) -> String {
    "\(name(pair.first)) and \(name(pair.second))"
  }
}
