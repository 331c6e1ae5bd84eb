// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import ScenarioFiles
import Tables

/// Schedules that were named on the command line, as they read.
enum ScheduleReading {
  /// A schedule's file.
  ///
  /// - Parameters:
  ///   - scenario: whose sessions and rooms it may name; any where it is `nil`.
  ///   - removed: sessions and rooms that it may name even so.
  ///   - allowsParts: whether hours or rooms may be missing.
  /// - Throws: the errors in it.
  static func file(
    _ path: String, against scenario: Scenario?, ignoring removed: Set<String> = [],
    allowsParts: Bool = false
  ) throws(CommandFailure) -> Schedule {
    let (schedule, findings) = ScheduleFile.read(
      URL(filePath: path), against: scenario, ignoring: removed, allowsParts: allowsParts)
    let grave = findings.filter { $0.isGrave }
    guard grave.isEmpty, let schedule else { throw .findings(grave) }
    return schedule
  }

  /// What moves are counted against, where one was named.
  ///
  /// - Parameter purpose: what is to be made of it, where the stage of a board's draft has a say in it.
  /// - Throws: where there is no such draft, its stage forbids it, or the file has errors.
  static func baseline(
    _ word: String?, for purpose: BoardHold.Purpose? = nil, in drafts: DraftLookup
  ) throws(CommandFailure) -> Schedule? {
    guard let word else { return nil }
    return try file(drafts.schedule(word, for: purpose).path, against: nil)
  }
}
