// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// Which lengths come to the same where sessions begin in slots.
///
/// Where the next slot begins 75 minutes after the last, sessions of 30, 45, 60 and 75 minutes can
/// change places with each other. Looked at by their minutes alone, the few of 45 would find hardly
/// anybody to change with.
struct SlotLengths {
  /// Minutes between two slots of a day, in order.
  private let distances: [Int]

  init(_ problem: PlanningProblem) {
    distances = Set(
      problem.scenario.meeting.days.flatMap { day in
        let starts = (day.starts ?? []).sorted()
        return starts.indices.flatMap { i in starts[i...].dropFirst().map { $0 - starts[i] } }
      }
    ).sorted()
  }

  /// The longest session that ends before the same slot, wherever it begins, as one of so many minutes;
  /// their own number where no slot begins so late.
  func length(of minutes: Int) -> Int { distances.first { $0 >= minutes } ?? minutes }
}
