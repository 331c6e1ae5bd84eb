// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// The mark at a session in a timetable: what is wrong there, in a few words, and whom or what it
/// concerns.
public struct Marks {
  private let names: [String: String]
  private let titles: [String: String]

  /// - Parameter scenario: whose names are used.
  public init(_ scenario: Scenario) {
    names = Dictionary(
      scenario.people.indices.map { (scenario.people[$0].id, scenario.name(ofPerson: $0)) },
      uniquingKeysWith: { first, _ in first })
    titles = Dictionary(
      scenario.sessions.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a violation means for one of its sessions.
  public func words(_ violation: Review.Violation, at session: String) -> String {
    let people = people(violation.people)
    let isOverlap = violation.minutesBetween.map { $0 < 0 } ?? true
    let what =
      switch violation.rule {
      case .roomFree where !isOverlap: "too little time between two sessions in one room"
      case .personFree where !people.isEmpty:
        isOverlap
          ? "\(people) in two places at once" : "too little time for \(people) to change rooms"
      case .personAvailable where !people.isEmpty:
        "\(people) \(violation.people.count == 1 ? "is" : "are") not there"
      default: violation.rule.words.mark
      }
    return what + others(violation.sessions, session)
  }

  /// What a cause means for one of its sessions.
  public func words(_ cause: Review.Cause, of rule: SoftRule, at session: String) -> String {
    let people = people(cause.people)
    let what =
      switch rule {
      case .overload where !people.isEmpty: "\(people) has too many sessions on this day"
      case .awkwardHour where !people.isEmpty: "an awkward hour for \(people)"
      case .personalCapacity where !people.isEmpty: "\(people) would attend both"
      default: rule.words.mark
      }
    return what + others(cause.sessions, session)
  }

  private func people(_ ids: [String]) -> String {
    let most = 3
    let called = ids.map { names[$0] ?? $0 }
    return ids.count > most ? called.listed(atMost: most) : called.listed
  }

  /// The other sessions that it is about, by title.
  private func others(_ sessions: [String], _ own: String) -> String {
    let (others, most) = (sessions.filter { $0 != own }, 2)
    if others.isEmpty { return "" }
    return ": " + others.map(named).listed(atMost: most)
  }

  private func named(_ session: String) -> String {
    guard let title = titles[session], !title.isEmpty, title != session else { return session }
    return "“\(title)” (\(session))"
  }
}
