// SPDX-License-Identifier: GPL-3.0-or-later

/// What people call the kinds of session of an IGF.
package enum KindNames {
  private static let usual = [
    "DC": "Dynamic Coalition", "BPF": "Best Practice Forum",
    "NRI": "National and Regional Initiatives", "PN": "Policy Network",
    "MAIN": "Main session", "WS": "Workshop", "OF": "Open forum", "TH": "Town hall",
    "LT": "Lightning talk", "NS": "Networking session", "LR": "Launch or award",
    "HL": "High-level session", "PARL": "Parliamentary track", "YOUTH": "Youth track",
    "D0": "Day 0 event", "CEREMONY": "Ceremony", "PLENARY": "Plenary",
    "COORD": "Coordination meeting", "SIDE": "Side event", "JUDICIAL": "Judiciary track",
  ]

  /// What a programme calls a kind.
  package static func name(_ token: String, in programme: PublishedProgramme) -> String {
    programme.kindNames[token] ?? name(token)
  }

  /// What a kind is usually called; its token if that is not known.
  package static func name(_ token: String) -> String { usual[token] ?? token }
}
