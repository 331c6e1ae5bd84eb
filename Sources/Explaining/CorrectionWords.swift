// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Changes of the tables in words.
struct CorrectionWords {
  private let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// What somebody is asked to do, such as `leave a1 out`.
  func asked(_ change: Correction.Change) -> String {
    switch change {
    case .giveUp(let demand): return RequestWords(scenario).way(demand)
    case .shorten(let index, let minutes):
      let session = scenario.sessions[index]
      return "shorten \(session.id) by \(minutes) minutes, to \(session.minutes - minutes)"
    case .raise(let index): return raised(scenario.limits[index])
    case .hour(let day): return "open one hour longer on \(scenario.meeting.days[day].date)"
    case .hourEveryDay: return "open one hour longer every day"
    case .room(let index): return roomLike(scenario.rooms[index])
    }
  }

  /// What is bought, such as `one more hour every day`.
  func bought(_ change: Correction.Change) -> String {
    switch change {
    case .hour(let day): "one more hour on \(scenario.meeting.days[day].date)"
    case .hourEveryDay: "one more hour every day"
    case .giveUp, .shorten, .raise, .room: asked(change)
    }
  }

  private func raised(_ limit: Limit) -> String {
    limit.needs.isEmpty
      ? "raise the limit \(limit.id) from \(limit.atMost) to \(limit.atMost + 1)"
      : "one more team for \(limit.needs.joined(separator: ", ")): the limit \(limit.id) from"
        + " \(limit.atMost) to \(limit.atMost + 1)"
  }

  private func roomLike(_ room: Room) -> String {
    "one more room like \(room.id) (\(room.capacity) seats)"
  }
}

extension Correction {
  /// What somebody is asked to do.
  public var words: String { CorrectionWords(tables.scenario).asked(change) }
}

extension WayOut {
  /// All of them in one clause.
  public var words: String { corrections.map(\.words).joined(separator: ", and ") }
}
