// SPDX-License-Identifier: GPL-3.0-or-later

import Drafts
import Foundation

/// What a `draft.json` says of its draft; anything it lacks is not known.
struct DraftFacts {
  let scenario: String?
  let status: String
  let objective: Int?
  let bound: Int?
  /// Which question the bound answers: a raw value of `DraftSummary.BoundFor`.
  let boundFor: String?
  /// Whether sessions are left out that must be placed.
  let leavesOut: Bool
  let seed: Int?
  let inputSHA256: String?

  init(_ data: Data) {
    let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    scenario = object?["scenario"] as? String
    status = object?["status"] as? String ?? "unknown"
    objective = object?["objective"] as? Int
    bound = object?["bound"] as? Int
    boundFor = object?["bound_for"] as? String
    leavesOut = object?["left_out"] != nil
    seed = object?["seed"] as? Int
    inputSHA256 = object?["input_sha256"] as? String
  }

  /// What the `draft.json` beside a schedule says; `nil` where there is none.
  static func beside(_ schedule: URL) -> DraftFacts? {
    let file = schedule.deletingLastPathComponent().appending(path: DraftFolder.summaryName)
    return (try? Data(contentsOf: file)).map { DraftFacts($0) }
  }
}
