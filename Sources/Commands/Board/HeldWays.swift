// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities

/// What it takes for a session that is held back for what its activities lack: no place is one for it
/// until then.
enum HeldWays {
  /// - Returns: nothing for a session that is not held back.
  static func sentences(for session: Int, _ scenario: Scenario) -> [String] {
    let eligibility = Eligibility(scenario)
    guard eligibility.held.contains(session) else { return [] }
    let missing = scenario.sessions[session].activities.flatMap { activity in
      eligibility.answers[activity].filter(\.holdsBack).map { answer in
        let (name, id) = (scenario.activities[activity].name, scenario.activities[activity].id)
        return "\(name.isEmpty ? id : name) meets \(answer.requirement.title)"
          + " (\(answer.requirement.id)): complete its row, or lift the requirement in waivers.csv"
      }
    }
    return ["It is held back, and has a place once this is so:"] + missing
  }
}
