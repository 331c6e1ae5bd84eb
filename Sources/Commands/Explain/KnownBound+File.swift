// SPDX-License-Identifier: GPL-3.0-or-later

import Drafts
import Explaining
import Foundation

extension KnownBound {
  /// What the `draft.json` beside a schedule has proven, for tables of a digest.
  static func beside(_ schedule: String, tables digest: String) -> KnownBound {
    DraftFacts.beside(URL(filePath: schedule)).map { of($0, tables: digest) } ?? .none
  }

  /// What a draft has proven, for tables of a digest.
  static func of(_ draft: DraftFacts, tables digest: String) -> KnownBound {
    guard let bound = draft.bound, !draft.leavesOut else { return .none }
    guard draft.inputSHA256 == digest else { return .tablesChanged }
    guard draft.boundFor == DraftSummary.BoundFor.tables.rawValue else { return .otherQuestion }
    return .proven(bound)
  }
}
