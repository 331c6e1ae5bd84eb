// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Tables

/// One `--keep KEY=VALUE`: sessions of the baseline that are not to be moved.
struct KeepWish: Equatable, Sendable {
  /// What identifies the sessions.
  enum Key: String, CaseIterable, Sendable {
    case day, kind, session, room, activity, theme
  }

  let key: Key
  let value: String

  init(_ key: Key, _ value: String) {
    self.key = key
    self.value = value
  }

  /// - Throws: if it is not a wish.
  init(_ text: String) throws(UsageFault) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { throw .word(.notAKeepWish(text)) }
    let word = String(parts[0])
    guard let key = Key(rawValue: word) else {
      let known = Key.allCases.map(\.rawValue)
      throw .word(
        .noSuchKeepKey(
          wish: text, key: word, near: Nearest.to(word, among: known), known: known))
    }
    self.key = key
    value = String(parts[1])
  }
}

/// All sessions of the baseline that are not to be moved.
struct Keeping {
  let wishes: [KeepWish]

  var isEmpty: Bool { wishes.isEmpty }

  /// The scenario's sessions that are kept: those that at least one wish is about.
  ///
  /// - Throws: every value that the scenario does not have.
  func sessions(_ scenario: Scenario, _ baseline: Schedule) throws(CommandFailure) -> Set<Int> {
    let faults = wishes.compactMap { Self.fault($0, scenario) }
    guard faults.isEmpty else { throw .usage(faults.map { .name($0) }) }
    let rows = baseline.firstRows
    var kept: Set<Int> = []
    for (index, session) in scenario.sessions.enumerated() {
      guard let row = rows[session.id] else { continue }
      if wishes.contains(where: { Self.matches($0, index, row, scenario) }) { kept.insert(index) }
    }
    return kept
  }

  private static func matches(
    _ wish: KeepWish, _ index: Int, _ row: Schedule.Row, _ scenario: Scenario
  ) -> Bool {
    let session = scenario.sessions[index]
    return switch wish.key {
    case .day: row.start.map { "\($0.date)" == wish.value } ?? false
    case .kind: scenario.kinds(ofSession: index).contains { $0.token == wish.value }
    case .session: session.id == wish.value
    case .room: row.room == wish.value
    case .activity: session.activities.contains { scenario.activities[$0].id == wish.value }
    case .theme: session.themes.contains(wish.value)
    }
  }

  private static func fault(_ wish: KeepWish, _ scenario: Scenario) -> NameFault? {
    let known: [String] =
      switch wish.key {
      case .day: scenario.meeting.days.map { "\($0.date)" }
      case .kind: Set(scenario.activities.map(\.kind.token)).sorted()
      case .session: scenario.sessions.map(\.id)
      case .room: scenario.rooms.map(\.id)
      case .activity: scenario.activities.map(\.id)
      case .theme: Set(scenario.sessions.flatMap(\.themes)).sorted()
      }
    guard !known.contains(wish.value) else { return nil }
    return .keep(
      key: wish.key.rawValue, value: wish.value, near: Nearest.to(wish.value, among: known),
      known: known)
  }
}
