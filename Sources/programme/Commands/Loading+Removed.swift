// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension Loading {
  /// The sessions and rooms that a what-if takes away: a schedule of the whole scenario may still
  /// name them.
  ///
  /// - Returns: nothing where the scenario without the what-if cannot be read; its findings have
  ///   then been shown.
  static func removed(_ folder: String, whatIf: String?, from scenario: Scenario) -> Set<String>? {
    guard whatIf != nil else { return [] }
    guard let base = Loading(folder, whatIf: nil).usable() else { return nil }
    let before = Set(base.sessions.map(\.id) + base.rooms.map(\.id))
    return before.subtracting(scenario.sessions.map(\.id) + scenario.rooms.map(\.id))
  }
}
