// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import PlanningProblems

/// One sum that shows a contradiction: some sessions need more than there is.
///
/// Counted on what the contradiction itself asks and nothing else.
public struct CountingFact: Sendable, Hashable {
  /// What there is too little of.
  public enum Resource: Sendable, Hashable {
    /// Time in some rooms, by their ids, with the rest after each session.
    case rooms([String])
    /// Time of a person, with the way from one session to the next.
    case person(id: String, name: String)
    /// Time under a limit per moment: at most this many sessions at once.
    case atOnce(limit: String, atMost: Int)
    /// Starting times in some rooms: sessions of these lengths (in minutes) take so many, all others
    /// one. However the sessions `besides`, which are not counted, lie.
    case starts(rooms: [String], taking: [Int: Int], besides: [String])
    /// Sessions under a limit per day or per meeting: a number, not minutes.
    case number(limit: String)
  }

  /// What there is too little of.
  public let resource: Resource
  /// Ids.
  public let sessions: [String]
  /// The one day that it is about; `nil` for all days together.
  public let day: CalendarDate?
  /// In minutes; sessions for `number`, starting times for `starts`.
  public let needed: Int
  /// Ids of exclusive sessions that are not counted, nor the time in which they run.
  public var alone: [String] = []
  /// Minutes that lie between two of them, in `needed`.
  public var between = 0
  /// In the unit of `needed`.
  public let available: Int

  /// How far demand exceeds supply: the sharpest sum is the plainest to see.
  private var excess: Double { Double(needed) / Double(max(1, available)) }

  /// The sharpest that holds; `nil` where no sum shows the contradiction.
  ///
  /// - Parameter demands: what the contradiction asks, as a scenario of its own.
  static func sharpest(_ demands: Scenario, _ problem: PlanningProblem) -> CountingFact? {
    let counting = Counting(scenario: demands, problem: problem)
    var facts = counting.rooms() + counting.people() + counting.limits()
    // Minutes are plainer; starts are counted where minutes show nothing.
    if facts.isEmpty { facts = StartCount(demands, problem)?.overfull() ?? [] }
    return facts.enumerated().min {
      (-$0.element.excess, $0.element.sessions.count, $0.offset)
        < (-$1.element.excess, $1.element.sessions.count, $1.offset)
    }?.element
  }
}

/// The sums of a scenario that do not add up.
private struct Counting {
  let scenario: Scenario
  let problem: PlanningProblem

  func rooms() -> [CountingFact] {
    let settled = settledExclusives
    return [[:], settled].flatMap { besides in
      CapacityCount.all(scenario, problem, besides: besides).map {
        var fact = fact(
          .rooms($0.rooms), $0.sessions, $0.day.map { scenario.meeting.days[$0].date },
          between: $0.rest, open: $0.available - $0.rest * $0.stretches, stretches: $0.stretches)
        fact.alone = ids(besides.keys.sorted())
        return fact
      }
    }
  }

  /// Sessions one after the other in some stretches of time: after the last of a stretch nothing
  /// need lie between.
  private func fact(
    _ resource: CountingFact.Resource, _ members: [Int], _ day: CalendarDate?, between: Int,
    open: Int, stretches: Int
  ) -> CountingFact {
    CountingFact(
      resource: resource, sessions: ids(members), day: day,
      needed: members.reduce(0) { $0 + scenario.sessions[$1].minutes }
        + between * max(0, members.count - stretches),
      between: members.count > stretches ? between : 0, available: open)
  }

  /// Each person's sessions, one after the other in the time in which they can be held at all.
  func people() -> [CountingFact] {
    let attendances = Attendances(scenario)
    let way = scenario.meeting.transferMinutes
    return scenario.people.indices.flatMap { person -> [CountingFact] in
      let all = scenario.sessions.indices.filter { attendances.required($0).contains(person) }
      return byDay(all).compactMap { members, day in
        let stretches = stretches(of: members)
        var fact = fact(
          .person(id: scenario.people[person].id, name: scenario.name(ofPerson: person)), members,
          day, between: way,
          open: stretches.reduce(0) { $0 + $1.minutes }, stretches: stretches.count)
        fact.alone = alone(besides: members)
        return members.count > 1 && fact.needed > fact.available ? fact : nil
      }
    }
  }

