// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A person in both of two overlapping sessions, in at least one of them only by preference.
enum PersonalCapacity: SoftCount {
  static let id = SoftRule.personalCapacity

  static let words = RuleWords(
    title: "Clashes of what people would attend",
    mark: "somebody would attend both",
    counts:
      """
      For each person, pairs of sessions that overlap and that the person attends, at least \
      one of them only by preference.
      """,
    unit: ("clash of what people would attend", "clashes of what people would attend"),
    example: "A member of the MAG would like to hear a session while leading another.",
    change: "attendance in roles.csv (preferred)."
  )

  static func causes(in schedule: ReviewedSchedule) -> [Review.Cause] {
    schedule.overlaps.flatMap { pair in
      let (a, b) = (schedule.placed[pair.first], schedule.placed[pair.second])
      let inA = schedule.attendances.bySession[a.session]
      let inB = schedule.attendances.bySession[b.session]
      return inA.keys.sorted().compactMap { person -> Review.Cause? in
        guard let there = inB[person], inA[person] == .preferred || there == .preferred else {
          return nil
        }
        return cause(
          schedule, [a.session, b.session], people: [person], 1,
          WouldAttend(person: person, first: a, second: b))
      }
    }
  }

  struct WouldAttend: RuleFact {
    let person: Int
    let first: ReviewedSchedule.Placed
    let second: ReviewedSchedule.Placed

    func sentence(_ names: ReviewNames) -> String {
      "\(names.names([person])) would attend \(names.words(first)) and \(names.words(second))"
    }
  }
}
