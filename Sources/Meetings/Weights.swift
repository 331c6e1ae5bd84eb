// SPDX-License-Identifier: GPL-3.0-or-later

/// The soft rules' ids, in the order of `rules.md`.
public enum SoftRule: String, Sendable, CaseIterable {
  case unplaced
  case themeClash = "theme-clash"
  case kindClash = "kind-clash"
  case intersessionalClash = "intersessional-clash"
  case personalCapacity = "personal-capacity"
  case link
  case wish
  case limit
  case awkwardHour = "awkward-hour"
  case emptySeats = "empty-seats"
  case dayBalance = "day-balance"
  case roomChange = "room-change"
  case overload
  case moved

  /// Cost of one unit where the meeting names none (`rules.md`).
  public var defaultWeight: Int {
    switch self {
    case .unplaced: 500
    case .themeClash: 4
    case .kindClash: 10
    case .intersessionalClash: 3
    case .personalCapacity: 5
    case .link, .wish, .limit, .emptySeats: 1
    case .awkwardHour: 8
    case .dayBalance: 6
    case .roomChange: 3
    case .overload: 10
    case .moved: 5
    }
  }
}

/// The hard rules' ids, in the order of `rules.md`; `max-moves` comes with `--max-moves`.
public enum HardRule: String, Sendable, CaseIterable {
  case placedOnce = "placed-once"
  case openHours = "open-hours"
  case length
  case roomFit = "room-fit"
  case roomAvailable = "room-available"
  case roomFree = "room-free"
  case personFree = "person-free"
  case personAvailable = "person-available"
  case pinned
  case allowed
  case exclusive
  case link
  case limit
  case eligible
  case maxMoves = "max-moves"
}

/// Cost of one unit of each soft rule; 0 switches the rule off.
public struct Weights: Sendable, Hashable {
  private var named: [SoftRule: Int]

  /// - Parameter named: the weights that the meeting names; the others are the defaults.
  public init(_ named: [SoftRule: Int] = [:]) { self.named = named }

  /// What a unit of a rule costs, from 0.
  public subscript(rule: SoftRule) -> Int {
    get { named[rule] ?? rule.defaultWeight }
    set { named[rule] = newValue }
  }
}
