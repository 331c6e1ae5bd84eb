// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import PlanningProblems

/// How many starting times some rooms can give if days list few of them: sharper than minutes,
/// since the time between a session's end and the next start is lost.
///
/// A session counts as the most starts that its length and rest can cover. How many a room can take
/// is found by trying every sequence. Exclusive sessions, beside which nothing runs, and those that
/// only one room can hold at few times are gone through first: wherever they are, what is left has
/// to do for the others.
struct StartCount {
  private let scenario: Scenario
  private let problem: PlanningProblem
  private let places: [[NamedPlace]]
  /// Sessions whose starts are gone through.
  private let leading: [Int]
  /// Starts that a session of a length takes.
  private var weights: [Int: Int] = [:]

  /// With more starts a day, minutes say as much.
  private static let mostStarts = 24
  /// The most ways in which leading sessions may be placed.
  private static let mostWays = 200
  /// The most starts of a leading session that is not exclusive.
  private static let mostLeading = 8

  init?(_ scenario: Scenario, _ problem: PlanningProblem) {
    guard
      scenario.meeting.days.allSatisfy({ $0.starts.map { $0.count <= Self.mostStarts } ?? false })
    else { return nil }
    self.scenario = scenario
    self.problem = problem
    let places = scenario.sessions.indices.map { Array(problem.namedPlaces(of: $0).keys) }
    self.places = places
    leading = Self.leading(scenario, places)
    let rest = scenario.rooms.map(\.turnoverMinutes).min() ?? 0
    for session in scenario.sessions.indices {
      let minutes = scenario.sessions[session].minutes
      weights[minutes] = max(weights[minutes] ?? 1, most(session, rest))
    }
  }

  private static func leading(_ scenario: Scenario, _ places: [[NamedPlace]]) -> [Int] {
    let starts = places.map { Set($0.map(\.start)).count }
    let wanted = scenario.sessions.indices.filter { index in
      guard starts[index] > 0 else { return false }
      let isBound =
        Set(places[index].map(\.room)).count == 1 && starts[index] <= mostLeading
      return scenario.sessions[index].isExclusive || isBound
    }
    var ways = 1
    return wanted.sorted { (starts[$0], $0) < (starts[$1], $1) }.filter { index in
      guard ways * starts[index] <= mostWays else { return false }
      ways *= starts[index]
      return true
    }.sorted()
  }

  /// The most listed starts that a session and the rest after it can cover.
  private func most(_ session: Int, _ rest: Int) -> Int {
    let length = scenario.sessions[session].minutes + rest
    let all = scenario.meeting.days.flatMap { day in
      (day.starts ?? []).map { WallTime(day.date, minuteOfDay: $0).minutes }
    }
    return Set(places[session].map(\.start)).map { start in
      all.count { start <= $0 && $0 < start + length }
    }.max() ?? 1
  }

  /// Every set of rooms of which more starts are asked than it has.
  func overfull() -> [CountingFact] {
    let reach = scenario.sessions.indices.map { problem.reach(of: $0).rooms }
    return Set(reach).sorted { $0.lexicographicallyPrecedes($1) }.compactMap { rooms in
      let members = scenario.sessions.indices.filter {
        !reach[$0].isEmpty && Set(rooms).isSuperset(of: reach[$0]) && !leading.contains($0)
      }
      guard members.count > 1 else { return nil }
      let needed = members.reduce(0) { $0 + (weights[scenario.sessions[$1].minutes] ?? 1) }
      guard let available = most(in: rooms, members, below: needed) else { return nil }
      let lengths = Set(members.map { scenario.sessions[$0].minutes })
      return CountingFact(
        resource: .starts(
          rooms: rooms.map { scenario.rooms[$0].id },
          taking: weights.filter { lengths.contains($0.key) && $0.value > 1 },
          besides: leading.map { scenario.sessions[$0].id }),
        sessions: members.map { scenario.sessions[$0].id }, day: nil, needed: needed,
        available: available)
    }
  }

  /// The most that some rooms can give, wherever the leading sessions are; `nil` if that is enough.
  private func most(in rooms: [Int], _ members: [Int], below needed: Int) -> Int? {
    var ways: [[Int: Int]] = [[:]]
    for session in leading {
      let starts = Set(places[session].map(\.start)).sorted()
      ways = ways.flatMap { way in starts.map { way.merging([session: $0]) { own, _ in own } } }
    }
    var best = 0
    for way in ways {
      let sum = rooms.reduce(0) { $0 + most(in: $1, members, way) }
      if sum >= needed { return nil }
      best = max(best, sum)
    }
    return best
  }

  /// What one room can give: the best sequence of starts and lengths that its sessions can have.
  private func most(in room: Int, _ members: [Int], _ way: [Int: Int]) -> Int {
    let rest = scenario.rooms[room].turnoverMinutes
    var stays: Set<Stay> = []
    for session in members {
      let minutes = scenario.sessions[session].minutes
      for place in places[session] where place.room == room {
        let stay = Stay(start: place.start, minutes: minutes)
        if way.allSatisfy({ isApart(stay, room, $0.key, at: $0.value) }) { stays.insert(stay) }
      }
    }
    let ordered = stays.sorted { ($0.start, $0.minutes) < ($1.start, $1.minutes) }
    var best = Array(repeating: 0, count: ordered.count + 1)
    for index in ordered.indices.reversed() {
      let stay = ordered[index]
      let next =
        ordered.firstIndex { $0.start >= stay.start + stay.minutes + rest } ?? ordered.count
      best[index] = max(best[index + 1], (weights[stay.minutes] ?? 1) + best[next])
    }
    return best[0]
  }

  private struct Stay: Hashable {
    let start: Int
    let minutes: Int
  }

  /// Whether a stay in a room can be beside a leading session that lies at a start.
  private func isApart(_ stay: Stay, _ room: Int, _ session: Int, at start: Int) -> Bool {
    let isItsRoom = places[session].allSatisfy { $0.room == room }
    guard isItsRoom || scenario.sessions[session].isExclusive else { return true }
    let gap = isItsRoom ? scenario.rooms[room].turnoverMinutes : 0
    return stay.start + stay.minutes + gap <= start
      || start + scenario.sessions[session].minutes + gap <= stay.start
  }
}
