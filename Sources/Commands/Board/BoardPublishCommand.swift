// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes
import Foundation
import IntegerPrograms

/// A job for the process that publishes for a board.
struct BoardPublishJob: Codable, Sendable {
  /// As it was typed.
  let scenario: String
  /// The folder of the board's drafts; `nil` for the scenario's folder of results.
  let out: String?
  let job: PublishJob
}

/// The board's own publisher: a job comes in on standard input, its answer goes out on standard output.
enum BoardPublishCommand: Command {
  struct Options: CommandOptions {
    var isJSON: Bool { false }
  }

  static let declaration = Declaration<Options>(
    name: "board-publish", summary: "previews or makes one publication for 'programme board'",
    arguments: [], options: [], isHidden: true)

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> WorkerAnswer {
    guard let line = world.console.readLine(),
      let job = try? JSONDecoder().decode(BoardPublishJob.self, from: Data(line.utf8))
    else { throw .notForPeople(worker: declaration.name, caller: "board") }
    // What was begun is done, whatever becomes of the board: Ctrl-C at its terminal comes here too.
    // Only a preview has nothing to lose.
    let watch = job.job.consent.map { _ in world.signals.watch(Cancellation()) {} }
    defer { withExtendedLifetime(watch) {} }
    if watch == nil { world.signals.endWithInput() }
    let word = BoardPublishing(job, in: world).word()
    if let data = try? JSONEncoder().encode(word) {
      world.console.pass(String(decoding: data, as: UTF8.self) + "\n")
    }
    return WorkerAnswer(status: .yes)
  }
}
