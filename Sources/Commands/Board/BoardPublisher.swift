// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes

/// Previews and makes a board's publications in processes of their own, so that none holds the board
/// up.
struct BoardPublisher: PublishStarter {
  /// The scenario, as it was typed.
  let scenario: String
  /// Where the board's drafts are; `nil` for the scenario's folder of results.
  let out: String?

  func start(
    _ job: PublishJob, hear: @escaping @Sendable (PublishWord) -> Void
  ) throws -> any SolveWork {
    let isPublishing = job.consent != nil
    return try BoardProcess.start(
      BoardPublishCommand.declaration.name,
      BoardPublishJob(scenario: scenario, out: out, job: job),
      isLast: { _ in true },
      failed: { sentence in
        .failed(
          [sentence]
            + (isPublishing
              ? ["Whether it is out, a new preview says: then nothing would be new."] : []))
      }, hear: hear)
  }
}
