// SPDX-License-Identifier: GPL-3.0-or-later

/// How many sessions count for each limit at each moment, on each day, at the meeting.
///
/// TimePoints are cells of the grid. Of a limit per moment the fullest cell counts, so the number of
/// cells of each height is kept too.
struct CountLimitTally: CountTally {
  private let limits: [CountLimit]
  private let minutes: [Int]
  /// By session, the limits it is a member of.
  private let limitsOf: [[Int]]
  private let grain: Int
  private let cellsPerDay: Int
  private let dayStarts: [Int]
  /// By limit and moment or day.
  private var counts: [[Int]]
  /// By limit and count, the moments that have it.
  private var heights: [[Int]]
  private(set) var empty = Score.zero

  init(_ limits: [CountLimit], _ problem: PlanningProblem) {
    let days = problem.scenario.meeting.days
    self.limits = limits
    minutes = problem.minutes
    limitsOf = problem.memberships(limits.map(\.members))
    grain = max(1, problem.scenario.meeting.gridMinutes)
    cellsPerDay = 1440 / grain
    dayStarts = days.map { $0.date.dayNumber * 1440 }
    let cells = cellsPerDay * days.count
    counts = limits.map {
      switch $0.scope {
      case .moment: Array(repeating: 0, count: cells)
      case .day: Array(repeating: 0, count: days.count)
      case .meeting: [0]
      }
    }
    heights = limits.map { limit in
      guard case .moment = limit.scope else { return [] }
      var heights = Array(repeating: 0, count: limit.members.count + limit.held.count + 1)
      heights[0] = cells
      return heights
    }
    for (i, limit) in limits.enumerated() {
      for stay in limit.held {
        empty += change(i, start: stay.start, minutes: stay.minutes, day: stay.day, by: 1)
      }
    }
  }

  func most(fromMoving p: Int) -> Score {
    limitsOf[p].reduce(.zero) { $0 + .of(limits[$1].price) }
  }

  mutating func change(_ p: Int, at stay: Stay, by sign: Int) -> Score {
    var sum = Score.zero
    for i in limitsOf[p] where limits[i].counts(stay.room) {
      sum += change(i, start: stay.start, minutes: minutes[p], day: stay.day, by: sign)
    }
    return sum
  }

  private mutating func change(
    _ i: Int, start: Int, minutes: Int, day: Int, by sign: Int
  ) -> Score {
    let old = excess(i, day: day)
    switch limits[i].scope {
    case .day: counts[i][day] += sign
    case .meeting: counts[i][0] += sign
    case .moment:
      let first = day * cellsPerDay + (start - dayStarts[day]) / grain
      let last = day * cellsPerDay + (start - dayStarts[day] + minutes - 1) / grain
      for cell in first...last {
        let count = counts[i][cell]
        heights[i][count] -= 1
        heights[i][count + sign] += 1
        counts[i][cell] = count + sign
      }
    }
    var change = Score.zero
    change.charge(limits[i].price, times: excess(i, day: day) - old)
    return change
  }

  private func excess(_ i: Int, day: Int) -> Int {
    switch limits[i].scope {
    case .day: return max(0, counts[i][day] - limits[i].atMost)
    case .meeting: return max(0, counts[i][0] - limits[i].atMost)
    case .moment:
      let highest = heights[i].lastIndex { $0 > 0 } ?? 0
      return max(0, highest - limits[i].atMost)
    }
  }
}
