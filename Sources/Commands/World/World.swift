// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import Meetings
import Threads

/// Everything that a command reads from the world besides its options: passed in, so a command can
/// be tested without a process.
struct World: Sendable {
  /// Where answers and notes are printed.
  var console: any Console
  /// What may end a search early.
  var signals: any Signals
  /// Starts the processes of what-ifs.
  var workers: any WorkerStarter
  /// Seconds since 1970, as the clock on the wall says.
  var now: @Sendable () -> Int
  /// Runs since the process began: `--time` is counted from there.
  var sinceStart: Stopwatch
  /// The words that were typed after the program's name, for the history of drafts.
  var words: [String]
  /// Processors that there is work for.
  var processors: Int
  /// The folder of all results, as it is shown.
  var results: String
  /// The folder in which a draft's scenario is looked for by its id.
  var scenarios: String
  /// Folders that a command needs only while it runs.
  let temporary: TemporaryFolders

  /// The world of a process.
  ///
  /// - Parameter words: what was typed after the program's name.
  static func system(_ words: [String]) -> World {
    World(
      console: SystemConsole(), signals: SystemSignals(), workers: ProcessStarter(),
      now: { Int(Date().timeIntervalSince1970) }, sinceStart: Stopwatch(), words: words,
      processors: max(1, ProcessInfo.processInfo.activeProcessorCount), results: "Output",
      scenarios: "Scenarios", temporary: TemporaryFolders())
  }

  /// Where results about a scenario go if they are not sent elsewhere.
  func results(of meeting: Meeting) -> String { results(of: meeting.id) }

  /// The same by the scenario's id.
  func results(of id: String) -> String { "\(results)/\(id)" }
}
