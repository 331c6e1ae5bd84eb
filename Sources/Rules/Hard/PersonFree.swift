// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// Two sessions that one person must attend: the later begins at least the transfer time after the
/// earlier ends.
enum PersonFree: TwoCheck {
  static let id = HardRule.personFree

  static let words = RuleWords(
    title: "Nobody in two places at once",
    mark: "somebody is needed in two places",
    counts:
      """
      Two sessions that one person must attend do not overlap and leave that person the time \
      to change between them.
      """,
    example:
      """
      The moderator of one session sits on the panel of another that begins while the first \
      runs.
      """,
    change:
      """
      attendance in roles.csv (required or preferred) and transferMinutes in meeting.json; \
      roles that follow from the activities' tables are in modalities.md.
      """
  )

  static func violation(
    by first: ReviewedSchedule.Placed, and second: ReviewedSchedule.Placed,
    in schedule: ReviewedSchedule
  ) -> Review.Violation? {
    // Most pairs are far apart, which is quicker to see than whom they share.
    let gap = ReviewedSchedule.gap(first.stay, second.stay)
    let transfer = schedule.scenario.meeting.transferMinutes
    guard gap < transfer else { return nil }
    let others = schedule.attendances.required(second.session)
    let both = schedule.attendances.required(first.session).filter(others.contains)
    guard !both.isEmpty else { return nil }
    let fact = TwoPlaces(
      people: both, first: first, second: second, gap: gap, needed: transfer)
    var violation = violation(schedule, [first.session, second.session], people: both, fact)
    violation.minutesBetween = gap
    return violation
  }

  struct TwoPlaces: RuleFact {
    let people: [Int]
    let first: ReviewedSchedule.Placed
    let second: ReviewedSchedule.Placed
    /// Minutes between the two, negative where they overlap.
    let gap: Int
    /// Minutes that the change takes.
    let needed: Int

    func sentence(_ names: ReviewNames) -> String {
      "\(names.names(people)) must be in \(names.words(first)) and in \(names.words(second))"
        + (gap < 0
          ? ", which overlap."
          : ": \(Count.of(gap, "minute")) to change; \(Count.are(needed)) needed.")
    }
  }
}
