// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

// MARK: What a move changes in running counts

extension PricedSchedule {
  /// Whether any step touches a group term.
  func touchesGroups(_ steps: [Step]) -> Bool { steps.contains { board.hasGroups[$0.session] } }

  /// The most that group terms can give when these steps are made.
  func mostFromGroups(_ steps: [Step]) -> Score {
    var sum = Score.zero
    for step in steps { sum += board.mostFromGroups[step.session] }
    return sum
  }

  /// What steps change in the group terms.
  func groupChange(_ steps: [Step]) -> Score {
    let change = moveGroups(steps)
    moveGroupsBack(steps)
    return change
  }

  /// Undoes `moveGroups`.
  func moveGroupsBack(_ steps: [Step]) {
    for step in steps where board.hasGroups[step.session] {
      _ = tally(step.session, step.start, step.room, by: -1)
    }
    for step in steps where board.hasGroups[step.session] {
      _ = tallyStand(step.session, by: 1)
    }
  }

  /// Counts the steps' sessions out where they stand and in where they go; returns what that changes.
  func moveGroups(_ steps: [Step]) -> Score {
    var sum = Score.zero
    for step in steps where board.hasGroups[step.session] {
      sum += tallyStand(step.session, by: -1)
    }
    for step in steps where board.hasGroups[step.session] {
      sum += tally(step.session, step.start, step.room, by: 1)
    }
    return sum
  }

  private func tallyStand(_ p: SessionPosition, by sign: Int) -> Score {
    tally(p, startOrNone(of: p), room(of: p), by: sign)
  }

  private func tally(
    _ p: SessionPosition, _ s: StartOption, _ r: RoomPosition, by sign: Int
  ) -> Score {
    guard !s.isNone else { return .zero }
    let start = board.position(of: s, of: p)
    let stay = Stay(start: board.minuteOf[start], day: board.dayOf[start], room: r)
    return counts.change(p, at: stay, by: sign)
  }
}
