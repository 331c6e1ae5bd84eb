// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes

/// Answers a board's questions in processes of their own: this program once more for each.
struct BoardSolver: SolveStarter {
  /// The scenario, as it was typed.
  let scenario: String

  func start(
    _ job: SolveJob, hear: @escaping @Sendable (SolveWord) -> Void
  ) throws -> any SolveWork {
    try BoardProcess.start(
      BoardWorkerCommand.declaration.name, BoardWorkerJob(scenario: scenario, job: job),
      isLast: { if case .news = $0 { false } else { true } }, failed: { .failed($0) }, hear: hear)
  }
}
