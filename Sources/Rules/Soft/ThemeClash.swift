// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Pairs of overlapping sessions that share a theme; each pair once.
enum ThemeClash: SoftCount {
  static let id = SoftRule.themeClash

  static let words = RuleWords(
    title: "Theme clashes",
    mark: "same theme at the same time",
    counts: "Pairs of sessions that overlap and share a theme; each pair once.",
    unit: ("theme clash", "theme clashes"),
    example: "Two sessions on artificial intelligence at the same hour.",
    change: "themes in sessions.csv and in the activities' tables."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    schedule.overlaps.compactMap { pair in
      let (a, b) = (schedule.placed[pair.first], schedule.placed[pair.second])
      let common = schedule.session(a).themes.filter { schedule.session(b).themes.contains($0) }
      guard !common.isEmpty else { return nil }
      return cause(
        schedule, [a.session, b.session], 1, OneTheme(first: a, second: b, themes: common))
    }
  }

  struct OneTheme: RuleFact {
    let first: ReviewedSchedule.Placed
    let second: ReviewedSchedule.Placed
    /// Those that both have.
    let themes: [String]

    func sentence(_ names: ReviewNames) -> String {
      "\(names.words(first)) and \(names.words(second)) share \(themes.joined(separator: ", "))"
    }
  }
}