  func limits() -> [CountingFact] {
    scenario.limits.flatMap { limit -> [CountingFact] in
      guard limit.strength.isMust else { return [] }
      let all = scenario.sessions.indices.filter { matches($0, limit) }
      return byDay(all).compactMap { members, day in limit.overfull(members, day, self) }
    }
  }

  func ids(_ sessions: [Int]) -> [String] { sessions.map { scenario.sessions[$0].id } }

  /// All of some sessions, and those that can be on only one day.
  private func byDay(_ sessions: [Int]) -> [(members: [Int], day: CalendarDate?)] {
    var parts: [(members: [Int], day: CalendarDate?)] = [(sessions, nil)]
    for (index, day) in scenario.meeting.days.enumerated() {
      let bound = sessions.filter { problem.reach(of: $0).days == [index] }
      if bound.count > 1 { parts.append((bound, day.date)) }
    }
    return parts
  }

  /// The time in which some sessions can run, as stretches without a gap: none of them reaches from
  /// one into another.
  func stretches(of sessions: [Int]) -> [Interval] {
    let blocked = exclusives(besides: sessions)
    var stays: Set<Interval> = []
    for session in sessions {
      for start in problem.startsAndRooms(of: session).starts {
        let stay = Interval(
          start: WallTime(minutes: start), minutes: scenario.sessions[session].minutes)
        if !blocked.contains(where: stay.overlaps) { stays.insert(stay) }
      }
    }
    return Array(stays).merged()
  }

  /// When exclusive sessions run that can begin at only one time.
  private func exclusives(besides sessions: [Int]) -> [Interval] {
    settledExclusives.filter { !sessions.contains($0.key) }.map(\.value)
  }

  /// Ids of those sessions.
  func alone(besides sessions: [Int]) -> [String] {
    ids(settledExclusives.keys.sorted().filter { !sessions.contains($0) })
  }

  private var settledExclusives: [Int: Interval] {
    var settled: [Int: Interval] = [:]
    for (index, session) in scenario.sessions.enumerated() where session.isExclusive {
      let starts = problem.startsAndRooms(of: index).starts
      guard starts.count == 1, let start = starts.first else { continue }
      settled[index] = Interval(start: WallTime(minutes: start), minutes: session.minutes)
    }
    return settled
  }

  /// Whether a session counts under a limit wherever it is.
  private func matches(_ index: Int, _ limit: Limit) -> Bool {
    let session = scenario.sessions[index]
    let kinds = scenario.kinds(ofSession: index)
    return (limit.kinds.isEmpty || limit.kinds.contains { kinds.contains($0) })
      && (limit.themes.isEmpty || limit.themes.contains { session.themes.contains($0) })
      && (limit.needs.isEmpty || limit.needs.contains { session.needs.contains($0) })
      && (limit.activities.isEmpty
        || limit.activities.contains { session.activities.contains($0) })
      && (limit.rooms.isEmpty
        || Set(limit.rooms).isSuperset(of: problem.reach(of: index).rooms))
  }

  /// How many days some sessions can be on.
  func dayCount(_ sessions: [Int]) -> Int {
    Set(sessions.flatMap { problem.reach(of: $0).days }).count
  }
}

extension Limit {
  fileprivate func overfull(
    _ members: [Int], _ day: CalendarDate?, _ counting: Counting
  ) -> CountingFact? {
    let (resource, needed, available): (CountingFact.Resource, Int, Int)
    switch per {
    case .moment:
      resource = .atOnce(limit: id, atMost: atMost)
      needed = members.reduce(0) { $0 + counting.scenario.sessions[$1].minutes }
      available = atMost * counting.stretches(of: members).reduce(0) { $0 + $1.minutes }
    case .day:
      resource = .number(limit: id)
      needed = members.count
      available = atMost * counting.dayCount(members)
    case .meeting:
      resource = .number(limit: id)
      needed = members.count
      available = atMost
    }
    guard needed > available else { return nil }
    var fact = CountingFact(
      resource: resource, sessions: counting.ids(members), day: day, needed: needed,
      available: available)
    if per == .moment { fact.alone = counting.alone(besides: members) }
    return fact
  }
}
