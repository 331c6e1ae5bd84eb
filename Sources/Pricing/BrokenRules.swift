// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A set of hard rules, small enough for a value at each of many places.
public struct BrokenRules: Sendable, Hashable {
  private var bits: UInt32 = 0

  /// No rule.
  public init() {}

  /// One rule.
  public init(_ rule: HardRule) { bits = Self.bit(rule) }

  /// Whether no rule is broken.
  public var isEmpty: Bool { bits == 0 }
  /// How many are broken.
  public var count: Int { bits.nonzeroBitCount }

  /// Whether a rule is among them.
  public func contains(_ rule: HardRule) -> Bool { bits & Self.bit(rule) != 0 }

  /// In the order of `rules.md`.
  public var rules: [HardRule] { HardRule.allCases.filter(contains) }

  mutating func insert(_ rule: HardRule) { bits |= Self.bit(rule) }

  mutating func insert(_ rule: HardRule, if isBroken: Bool) {
    if isBroken { bits |= Self.bit(rule) }
  }

  mutating func formUnion(_ other: BrokenRules) { bits |= other.bits }

  /// Those that a place breaks by the tables alone, wherever the other sessions are.
  var ofTables: BrokenRules {
    var own = BrokenRules()
    own.bits = bits & Self.tableBits
    return own
  }

  /// These without some others.
  func subtracting(_ other: BrokenRules) -> BrokenRules {
    var rest = BrokenRules()
    rest.bits = bits & ~other.bits
    return rest
  }

  private static let tableBits = [
    HardRule.openHours, .length, .roomFit, .roomAvailable, .personAvailable, .pinned, .allowed,
    .eligible,
  ].reduce(UInt32(0)) { $0 | bit($1) }

  /// Written out, and not the position in a list: a new rule is then asked for by the compiler.
  private static func bit(_ rule: HardRule) -> UInt32 {
    switch rule {
    case .placedOnce: 1 << 0
    case .openHours: 1 << 1
    case .length: 1 << 2
    case .roomFit: 1 << 3
    case .roomAvailable: 1 << 4
    case .roomFree: 1 << 5
    case .personFree: 1 << 6
    case .personAvailable: 1 << 7
    case .pinned: 1 << 8
    case .allowed: 1 << 9
    case .exclusive: 1 << 10
    case .link: 1 << 11
    case .limit: 1 << 12
    case .eligible: 1 << 13
    case .maxMoves: 1 << 14
    }
  }
}
