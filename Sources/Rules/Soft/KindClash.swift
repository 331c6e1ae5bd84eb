// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Pairs of overlapping sessions that share an intersessional kind.
enum KindClash: SoftCount {
  static let id = SoftRule.kindClash

  static let words = RuleWords(
    title: "Clashes inside a kind",
    mark: "same kind at the same time",
    counts:
      """
      Pairs of sessions that overlap and belong to the same intersessional kind (DC, BPF, NRI, \
      PN).
      """,
    unit: ("clash inside a kind", "clashes inside a kind"),
    example: "Two Dynamic Coalitions at the same hour.",
    change: "The activity that a session names in sessions.csv."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    schedule.overlaps.compactMap { pair in
      let (a, b) = (schedule.placed[pair.first], schedule.placed[pair.second])
      let common = intersessionalKinds(a, schedule).filter {
        intersessionalKinds(b, schedule).contains($0)
      }
      guard !common.isEmpty else { return nil }
      return cause(
        schedule, [a.session, b.session], 1, OneKind(first: a, second: b, kinds: common))
    }
  }

  static func intersessionalKinds(
    _ placed: ReviewedSchedule.Placed, _ schedule: ReviewedSchedule
  ) -> [Kind] {
    schedule.scenario.kinds(ofSession: placed.session).filter(\.isIntersessional)
  }

  struct OneKind: RuleFact {
    let first: ReviewedSchedule.Placed
    let second: ReviewedSchedule.Placed
    /// The kinds that both have.
    let kinds: [Kind]

    func sentence(_ names: ReviewNames) -> String {
      "\(names.words(first)) and \(names.words(second)) are both of"
        + " \(kinds.map(\.token).joined(separator: ", "))"
    }
  }
}
