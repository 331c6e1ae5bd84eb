// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The tables that requests and changes are about, and whose names are used for them: one object
/// shared by a whole explanation, so a request is a few numbers and not a sentence.
final class AskedTables: Sendable {
  let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }
}
