// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension HardCheck {
  /// A violation by one session or several, ids in the order of the table.
  ///
  /// - Parameters:
  ///   - sessions: indices into `Scenario.sessions`.
  ///   - people: indices into `Scenario.people`.
  ///   - fact: what was found; its sentence is the violation's.
  static func violation(
    _ schedule: ReviewedSchedule, _ sessions: [Int], people: [Int] = [], _ fact: some RuleFact
  ) -> Review.Violation {
    Review.Violation(
      rule: id, sessions: sessions.sorted().map { schedule.id($0) },
      people: people.map { schedule.scenario.people[$0].id },
      fact: ToldFact(fact: fact, names: schedule.names))
  }
}

extension SoftCount {
  /// What some sessions add to the units of a rule, ids in the order of the table.
  ///
  /// - Parameters:
  ///   - sessions: indices into `Scenario.sessions`.
  ///   - people: indices into `Scenario.people`.
  ///   - units: how many, at least one.
  ///   - fact: what was found; its sentence is the cause's.
  static func cause(
    _ schedule: ReviewedSchedule, _ sessions: [Int], people: [Int] = [], _ units: Int,
    _ fact: some RuleFact
  ) -> Review.Cause {
    Review.Cause(
      sessions: sessions.sorted().map { schedule.id($0) },
      people: people.map { schedule.scenario.people[$0].id }, units: units,
      fact: ToldFact(fact: fact, names: schedule.names))
  }
}
