// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// The colour of a kind of session (RFC 7986, section 5.9): always the same for the same kind, or
/// events would change when others do.
enum CalendarColor {
  private static let usual: [String: NamedColor] = [
    "MAIN": .firebrick, "HL": .darkgoldenrod, "DC": .teal, "BPF": .darkorange,
    "NRI": .forestgreen, "PN": .mediumpurple, "WS": .royalblue, "OF": .steelblue,
    "CEREMONY": .crimson, "D0": .slategray,
  ]
  private static let others: [NamedColor] = [
    .cadetblue, .chocolate, .darkcyan, .indianred, .olivedrab, .orchid, .peru, .seagreen,
    .slateblue, .sienna,
  ]

  static func of(_ kind: String?) -> NamedColor {
    guard let kind else { return .slategray }
    let sum = kind.utf8.reduce(0) { $0 + Int($1) }
    return usual[kind] ?? others[sum % others.count]
  }
}
