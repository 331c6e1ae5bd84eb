// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Meetings
import Pricing
import Rules
import Synchronization

/// A draft after its last act, judged by the tables as they are: made once for all who look at it.
final class DraftView: Sendable {
  let log: BoardLog
  let tables: TablesNow
  let scenario: Scenario
  let roll: BoardRoll
  let schedule: Schedule
  let review: Review
  /// As it is sent.
  let data: Data
  private let priced = Mutex<PricedProgramme?>(nil)

  /// `nil` where the tables make no scenario.
  init?(_ log: BoardLog, _ tables: TablesNow) {
    guard let scenario = tables.scenario, let board = tables.board else { return nil }
    self.log = log
    self.tables = tables
    self.scenario = scenario
    roll = BoardRoll(log.state, board)
    schedule = roll.schedule(board)
    review = Review(scenario: scenario, schedule: schedule)
    data = DraftJSON.state(log, roll, review, tables, scenario).data
  }

  /// What this very state is called, for browsers that have it already.
  var tag: String {
    let kept = log.checkpoints.count
    return "\"\(log.draft.id)-\(log.state.head)-\(kept)-\(tables.reading.digest.prefix(16))\""
  }

  /// With a price for every place. Worked out when somebody first asks.
  func pricing() -> PricedProgramme {
    priced.withLock { priced in
      if let priced { return priced }
      let made = PricedProgramme(scenario, schedule, reviewed: review)
      priced = made
      return made
    }
  }
}
