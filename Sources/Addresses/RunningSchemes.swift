// SPDX-License-Identifier: GPL-3.0-or-later

/// Schemes whose addresses run something, or open what lies on a reader's own machine. They go out
/// nowhere, not even as words that a reader's program might make a link of.
enum RunningSchemes {
  /// The first one in a text, in small letters.
  static func first(in text: String) -> String? {
    // Runs wherever it stands.
    let scripts = /(?i:(?:^|[^a-z0-9])(javascript|vbscript|livescript)\s*:)/
    if let match = text.firstMatch(of: scripts) { return match.1.lowercased() }
    // Dangerous as an address, a word like others elsewhere.
    let others =
      /(?i:(data|file|blob|filesystem|about|view-source|jar|chrome|resource|ms-[a-z]+|search-ms):\S)/
    if let match = text.prefixMatch(of: others) { return match.1.lowercased() }
    let inside = /(?i:(?:^|[^a-z0-9])(?:(data):[^\s,]*,|(file):\/\/))/
    guard let match = text.firstMatch(of: inside) else { return nil }
    return (match.1 ?? match.2).map { $0.lowercased() }
  }
}
