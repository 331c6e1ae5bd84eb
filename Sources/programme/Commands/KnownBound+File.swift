// SPDX-License-Identifier: GPL-3.0-or-later

import Drafts
import Explaining
import Foundation

extension KnownBound {
  /// What the `draft.json` beside a schedule has proven, for tables of a digest.
  static func beside(_ schedule: String, tables digest: String) -> KnownBound {
    let url = URL(filePath: schedule).deletingLastPathComponent()
      .appending(path: DraftFolder.summaryName)
    return of((try? Data(contentsOf: url)) ?? Data(), tables: digest)
  }

  /// What a `draft.json` has proven, for tables of a digest.
  static func of(_ summary: Data, tables digest: String) -> KnownBound {
    guard let object = try? JSONSerialization.jsonObject(with: summary) as? [String: Any],
      let bound = object["bound"] as? Int, object["left_out"] == nil
    else { return .none }
    guard object["input_sha256"] as? String == digest else { return .tablesChanged }
    guard object["bound_for"] as? String == DraftSummary.BoundFor.tables.rawValue else {
      return .otherQuestion
    }
    return .proven(bound)
  }
}
