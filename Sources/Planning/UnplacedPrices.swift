// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What leaving out each session that must be placed counts in a search that may leave some out.
///
/// A session of a higher priority counts more than all those of lower ones together, so that none is
/// left out where leaving out lower ones would do (`rules.md`, too full meetings). Among equals the
/// fewest are left out.
public struct UnplacedPrices: Sendable {
  /// By priority, 1 to 5.
  private let prices: [Int: Int]

  /// Far above what placing one more session can cost the soft rules.
  private static let lowest = 10_000
  /// More would drown the soft rules in the solver's rounding.
  private static let most = 100_000_000

  public init(_ scenario: Scenario) {
    let counts = Dictionary(
      grouping: scenario.sessions.filter { $0.placement == .must }, by: \.priority
    ).mapValues(\.count)
    var prices: [Int: Int] = [:]
    var next = Self.lowest
    for (priority, count) in counts.sorted(by: { $0.key < $1.key }) {
      prices[priority] = next
      next = min(Self.most, next * (count + 1))
    }
    self.prices = prices
  }

  public func price(_ session: Session) -> Int {
    (prices[session.priority] ?? Self.lowest) + session.priority
  }
}
