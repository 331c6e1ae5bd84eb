// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The strengths of the pairs that break a link which is not `must`.
enum SoftLink: SoftCount {
  static let id = SoftRule.link

  static let words = RuleWords(
    title: "Links that are not kept",
    mark: "a link is not kept",
    counts:
      """
      The strengths of the links that are not must, once for each pair of sessions that breaks \
      one.
      """,
    unit: ("point of broken links", "points of broken links"),
    example: "Two sessions with an apart link of strength 20 overlap: 20 units.",
    change: "strength in links.csv."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    let reading = LinkReading(schedule: schedule)
    return schedule.scenario.links.flatMap { link -> [Review.Cause] in
      guard case .cost(let strength) = link.strength else { return [] }
      return reading.broken(link).map {
        cause(
          schedule, [$0.a, $0.b], strength,
          $0.words + AskedBy.words(link.askedBy))
      }
    }
  }
}
