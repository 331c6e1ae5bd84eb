// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import PlanningProblems

/// More minutes asked for than some rooms are open: a proof that needs no search.
///
/// Each session takes its minutes and the rest after them; the last of a stretch may have its rest
/// in the closed hours. Joined rooms count as their parts, of which a session takes at least one.
public struct CapacityCount: Sendable {
  /// Indices into `Scenario.sessions` of the counted scenario, the longest first.
  let sessions: [Int]
  /// Ids of the rooms that hold them.
  public let rooms: [String]
  /// Minutes that the sessions need, each with its rest.
  public let needed: Int
  /// Minutes that the rooms are open, each stretch with one rest more.
  public let available: Int
  /// Minutes of rest that each session takes, in `needed`.
  let rest: Int
  /// Stretches in which the rooms are open: each holds one rest more than it has minutes, in `available`.
  let stretches: Int

  /// The day that it is about, as an index into `Meeting.days`; `nil` for all days together.
  let day: Int?

  /// The first set of rooms (and day) of which too much is asked; `nil` if the count shows nothing.
  init?(_ scenario: Scenario, _ problem: PlanningProblem) {
    var found: CapacityCount?
    Self.overfull(scenario, problem) { count in
      found = count
      return false
    }
    guard let count = found else { return nil }
    rest = count.rest
    stretches = count.stretches
    rooms = count.rooms
    available = count.available
    day = count.day
    (sessions, needed) = Self.fewest(
      count.sessions, above: count.available, rest: rest, scenario)
  }

  /// Every set of rooms and day of which too much is asked, with all sessions that have to be in
  /// it.
  ///
  /// - Parameter alone: exclusive sessions and when they run: they are not counted, and neither is
  ///   their time, since nothing else runs then.
  static func all(
    _ scenario: Scenario, _ problem: PlanningProblem, besides alone: [Int: Interval] = [:]
  ) -> [CapacityCount] {
    var counts: [CapacityCount] = []
    overfull(scenario, problem, besides: alone) { count in
      counts.append(count)
      return true
    }
    return counts
  }

  private init(
    sessions: [Int], rooms: [String], needed: Int, available: Int, day: Int?, rest: Int,
    stretches: Int
  ) {
    self.rest = rest
    self.stretches = stretches
    self.sessions = sessions
    self.rooms = rooms
    self.needed = needed
    self.available = available
    self.day = day
  }

  /// Goes through the sets of rooms that sessions are bound to, and the days.
  ///
  /// - Parameter found: whether to go on.
  private static func overfull(
    _ scenario: Scenario, _ problem: PlanningProblem, besides alone: [Int: Interval] = [:],
    found: (CapacityCount) -> Bool
  ) {
    let reach = scenario.sessions.indices.map { problem.reach(of: $0) }
    let sets = Set(reach.map(\.rooms)).sorted {
      ($0.count, $0.description) > ($1.count, $1.description)
    }
    let days: [Int?] = [nil] + scenario.meeting.days.indices.map { $0 }
    for rooms in sets where !rooms.isEmpty {
      let whole = Set(rooms)
      let inside = scenario.sessions.indices.filter {
        alone[$0] == nil && !reach[$0].rooms.isEmpty && whole.isSuperset(of: reach[$0].rooms)
      }
      let names = rooms.map { scenario.rooms[$0].id }
      let rest = rest(names, scenario)
      for day in days {
        let members = inside.filter { day == nil || reach[$0].days == [day ?? -1] }
        if members.isEmpty { continue }
        let open = spaces(rooms, scenario).flatMap {
          openings(of: $0, on: day, scenario)
        }.flatMap { $0.without(Array(alone.values)) }.map(\.minutes)
        let available = open.reduce(0) { $0 + $1 + rest }
        let needed = members.reduce(0) { $0 + scenario.sessions[$1].minutes + rest }
        guard needed > available else { continue }
        let count = CapacityCount(
          sessions: members, rooms: names, needed: needed, available: available, day: day,
          rest: rest, stretches: open.count)
        if !found(count) { return }
      }
    }
  }

  /// The least rest of any session in some rooms.
  private static func rest(_ rooms: [String], _ scenario: Scenario) -> Int {
    let indices = scenario.rooms.indices.filter { rooms.contains(scenario.rooms[$0].id) }
    return (indices + spaces(indices, scenario)).map { scenario.rooms[$0].turnoverMinutes }.min()
      ?? 0
  }

  /// The longest sessions until they are too many.
  private static func fewest(
    _ members: [Int], above available: Int, rest: Int, _ scenario: Scenario
  ) -> ([Int], Int) {
    var few: [Int] = []
    var sum = 0
    for session in members.sorted(by: {
      (-scenario.sessions[$0].minutes, $0) < (-scenario.sessions[$1].minutes, $1)
    }) where sum <= available {
      few.append(session)
      sum += scenario.sessions[session].minutes + rest
    }
    return (few, sum)
  }

  /// Plain rooms: those of a set, and the parts of its joined ones.
  private static func spaces(_ rooms: [Int], _ scenario: Scenario) -> [Int] {
    var spaces: Set<Int> = []
    for room in rooms {
      let parts = scenario.rooms[room].parts
      spaces.formUnion(parts.isEmpty ? [room] : parts)
    }
    return spaces.sorted()
  }

  /// The stretches in which a room can be used.
  private static func openings(
    of room: Int, on day: Int?, _ scenario: Scenario
  ) -> [Interval] {
    // A part may be usable through its joined room at times when it is not available alone.
    let isShared = scenario.rooms.contains { $0.parts.contains(room) }
    let windows = isShared ? nil : scenario.rooms[room].available
    var stretches: [Interval] = []
    for (index, each) in scenario.meeting.days.enumerated() where day == nil || day == index {
      for open in each.openIntervals.merged() {
        guard let windows else {
          stretches.append(open)
          continue
        }
        for window in windows.merged() where window.overlaps(open) {
          stretches.append(
            Interval(start: max(window.start, open.start), end: min(window.end, open.end)))
        }
      }
    }
    return stretches
  }
}

extension Interval {
  /// What remains of it when others are cut out.
  fileprivate func without(_ others: [Interval]) -> [Interval] {
    others.reduce([self]) { parts, other in
      parts.flatMap { part -> [Interval] in
        guard part.overlaps(other) else { return [part] }
        return [
          Interval(start: part.start, end: max(part.start, other.start)),
          Interval(start: min(part.end, other.end), end: part.end),
        ].filter { $0.minutes > 0 }
      }
    }
  }
}
