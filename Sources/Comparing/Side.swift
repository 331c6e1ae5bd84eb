// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// One side of a comparison: a schedule with the scenario that it belongs to.
public struct Side: Sendable {
  /// What people call it: `base`, a what-if's name, a file.
  public let name: String
  /// The tables by which it is judged.
  public let scenario: Scenario
  /// As it was read.
  public let schedule: Schedule

  public init(_ name: String, _ scenario: Scenario, _ schedule: Schedule) {
    self.name = name
    self.scenario = scenario
    self.schedule = schedule
  }
}

extension Side {
  /// A state in words: `2023-10-09 09:00-10:30, Main Hall`, as the clocks show it.
  func words(_ state: SessionState) -> String {
    switch state {
    case .absent: "not in the programme"
    case .leftOut(.held): "held back"
    case .leftOut: "left out"
    case .placed(let stay, let room): "\(scenario.meeting.zone.words(stay)), \(name(ofRoom: room))"
    }
  }

  /// What people call a room, with its id where another has the name too.
  func name(ofRoom id: String) -> String {
    scenario.rooms.firstIndex { $0.id == id }.map(scenario.name(ofRoom:)) ?? id
  }

  /// Where every session of the scenario is, by id.
  var states: [String: SessionState] {
    let rows = schedule.firstRows
    return Dictionary(
      scenario.sessions.map { session in
        guard let row = rows[session.id] else { return (session.id, .leftOut(.unplaced)) }
        guard row.status == .placed, let stay = row.stay(lasting: session.minutes),
          let room = row.room
        else {
          return (session.id, .leftOut(row.status))
        }
        return (
          session.id,
          .placed(stay: stay, room: room)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
