// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// What a `draft.json` says of its draft; whatever it lacks is not known.
struct DraftFacts {
  let scenario: String?
  let status: String
  let objective: Int?
  let bound: Int?
  let seed: Int?
  let inputSHA256: String?

  init(_ data: Data) {
    let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    scenario = object?["scenario"] as? String
    status = object?["status"] as? String ?? "unknown"
    objective = object?["objective"] as? Int
    bound = object?["bound"] as? Int
    seed = object?["seed"] as? Int
    inputSHA256 = object?["input_sha256"] as? String
  }
}
