// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// What messages say about folders of results.
enum ResultWords {
  static func refusal(edited: [String], strange: [String], in path: String) -> String {
    var parts: [String] = []
    if !edited.isEmpty {
      parts.append(
        "\(edited.listed(atMost: 5)) in \(path) \(edited.count == 1 ? "was" : "were") edited since")
    }
    if !strange.isEmpty {
      parts.append(
        "\(strange.listed(atMost: 5)) in \(path) \(strange.count == 1 ? "is" : "are") not from this command"
      )
    }
    return parts.joined(separator: ", and ")
      + "; name another folder with --out, or --force to replace"
      + (edited.count + strange.count == 1 ? " it" : " them")
  }
}
