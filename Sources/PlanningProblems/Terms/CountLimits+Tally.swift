// SPDX-License-Identifier: GPL-3.0-or-later

/// How many sessions count for each limit at each moment, on each day, at the meeting.
///
/// Moments are cells of the grid. Of a limit per moment the fullest cell counts, so the number of
/// cells of each height is kept too.
final class CountLimitTally: CountTally {
  private struct Limit: BitwiseCopyable {
    let scope: CountLimit.Scope
    let atMost: Int
    let price: Int?
    /// Where its cells begin in `counts`, its heights in `heights`.
    let firstCell: Int
    let firstHeight: Int
  }

  private let arena = Arena()
  private let limits: Table<Int, Limit>
  private let minutes: Table<SessionPosition, Int>
  /// By session, the limits it is a member of.
  private let limitsOf: FlatLists
  private let grain: Int
  private let cellsPerDay: Int
  private let dayStarts: Table<Int, Int>
  private let rooms: Int
  /// By limit and room, whether a session counts there.
  private let isCounted: Table<Int, Bool>
  /// By limit and moment or day.
  private let counts: Table<Int, Int>
  /// By limit and count, the moments that have it.
  private let heights: Table<Int, Int>
  /// By limit, the count of its fullest moment.
  private let highest: Table<Int, Int>
  private(set) var empty = Score.zero

  init(_ limits: [CountLimit], _ problem: PlanningProblem) {
    let days = problem.scenario.meeting.days
    let grain = max(1, problem.scenario.meeting.gridMinutes)
    let cellsPerDay = (1440 + grain - 1) / grain
    let moments = cellsPerDay * days.count
    let cells = limits.map {
      switch $0.scope {
      case .moment: moments
      case .day: days.count
      case .meeting: 1
      }
    }
    let heightCounts = limits.map {
      $0.scope == .moment ? $0.members.count + $0.held.count + 1 : 0
    }
    let (firstCell, firstHeight) = (cells.runningSums, heightCounts.runningSums)
    self.limits = arena.table(
      limits.enumerated().map { i, limit in
        Limit(
          scope: limit.scope, atMost: limit.atMost, price: limit.price, firstCell: firstCell[i],
          firstHeight: firstHeight[i])
      })
    minutes = arena.table(problem.minutes)
    limitsOf = FlatLists(problem.memberships(limits.map(\.members)), in: arena)
    self.grain = grain
    self.cellsPerDay = cellsPerDay
    dayStarts = arena.table(days.map { $0.date.dayNumber * 1440 })
    let rooms = problem.rooms
    self.rooms = rooms.count
    isCounted = arena.table(limits.flatMap { limit in rooms.map { limit.counts($0) } })
    counts = arena.table(repeating: 0, count: cells.reduce(0, +))
    heights = arena.table(repeating: 0, count: heightCounts.reduce(0, +))
    highest = arena.table(repeating: 0, count: limits.count)
    for (i, limit) in limits.enumerated() where limit.scope == .moment {
      heights[firstHeight[i]] = moments
    }
    for (i, limit) in limits.enumerated() {
      for stay in limit.held {
        empty += change(i, start: stay.start, minutes: stay.minutes, day: stay.day, by: 1)
      }
    }
  }

  func most(fromMoving p: SessionPosition) -> Score {
    limitsOf.range(of: p).reduce(.zero) { $0 + .of(limits[limitsOf[$1]].price) }
  }

  func change(_ p: SessionPosition, at stay: Stay, by sign: Int) -> Score {
    var sum = Score.zero
    for place in limitsOf.range(of: p) {
      let i = limitsOf[place]
      if isCounted[i * rooms + stay.room.index] {
        sum += change(i, start: stay.start, minutes: minutes[p], day: stay.day, by: sign)
      }
    }
    return sum
  }

  private func change(_ i: Int, start: Int, minutes: Int, day: Int, by sign: Int) -> Score {
    let limit = limits[i]
    var change = Score.zero
    let (old, new): (Int, Int) =
      switch limit.scope {
      case .day: add(sign, at: limit.firstCell + day)
      case .meeting: add(sign, at: limit.firstCell)
      case .moment: addMoments(i, limit, start: start, minutes: minutes, day: day, by: sign)
      }
    change.charge(limit.price, times: max(0, new - limit.atMost) - max(0, old - limit.atMost))
    return change
  }

  private func add(_ sign: Int, at cell: Int) -> (old: Int, new: Int) {
    let old = counts[cell]
    counts[cell] = old + sign
    return (old, old + sign)
  }

  /// Counts a stay at each of its moments; returns the fullest moment's count before and after.
  private func addMoments(
    _ i: Int, _ limit: Limit, start: Int, minutes: Int, day: Int, by sign: Int
  ) -> (old: Int, new: Int) {
    let from = start - dayStarts[day]
    let firstOfDay = limit.firstCell + day * cellsPerDay
    let old = highest[i]
    for cell in firstOfDay + from / grain...firstOfDay + (from + minutes - 1) / grain {
      let count = counts[cell]
      heights[limit.firstHeight + count] -= 1
      heights[limit.firstHeight + count + sign] += 1
      counts[cell] = count + sign
      highest[i] = max(highest[i], count + sign)
    }
    while highest[i] > 0, heights[limit.firstHeight + highest[i]] == 0 { highest[i] -= 1 }
    return (old, highest[i])
  }
}
