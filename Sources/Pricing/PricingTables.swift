// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities

/// What the prices of places need of a scenario, looked up once: lists of small numbers instead of
/// texts and sets. Nothing here depends on a schedule.
final class PricingTables: Sendable {
  let scenario: Scenario
  let weights: [SoftRule: Int]
  let held: Set<Int>
  let attendances: Attendances
  /// By session.
  let themes: [[Int]]
  /// By session: kinds that count for clashes and days.
  let intersessional: [[Kind]]
  /// By session: who must be there, and everybody who would, in order.
  let required: [[Int]]
  let attending: [[Attending]]
  let activities: [[Int]]
  /// By session: indices into `Scenario.wishes`.
  let wishes: [[Int]]
  /// By session.
  let ties: [[Tie]]
  /// By limit, then by session: whether it counts, wherever it is.
  let counts: [[Bool]]
  /// By limit, then by room: whether it counts there.
  let countsIn: [[Bool]]
  /// By room: the rooms that are the same place or share a part of it, itself included.
  let meeting: [[Int]]
  /// Minutes between two sessions that are enough in any room.
  let mostTurnover: Int
  private let numbers: [String: Int]

  struct Attending: Sendable {
    let person: Int
    let attendance: Attendance
  }

  /// A link between a session and another.
  struct Tie: Sendable {
    let link: Int
    let other: Int
    /// The session is on the link's first side.
    let isFirst: Bool
  }

  init(_ scenario: Scenario) {
    self.scenario = scenario
    let attendances = Attendances(scenario)
    self.attendances = attendances
    held = Eligibility(scenario).held
    weights = Dictionary(
      uniqueKeysWithValues: SoftRule.allCases.map { ($0, scenario.meeting.weights[$0]) })
    let sessions = scenario.sessions
    var known: [String: Int] = [:]
    themes = sessions.map { session in
      session.themes.map { theme in
        let number = known[theme] ?? known.count
        known[theme] = number
        return number
      }
    }
    intersessional = sessions.indices.map {
      scenario.kinds(ofSession: $0).filter(\.isIntersessional)
    }
    required = sessions.indices.map(attendances.required)
    attending = attendances.bySession.map { people in
      people.map { Attending(person: $0.key, attendance: $0.value) }
        .sorted { $0.person < $1.person }
    }
    activities = sessions.map { Set($0.activities).sorted() }
    let bySubject = Subjects(scenario)
    var wishes: [[Int]] = sessions.map { _ in [] }
    for (index, wish) in scenario.wishes.enumerated() {
      for session in bySubject[wish.subject] { wishes[session].append(index) }
    }
    self.wishes = wishes
    ties = Self.ties(scenario, bySubject)
    counts = scenario.limits.map { limit in
      sessions.indices.map { Self.counts(limit, $0, scenario) }
    }
    countsIn = scenario.limits.map { limit in
      scenario.rooms.indices.map { limit.rooms.isEmpty || limit.rooms.contains($0) }
    }
    let rooms = scenario.rooms
    meeting = rooms.indices.map { a in
      rooms.indices.filter { b in
        a == b || rooms[a].parts.contains(b) || rooms[b].parts.contains(a)
          || rooms[a].parts.contains { rooms[b].parts.contains($0) }
      }
    }
    mostTurnover = rooms.map(\.turnoverMinutes).max() ?? 0
    numbers = Dictionary(rooms.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  func weight(_ rule: SoftRule) -> Int { weights[rule] ?? 0 }

  /// The index of a room that the scenario has.
  func room(_ number: RoomNumber?) -> Int? {
    number.flatMap { scenario.rooms.indices.contains($0.number) ? $0.number : nil }
  }

  /// The number of a room by its id.
  ///
  /// - Parameter strange: ids that the scenario does not have, in order of their numbers.
  func number(_ id: String, _ strange: inout [String]) -> RoomNumber {
    if let known = numbers[id] { return RoomNumber(number: known) }
    if let index = strange.firstIndex(of: id) {
      return RoomNumber(number: scenario.rooms.count + index)
    }
    strange.append(id)
    return RoomNumber(number: scenario.rooms.count + strange.count - 1)
  }

  /// The sessions of each subject, looked up once.
  private struct Subjects {
    private var byActivity: [[Int]]

    init(_ scenario: Scenario) {
      byActivity = scenario.activities.map { _ in [] }
      for (index, session) in scenario.sessions.enumerated() {
        for activity in Set(session.activities) { byActivity[activity].append(index) }
      }
    }

    subscript(subject: Subject) -> [Int] {
      switch subject {
      case .session(let session): [session]
      case .activity(let activity): byActivity[activity]
      }
    }
  }

  private static func ties(_ scenario: Scenario, _ bySubject: Subjects) -> [[Tie]] {
    var ties: [[Tie]] = scenario.sessions.map { _ in [] }
    for (index, link) in scenario.links.enumerated() {
      var met: Set<[Int]> = []
      for from in bySubject[link.from] {
        for to in bySubject[link.to] where from != to {
          let pair = link.kind == .before ? [from, to] : [min(from, to), max(from, to)]
          guard met.insert(pair).inserted else { continue }
          ties[from].append(Tie(link: index, other: to, isFirst: true))
          ties[to].append(Tie(link: index, other: from, isFirst: false))
        }
      }
    }
    return ties
  }

  private static func counts(_ limit: Limit, _ index: Int, _ scenario: Scenario) -> Bool {
    let session = scenario.sessions[index]
    func asks<Value: Equatable>(_ wanted: [Value], _ own: [Value]) -> Bool {
      wanted.isEmpty || wanted.contains { own.contains($0) }
    }
    return asks(limit.kinds, scenario.kinds(ofSession: index))
      && asks(limit.themes, session.themes)
      && (limit.needs.isEmpty || limit.needs.contains(where: session.needs.contains))
      && asks(limit.activities, session.activities)
  }
}
