// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A person in both of two overlapping sessions, in at least one of them only by preference.
enum PersonalCapacity: SoftCount {
  static let id = SoftRule.personalCapacity

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
          schedule, [a.session, b.session], 1,
          "\(schedule.names([person])) would attend \(schedule.words(a)) and"
            + " \(schedule.words(b))")
      }
    }
  }
}
