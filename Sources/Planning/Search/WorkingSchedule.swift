// SPDX-License-Identifier: GPL-3.0-or-later

/// A schedule under construction that knows at once what a change costs.
///
/// Sessions are put in and taken out one by one; `standing` is always that of the whole schedule.
public struct WorkingSchedule: Sendable {
  public let problem: PlanningProblem
  public private(set) var assignment: Assignment
  public private(set) var standing: Standing

  /// Venue minute of each session's start, `Self.nowhere` where it is out.
  private(set) var start: [Int]
  private(set) var room: [Int]
  private(set) var day: [Int]
  /// Sessions placed on each day.
  private var onDay: [[Int]]
  private var slotOnDay: [Int]
  private var groups: GroupTallies
  private let relationsOf: [[Int]]
  private let sameRoomsOf: [[Int]]
  /// Gaps reach into the next day only where open hours lie that close to midnight.
  private let daysTouch: Bool

  static let nowhere = Int.min

  /// With every session left out.
  public init(_ problem: PlanningProblem) {
    self.problem = problem
    let count = problem.sessions.count
    assignment = Assignment(places: Array(repeating: nil, count: count))
    start = Array(repeating: Self.nowhere, count: count)
    room = Array(repeating: -1, count: count)
    day = Array(repeating: -1, count: count)
    onDay = Array(repeating: [], count: problem.scenario.meeting.days.count)
    slotOnDay = Array(repeating: -1, count: count)
    groups = GroupTallies(problem)
    var relationsOf: [[Int]] = Array(repeating: [], count: count)
    for (i, relation) in problem.relations.enumerated() {
      relationsOf[relation.a].append(i)
      relationsOf[relation.b].append(i)
    }
    self.relationsOf = relationsOf
    var sameRoomsOf: [[Int]] = Array(repeating: [], count: count)
    for (i, pair) in problem.sameRooms.enumerated() {
      sameRoomsOf[pair.a].append(i)
      sameRoomsOf[pair.b].append(i)
    }
    self.sameRoomsOf = sameRoomsOf
    daysTouch = Self.daysTouch(problem)
    standing = .zero
    standing += groups.standing
    for p in 0..<count { standing += absence(of: p) }
  }

  /// With an assignment's sessions in their places.
  public init(_ problem: PlanningProblem, _ assignment: Assignment) {
    self.init(problem)
    for (p, place) in assignment.places.enumerated() {
      if let place { put(p, at: place) }
    }
  }

  static func daysTouch(_ problem: PlanningProblem) -> Bool {
    let gap = max(
      problem.requiredGap.values.max() ?? 0, problem.roomGap.values.max() ?? 0)
    let days = problem.scenario.meeting.days.filter { !$0.open.isEmpty }
    return zip(days, days.dropFirst()).contains { earlier, later in
      let end = earlier.openIntervals.map(\.end.minutes).max() ?? 0
      let start = later.openIntervals.map(\.start.minutes).min() ?? 0
      return start - end < gap
    }
  }

  private func absence(of p: Int) -> Standing {
    if let price = problem.unplacedCost[p] { return Standing(violations: 0, cost: price) }
    return Standing(violations: 1, cost: problem.absenceCost[p])
  }

  /// Puts a session in; it must be out.
  public mutating func put(_ p: Int, at place: Assignment.Place) {
    let table = problem.places[p]
    assignment.places[p] = place
    start[p] = table.starts[place.start]
    room[p] = table.rooms[place.room]
    day[p] = table.days[place.start]
    standing = standing - absence(of: p)
    standing.cost += table.price(place.start, place.room) ?? 0
    standing += dealings(of: p)
    slotOnDay[p] = onDay[day[p]].count
    onDay[day[p]].append(p)
    standing += groups.put(p, start: start[p], day: day[p], room: room[p])
  }

  /// Takes a session out; it must be in.
  public mutating func take(_ p: Int) {
    guard let place = assignment.places[p] else { return }
    standing += groups.take(p, start: start[p], day: day[p], room: room[p])
    let slot = slotOnDay[p]
    let last = onDay[day[p]].count - 1
    let moved = onDay[day[p]][last]
    onDay[day[p]][slot] = moved
    slotOnDay[moved] = slot
    onDay[day[p]].removeLast()
    standing = standing - dealings(of: p)
    standing.cost -= problem.places[p].price(place.start, place.room) ?? 0
    standing += absence(of: p)
    assignment.places[p] = nil
    start[p] = Self.nowhere
    room[p] = -1
    day[p] = -1
  }

  /// What `p` at its place has to do with the others that are placed.
  private func dealings(of p: Int) -> Standing {
    var sum = Standing.zero
    if daysTouch {
      for others in onDay { for q in others where q != p { sum += dealings(p, q) } }
    } else {
      for q in onDay[day[p]] where q != p { sum += dealings(p, q) }
    }
    for i in relationsOf[p] {
      let relation = problem.relations[i]
      let a = relation.a
      let b = relation.b
      guard start[a] != Self.nowhere, start[b] != Self.nowhere else { continue }
      let holds = relation.holds(
        start[a], day[a], problem.minutes[a], start[b], day[b], problem.minutes[b])
      if !holds { sum.charge(relation.price) }
    }
    for i in sameRoomsOf[p] {
      let pair = problem.sameRooms[i]
      guard room[pair.a] >= 0, room[pair.b] >= 0, room[pair.a] != room[pair.b] else { continue }
      sum.charge(pair.price)
    }
    return sum
  }

  @inline(__always)
  private func dealings(_ p: Int, _ q: Int) -> Standing {
    let a = start[p]
    let b = start[q]
    let aEnd = a + problem.minutes[p]
    let bEnd = b + problem.minutes[q]
    var sum = Standing.zero
    let gap = problem.requiredGap[p, q]
    if gap >= 0, a < bEnd + gap, b < aEnd + gap { sum.violations += 1 }
    let turnover = Int(problem.roomGap[room[p], room[q]])
    if turnover >= 0, a < bEnd + turnover, b < aEnd + turnover { sum.violations += 1 }
    if a < bEnd, b < aEnd { sum.cost += problem.overlapCost[p, q] }
    return sum
  }
}

extension Standing {
  /// Adds a price, or a violation where there is none.
  mutating func charge(_ price: Int?, times units: Int = 1) {
    if let price { cost += price * units } else { violations += units }
  }
}
