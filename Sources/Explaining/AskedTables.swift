// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The tables that requests and changes are about and by whose names they are told: one object that all
/// of an explanation share, so that a request is a few numbers and no sentence.
final class AskedTables: Sendable {
  let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }
}
