// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Rules
import Tables

extension Loading {
  /// Everything that `check` has to say about the tables: how they read, what is impossible, what
  /// the modalities ask.
  var allFindings: [Finding] {
    guard let scenario else { return findings }
    let further =
      ImpossibilityCheck.findings(scenario, places) + ModalityFindings.all(scenario)
      + PeopleFindings.all(scenario)
    return findings + further.map(places.placed)
  }

  /// The errors among them, which a review lists above its own.
  var errors: [Finding] { allFindings.filter { $0.isGrave } }
}
