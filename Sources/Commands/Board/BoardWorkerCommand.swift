// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes
import Foundation
import IntegerPrograms
import Texts

/// A job for a worker of the board.
struct BoardWorkerJob: Codable, Sendable {
  /// As it was typed.
  let scenario: String
  let job: SolveJob
  /// What every schedule of the tables costs at least, as far as their drafts have proven.
  var floor: Int?
}

/// The board's own worker: a job comes in on standard input, words go out on standard output.
enum BoardWorkerCommand: Command {
  struct Options: CommandOptions {
    var isJSON: Bool { false }
  }

  static let declaration = Declaration<Options>(
    name: "board-worker", summary: "answers one question for 'programme board'", arguments: [],
    options: [], isHidden: true)

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> WorkerAnswer {
    let cancellation = Cancellation()
    let watch = world.signals.watch(cancellation) {}
    defer { withExtendedLifetime(watch) {} }
    guard let line = world.console.readLine(),
      let job = try? JSONDecoder().decode(BoardWorkerJob.self, from: Data(line.utf8))
    else { throw .notForPeople(worker: declaration.name, caller: "board") }
    // When the board is gone, its end of the pipe closes.
    world.signals.endWithInput()
    BoardSearch(job, cancellation) { word in
      guard let data = try? JSONEncoder().encode(word) else { return }
      world.console.pass(String(decoding: data, as: UTF8.self) + "\n")
    }.run()
    return WorkerAnswer(status: .yes)
  }
}
