// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Every link of strength `must` holds.
enum MustLink: HardCheck {
  static let id = HardRule.link

  static let words = RuleWords(
    title: "Links that must hold",
    mark: "breaks a link that must hold",
    counts: "Every link of strength must holds for each pair of sessions that it is about.",
    example: "Two sessions that must follow each other are on different days.",
    change:
      "kind, strength, min_gap and max_gap in links.csv; a number as strength makes it a cost."
  )

  static func violations(in schedule: ReviewedSchedule) -> [Review.Violation] {
    let reading = LinkReading(schedule: schedule)
    return schedule.scenario.links.indices.flatMap { link -> [Review.Violation] in
      guard schedule.scenario.links[link].strength.isMust else { return [] }
      return reading.broken(link).map { violation($0, in: schedule) }
    }
  }

  static func violations(
    by placed: ReviewedSchedule.Placed, beside others: ReviewedSchedule
  ) -> [Review.Violation] {
    let reading = LinkReading(schedule: others, with: placed)
    return others.scenario.links.indices.flatMap { index -> [Review.Violation] in
      let link = others.scenario.links[index]
      guard link.strength.isMust,
        [link.from, link.to].contains(where: { others.scenario.isAbout($0, placed.session) })
      else { return [] }
      return reading.broken(index).filter {
        $0.a.session == placed.session || $0.b.session == placed.session
      }.map { violation($0, in: others) }
    }
  }

  private static func violation(
    _ broken: BrokenLink, in schedule: ReviewedSchedule
  ) -> Review.Violation {
    var violation = violation(schedule, [broken.a.session, broken.b.session], broken)
    violation.link = broken.link
    return violation
  }
}

extension Scenario {
  /// Whether a session is one of those that a subject means.
  fileprivate func isAbout(_ subject: Subject, _ session: Int) -> Bool {
    switch subject {
    case .session(let named): named == session
    case .activity(let activity): sessions[session].activities.contains(activity)
    }
  }
}
