// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes

/// Answers a board's questions in processes of their own: this program once more for each.
struct BoardSolver: SolveStarter {
  /// The scenario, as it was typed.
  let scenario: String
  /// What drafts of tables of a digest have proven: no schedule of them costs less.
  var floor: @Sendable (_ digest: String) -> Int? = { _ in nil }

  func start(
    _ job: SolveJob, hear: @escaping @Sendable (SolveWord) -> Void
  ) throws -> any SolveWork {
    try BoardProcess.start(
      BoardWorkerCommand.declaration.name,
      BoardWorkerJob(scenario: scenario, job: job, floor: floor(job.digest)),
      isLast: { if case .news = $0 { false } else { true } }, failed: { .failed($0) }, hear: hear)
  }
}
