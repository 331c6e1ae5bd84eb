// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// No session of an activity that misses a requirement is placed.
enum Eligible: HardCheck {
  static let id = HardRule.eligible

  static let words = RuleWords(
    title: "Only eligible sessions are placed",
    mark: "its activity misses a requirement",
    counts:
      """
      With eligibility hold, no session is placed whose activity misses a requirement of the \
      modalities.
      """,
    example: "The session of a Dynamic Coalition without an annual report.",
    change:
      """
      The activity's own row says what is missing; waivers.csv lifts one requirement; \
      eligibility in meeting.json set to report only reports.
      """
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    let standing = Set(schedule.placed.map(\.session) + schedule.partly.map(\.session)).sorted()
    return standing.compactMap { violation(by: $0, in: schedule) }
  }

  static func violations(
    by placed: ReviewedSchedule.Placed, beside others: ReviewedSchedule
  ) -> [Review.Violation] {
    violation(by: placed.session, in: others).map { [$0] } ?? []
  }

  /// - Parameter session: one that is placed, at least in part.
  private static func violation(
    by session: Int, in schedule: ReviewedSchedule
  ) -> Review.Violation? {
    guard schedule.eligibility.held.contains(session) else { return nil }
    let missing = schedule.scenario.sessions[session].activities.flatMap { activity in
      schedule.eligibility.answers[activity].filter(\.holdsBack).map {
        NotEligible.Missing(
          activity: activity, requirement: $0.requirement.id, title: $0.requirement.title)
      }
    }
    return violation(schedule, [session], NotEligible(session: session, missing: missing))
  }

  struct NotEligible: RuleFact {
    /// A requirement that an activity misses.
    struct Missing: Hashable {
      let activity: Int
      let requirement: String
      let title: String
    }

    let session: Int
    let missing: [Missing]

    func sentence(_ names: ReviewNames) -> String {
      let what = missing.map {
        "\(names.scenario.activities[$0.activity].id) misses \($0.requirement) (\($0.title))"
      }
      return "\(names.named(session)) is placed although \(what.joined(separator: ", "))."
    }
  }
}
