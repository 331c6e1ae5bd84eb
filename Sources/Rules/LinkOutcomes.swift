// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// How each link of the tables fares in a schedule, including those of strength `must`.
public struct LinkOutcomes: Sendable {
  /// How many pairs of sessions break each link, in the order of `Scenario.links`; 0 where it is kept,
  /// or asks nothing here.
  public let brokenPairs: [Int]

  /// - Complexity: for each link the pairs of sessions that it is about.
  public init(scenario: Scenario, schedule: Schedule) {
    let view = ReviewedSchedule(scenario, schedule, baseline: nil, maxMoves: nil)
    let reading = LinkReading(schedule: view)
    brokenPairs = scenario.links.indices.map { reading.broken($0).count }
  }

  /// Whether no pair of sessions breaks a link, by its index.
  public func isKept(_ link: Int) -> Bool { brokenPairs[link] == 0 }
}
