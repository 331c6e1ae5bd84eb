// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import Texts

/// The program's own worker: a job comes in on standard input, words go out on standard output.
enum WorkerCommand: Command {
  struct Options: CommandOptions {
    var isJSON: Bool { false }
  }

  static let declaration = Declaration<Options>(
    name: "what-if-worker", summary: "answers one what-if for 'programme what-if'",
    arguments: [], options: [], isHidden: true)

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> WorkerAnswer {
    let cancellation = Cancellation()
    let watch = world.signals.watch(cancellation) {}
    defer { withExtendedLifetime(watch) {} }
    guard let line = world.console.readLine(),
      let job = try? JSONDecoder().decode(WorkerJob.self, from: Data(line.utf8))
    else { throw .notForPeople(worker: declaration.name, caller: "what-if") }
    // When the process that waits for the answer is gone, its end of the pipe closes.
    world.signals.endWithInput()
    let search = WhatIfSearch(job: job, cancellation: cancellation) { word in
      guard let data = try? JSONEncoder().encode(word) else { return }
      world.console.pass(String(decoding: data, as: UTF8.self) + "\n")
    }
    return WorkerAnswer(status: search.run())
  }
}

/// Everything has already been reported on the way.
struct WorkerAnswer: CommandAnswer {
  let status: ExitStatus
  func text(width: Int) -> String { "" }
  func json() -> String { "" }
}
