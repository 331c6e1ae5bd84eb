// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Every eligible `must` session is placed, once; an optional one at most once.
enum PlacedOnce: HardCheck {
  static let id = HardRule.placedOnce

  static let words = RuleWords(
    title: "Every session has its place",
    mark: "has no place",
    counts:
      """
      Every session with placement must has exactly one place; an optional one has one or \
      none. Sessions held back for their activity's requirements are not asked for.
      """,
    example: "The opening ceremony is in no row of the schedule, or in two.",
    change:
      """
      placement in sessions.csv: must or optional. A meeting that is too full gets its best \
      partial draft with --allow-unplaced.
      """
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    func short(_ session: Int, _ shortfall: Review.Shortfall) -> Review.Violation {
      var violation = violation(
        schedule, [session], WithoutPlace(session: session, shortfall: shortfall))
      violation.shortfall = shortfall
      return violation
    }
    let missing = schedule.absent.filter { schedule.scenario.sessions[$0].placement == .must }
    return missing.map { short($0, .absent) }
      + schedule.partly.map { short($0.session, .partly($0.lacks)) }
      + schedule.placedTwice.map { short($0, .twice) }
  }

  /// A whole place, and one, is all that it asks.
  static func violations(
    by placed: ReviewedSchedule.Placed, beside others: ReviewedSchedule
  ) -> [Review.Violation] { [] }

  struct WithoutPlace: RuleFact {
    let session: Int
    let shortfall: Review.Shortfall

    func sentence(_ names: ReviewNames) -> String {
      let what =
        switch shortfall {
        case .absent: "must be placed and is not"
        case .partly(let lacks): "is not fully placed: \(PlacedOnce.words(lacks))"
        case .twice: "is placed more than once"
        }
      return "\(names.named(session)) \(what)."
    }
  }

  /// `no hour, no room`.
  static func words(_ lacks: [Review.Shortfall.Lack]) -> String {
    lacks.map { "no \($0.rawValue)" }.joined(separator: ", ")
  }
}
