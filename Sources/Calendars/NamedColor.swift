// SPDX-License-Identifier: GPL-3.0-or-later

/// A colour by its name in CSS (RFC 7986, section 5.9, takes no other form) and by its red, green and blue,
/// which is how Apple's calendars take it (CSS Color Module Level 3, section 4.3).
package enum NamedColor: String, Sendable, CaseIterable {
  case firebrick, darkgoldenrod, teal, darkorange, forestgreen, mediumpurple, royalblue, steelblue
  case crimson, slategray, cadetblue, chocolate, darkcyan, indianred, olivedrab, orchid, peru
  case seagreen, slateblue, sienna

  package var name: String { rawValue }

  /// `#B22222`.
  package var figures: String {
    switch self {
    case .firebrick: "#B22222"
    case .darkgoldenrod: "#B8860B"
    case .teal: "#008080"
    case .darkorange: "#FF8C00"
    case .forestgreen: "#228B22"
    case .mediumpurple: "#9370DB"
    case .royalblue: "#4169E1"
    case .steelblue: "#4682B4"
    case .crimson: "#DC143C"
    case .slategray: "#708090"
    case .cadetblue: "#5F9EA0"
    case .chocolate: "#D2691E"
    case .darkcyan: "#008B8B"
    case .indianred: "#CD5C5C"
    case .olivedrab: "#6B8E23"
    case .orchid: "#DA70D6"
    case .peru: "#CD853F"
    case .seagreen: "#2E8B57"
    case .slateblue: "#6A5ACD"
    case .sienna: "#A0522D"
    }
  }
}
