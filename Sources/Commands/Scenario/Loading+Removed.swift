// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension Loading {
  /// The sessions and rooms that a what-if takes away: a schedule of the whole scenario may still
  /// name them.
  ///
  /// - Returns: their names by id; nothing where the scenario without the what-if cannot be read; its findings have
  ///   then been shown.
  static func removed(_ folder: String, whatIf: String?, from scenario: Scenario)
    -> [String: String]?
  {
    guard whatIf != nil else { return [:] }
    guard let base = Loading(folder, whatIf: nil).usable() else { return nil }
    let there = Set(scenario.sessions.map(\.id) + scenario.rooms.map(\.id))
    let before = base.sessions.map { ($0.id, $0.title) } + base.rooms.map { ($0.id, $0.name) }
    return Dictionary(before, uniquingKeysWith: { first, _ in first })
      .filter { !there.contains($0.key) }
  }
}
