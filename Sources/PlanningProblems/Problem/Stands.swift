// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the sessions of a schedule stand, as the pair terms look at them.
package struct Stands: Sendable {
  /// How long each session lasts.
  package let minutes: TypedArray<SessionPosition, Int>
  /// By session; `nil` where it is out.
  private(set) var stays: TypedArray<SessionPosition, Stay?>
  /// Sessions placed on each day, in no order.
  private var onDay: [[SessionPosition]]
  private var slotOnDay: TypedArray<SessionPosition, Int>
  /// Rests reach into the next day only where open hours lie that close to midnight.
  private let daysTouch: Bool

  /// With every session out.
  package init(_ problem: PlanningProblem) {
    minutes = problem.minutes
    stays = TypedArray(repeating: nil, count: minutes.count)
    onDay = Array(repeating: [], count: problem.scenario.meeting.days.count)
    slotOnDay = TypedArray(repeating: -1, count: minutes.count)
    daysTouch = problem.daysTouch
  }

  /// Puts a session in; it must be out.
  package mutating func put(_ p: SessionPosition, at stay: Stay) {
    stays[p] = stay
    slotOnDay[p] = onDay[stay.day].count
    onDay[stay.day].append(p)
  }

  /// Takes a session out; it must be in.
  package mutating func take(_ p: SessionPosition) {
    guard let day = stays[p]?.day else { return }
    let slot = slotOnDay[p]
    let last = onDay[day].count - 1
    let moved = onDay[day][last]
    onDay[day][slot] = moved
    slotOnDay[moved] = slot
    onDay[day].removeLast()
    stays[p] = nil
  }

  /// Adds up what a placed session deals with each other one that it may stand too close to.
  package func sum(
    near p: SessionPosition,
    _ dealings: (_ q: SessionPosition, _ here: Stay, _ there: Stay) -> Score
  ) -> Score {
    guard let here = stays[p] else { return .zero }
    var sum = Score.zero
    func add(_ others: [SessionPosition]) {
      for q in others where q != p {
        if let there = stays[q] { sum += dealings(q, here, there) }
      }
    }
    if daysTouch { for others in onDay { add(others) } } else { add(onDay[here.day]) }
    return sum
  }

  /// Whether two sessions lie closer together than `gap` minutes.
  package func isTooClose(
    _ p: SessionPosition, _ here: Stay, _ q: SessionPosition, _ there: Stay, gap: Int
  ) -> Bool {
    here.start < there.start + minutes[q] + gap && there.start < here.start + minutes[p] + gap
  }
}

extension PlanningProblem {
  /// The longest turnover of a room or transfer of a person.
  package var longestRest: Int { terms.all.map(\.longestRest).max() ?? 0 }

  /// Whether a session of one day may still stand in the way of one of the next.
  package var daysTouch: Bool {
    let rest = longestRest
    let days = scenario.meeting.days.filter { !$0.open.isEmpty }
    return zip(days, days.dropFirst()).contains { earlier, later in
      let end = earlier.openIntervals.map(\.end.minutes).max() ?? 0
      let start = later.openIntervals.map(\.start.minutes).min() ?? 0
      return start - end < rest
    }
  }
}
