// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What leaving out each session that must be placed counts in a search that may leave some out.
///
/// A session of a higher priority counts more than all those of lower ones that may be left out
/// together, as far as the numbers go. The order does not rest on them: how many of each priority may
/// be left out is settled before (`LeastLeftOut`). If the search leaves out even fewer, they make
/// sure that the higher ones come first.
public struct UnplacedPrices: Sendable {
  /// By priority, 1 to 5.
  private let prices: [Int: Int]

  /// Far above what placing one more session can cost the soft rules.
  private static let lowest = 10_000
  /// More would drown the soft rules in the solver's rounding.
  private static let most = 100_000_000

  /// - Parameter most: how many of each priority may be left out; no entry for all of them.
  public init(_ scenario: Scenario, most: [Int: Int] = [:]) {
    let counts = Dictionary(
      grouping: scenario.sessions.filter { $0.placement == .must }, by: \.priority
    ).mapValues(\.count)
    var prices: [Int: Int] = [:]
    var next = Self.lowest
    for (priority, count) in counts.sorted(by: { $0.key < $1.key }) {
      prices[priority] = next
      next = min(Self.most, next * (min(count, most[priority] ?? count) + 1))
    }
    self.prices = prices
  }

  /// What leaving out a session costs.
  public func price(_ session: Session) -> Int {
    (prices[session.priority] ?? Self.lowest) + session.priority
  }
}
