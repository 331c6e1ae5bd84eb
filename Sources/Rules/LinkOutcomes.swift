// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// How each link of the tables fares in a schedule, also those of strength `must`.
public struct LinkOutcomes: Sendable {
  /// By link: what its broken pairs are, in words. Empty where it is kept, or asks nothing here.
  public let broken: [[String]]

  public init(scenario: Scenario, schedule: Schedule) {
    let view = ReviewedSchedule(scenario, schedule, baseline: nil, maxMoves: nil)
    let reading = LinkReading(schedule: view)
    broken = scenario.links.map { reading.broken($0).map(\.words) }
  }
}
