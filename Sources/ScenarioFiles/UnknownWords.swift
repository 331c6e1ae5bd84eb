// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings
import Tables

/// Words that nothing else in the tables uses and that are one letter away from a known one: a
/// limit on kind `WSS` limits nothing, and a need for `hybird` is met by no room.
enum UnknownWords {
  static func warn(_ scenario: Scenario, sessions: [RowReader], limits: [RowReader]) {
    let features = Set(scenario.rooms.flatMap(\.features))
    for reader in sessions { warn(reader, "needs", "no room has", features) }
    let kinds = Set(scenario.activities.map(\.kind.token))
    let themes = Set(scenario.activities.flatMap(\.themes))
      .union(sessions.flatMap { $0.tokens("themes") })
    let needs = Set(sessions.flatMap { $0.tokens("needs") })
    for reader in limits {
      warn(reader, "kinds", "no activity is of", kinds)
      warn(reader, "themes", "no session has", themes)
      warn(reader, "needs", "no session needs", needs)
    }
  }

  private static func warn(
    _ reader: RowReader, _ column: String, _ who: String, _ known: Set<String>
  ) {
    // A word that only looks like a known one has already been reported, as one that differs in the
    // form of its letters.
    let forms = Set(known.map(CellText.folded))
    for word in reader.tokens(column)
    where !known.contains(word) && !forms.contains(CellText.folded(word)) {
      guard let near = Nearest.to(word, among: known.sorted()) else { continue }
      reader.warn(
        "stranger", column, word, "'\(word)' is asked for, but \(who) it.",
        "did you mean '\(near)'?")
    }
  }
}
