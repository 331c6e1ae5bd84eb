// SPDX-License-Identifier: GPL-3.0-or-later

/// Schemes whose addresses run something, or open what lies on a reader's own machine. They go out
/// nowhere, not even as words that a reader's program might make a link of.
enum RunningSchemes {
  /// The one that a text begins with, in small letters.
  static func beginning(_ text: String) -> String? {
    let scripts = /(?i:(javascript|vbscript|livescript)\s*:)/
    let others =
      /(?i:(data|file|blob|filesystem|about|view-source|jar|chrome|resource|ms-[a-z]+|search-ms):\S)/
    let name = text.prefixMatch(of: scripts)?.1 ?? text.prefixMatch(of: others)?.1
    return name?.lowercased()
  }

  /// The first one that stands somewhere in words; `data:` and `file:` are words like others where no
  /// address follows.
  static func inside(_ words: String) -> String? {
    let scripts = /(?i:(?:^|[^a-z0-9])(javascript|vbscript|livescript)\s*:)/
    let others = /(?i:(?:^|[^a-z0-9])(?:(data):[^\s,]*,|(file):\/\/))/
    if let match = words.firstMatch(of: scripts) { return match.1.lowercased() }
    guard let match = words.firstMatch(of: others) else { return nil }
    return (match.1 ?? match.2).map { $0.lowercased() }
  }
}
