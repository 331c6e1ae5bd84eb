// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
  /// By session its themes, less those whose sessions all have another theme in common too.
  ///
  /// Whoever shares a theme that is left out shares the wider one, so the wider one alone can charge
  /// the pair. Shared out between both, half of the price would be lost: a track's own theme charges
  /// nothing for a track that runs one session at a time, while the theme of several tracks sees only
  /// that so many of its sessions run at once, and takes them to be the cheap pairs.
  var leadingThemes: TypedArray<SessionPosition, Set<String>> {
    let own = TypedArray(over: sessions.indices) { Set(session($0).themes) }
    var members: [String: Set<SessionPosition>] = [:]
    for (p, themes) in own.enumerated() {
      for theme in themes { members[theme, default: []].insert(p) }
    }
    let led = members.filter { theme, those in
      guard let first = those.min() else { return false }
      // A wider theme is one of any member's.
      return own[first].contains { other in
        guard let wider = members[other], other != theme, wider.isSuperset(of: those) else {
          return false
        }
        return wider.count > those.count || other < theme
      }
    }
    return own.mapped { $0.filter { led[$0] == nil } }
  }
}
