// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The priorities of the unplaced optional sessions.
enum Unplaced: SoftCount {
  static let id = SoftRule.unplaced

  static let words = RuleWords(
    title: "Optional sessions left out",
    mark: "left out",
    counts: "The priorities of the optional sessions that have no place, added up.",
    unit: ("point of priority left out", "points of priority left out"),
    example: "Two optional sessions of priority 3 left out are 6 units.",
    change: "priority and placement in sessions.csv."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    schedule.absent.filter { schedule.scenario.sessions[$0].placement == .optional }.map {
      let priority = schedule.scenario.sessions[$0].priority
      return cause(schedule, [$0], priority, LeftOut(session: $0, priority: priority))
    }
  }

  struct LeftOut: RuleFact {
    let session: Int
    let priority: Int

    func sentence(_ names: ReviewNames) -> String {
      "\(names.named(session)) (priority \(priority)) is left out"
    }
  }
}
