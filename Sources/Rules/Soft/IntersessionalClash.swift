// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Pairs of overlapping sessions, each of an intersessional kind, that share none.
enum IntersessionalClash: SoftCount {
  static let id = SoftRule.intersessionalClash

  static let words = RuleWords(
    title: "Clashes between kinds",
    mark: "another intersessional session at the same time",
    counts: "Pairs of overlapping sessions, each of an intersessional kind, that share none.",
    unit: ("clash between kinds", "clashes between kinds"),
    example: "A Policy Network beside a Best Practice Forum.",
    change: "The activity that a session names in sessions.csv."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    schedule.overlaps.compactMap { pair in
      let (a, b) = (schedule.placed[pair.first], schedule.placed[pair.second])
      let kindsA = KindClash.intersessionalKinds(a, schedule)
      let kindsB = KindClash.intersessionalKinds(b, schedule)
      guard !kindsA.isEmpty, !kindsB.isEmpty, !kindsA.contains(where: kindsB.contains) else {
        return nil
      }
      return cause(
        schedule, [a.session, b.session], 1,
        OtherKinds(first: a, second: b, kinds: kindsA, others: kindsB))
    }
  }

  struct OtherKinds: RuleFact {
    let first: ReviewedSchedule.Placed
    let second: ReviewedSchedule.Placed
    /// Intersessional kinds of the first.
    let kinds: [Kind]
    /// Of the second.
    let others: [Kind]

    func sentence(_ names: ReviewNames) -> String {
      "\(names.words(first)) of \(kinds.map(\.token).joined(separator: ", ")) and"
        + " \(names.words(second)) of \(others.map(\.token).joined(separator: ", "))"
    }
  }
}
