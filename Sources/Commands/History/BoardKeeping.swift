// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Drafts
import Files
import Foundation
import Meetings
import Reports
import Results
import Rules

/// Keeps a draft of a board in the history, whole with the files of a draft, so that it can be
/// compared, restored and published again as it was.
struct BoardKeeping {
  let board: BoardSchedule
  let scenario: Scenario
  let review: Review
  /// Of the tables.
  let digest: String
  /// In seconds since 1970.
  let now: Int
  /// What it is kept for; `nil`: the reason for which it was begun.
  var note: String?

  /// - Returns: its number; the same again where nothing was done since it was kept.
  /// - Throws: where it cannot be kept.
  func keep(in place: HistoryPlace) throws(CommandFailure) -> Int {
    do {
      return try keep(in: try BoardStore(in: place.url))
    } catch {
      throw .notWritten(error)
    }
  }

  /// The same in a store that is open.
  func keep(in store: BoardStore) throws -> Int {
    let log = board.log
    return try store.keep(log.draft.id, after: log.state.head, as: entry, files())
  }

  /// The files of a draft.
  func files() throws -> [FileSet.File] {
    let report = Report(scenario, board.schedule, review)
    return try DraftFiles.all(summary, board.schedule, report, of: scenario)
  }

  private var summary: DraftSummary {
    let rows = board.schedule.rows
    return DraftSummary(
      scenario: scenario.meeting.id, status: status, objective: review.objective, bound: nil,
      costs: review.costs.map {
        DraftSummary.Cost(
          rule: $0.rule.rawValue, units: $0.units, weight: $0.weight, cost: $0.cost)
      },
      placed: rows.count { $0.status == .placed }, unplaced: rows.count { $0.status == .unplaced },
      held: rows.count { $0.status == .held }, seed: 0, seconds: 0, inputSHA256: digest,
      program: Tool.name)
  }

  /// Nobody has proven anything of it, but that it keeps the rules.
  private var status: DraftSummary.Status { review.violations.isEmpty ? .feasible : .unknown }

  private var entry: DraftHistory.Entry {
    let (log, asked) = (board.log, board.log.draft.asked)
    var parent: Int? { if case .kept(let number) = asked.parent { number } else { nil } }
    var entry = DraftHistory.Entry(
      instant: now, origin: .planned, parent: log.checkpoints.last?.kept ?? parent,
      command: log.command, status: status.rawValue, objective: review.objective,
      inputSHA256: digest)
    entry.author = log.acts.last?.author ?? asked.author
    entry.note = note ?? (asked.why.isEmpty ? nil : asked.why)
    return entry
  }
}
