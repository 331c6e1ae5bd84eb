// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
  /// `theme-clash`: overlapping sessions that share a theme, each pair once.
  mutating func addThemeClash() {
    let price = weight(.themeClash)
    guard price > 0 else { return }
    let themes = sessions.mapped { Set(scenario.sessions[$0].themes) }
    for a in sessions.indices {
      for b in sessions.indices where b > a && !themes[a].isDisjoint(with: themes[b]) {
        terms.overlapPrices.price.setBoth(a, b) { $0 + price }
      }
    }
  }
}
