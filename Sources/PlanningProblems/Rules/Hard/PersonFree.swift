// SPDX-License-Identifier: GPL-3.0-or-later

extension PlanningProblem {
  /// The positions of the sessions that each person must attend, persons in order.
  package var requiredSessions: [(person: Int, sessions: [SessionPosition])] {
    var byPerson: [Int: [SessionPosition]] = [:]
    for (position, session) in sessions.enumerated() {
      for person in attendances.required(session) { byPerson[person, default: []].append(position) }
    }
    return byPerson.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// `person-free`: the transfer time between two sessions of one required person.
  mutating func addPersonFree() {
    let transfer = scenario.meeting.transferMinutes
    for (_, own) in requiredSessions {
      for (i, a) in own.enumerated() {
        for b in own[(i + 1)...] { terms.sessionGaps.minutes.setBoth(a, b) { max($0, transfer) } }
      }
    }
  }
}
