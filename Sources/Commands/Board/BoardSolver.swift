// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes
import Foundation
import Synchronization
import Threads

/// Answers a board's questions in processes of their own: this program once more for each.
struct BoardSolver: SolveStarter {
  /// The scenario, as it was typed.
  let scenario: String
  /// What drafts of tables of a digest have proven: no schedule of them costs less.
  var floor: @Sendable (_ digest: String) -> Int? = { _ in nil }

  func start(
    _ job: SolveJob, hear: @escaping @Sendable (SolveWord) -> Void
  ) throws -> any SolveWork {
    let line = try JSONEncoder().encode(
      BoardWorkerJob(scenario: scenario, job: job, floor: floor(job.digest)))
    let process: WorkerProcess
    do {
      process = try WorkerProcess(command: BoardWorkerCommand.declaration.name, line: line)
    } catch {
      throw SolverFailure(sentence: error.words + ".")
    }
    let work = BoardWork()
    let watched = Watched(process)
    do {
      try SystemThread.start(stack: 1 << 20) { work.watch(watched, hear) }
    } catch {
      throw SolverFailure(sentence: "\(error).")
    }
    return work
  }
}

/// Why a question could not be worked on.
private struct SolverFailure: Error, CustomStringConvertible {
  let sentence: String
  var description: String { sentence }
}

/// A process that is handed to the one thread that looks after it.
private final class Watched: @unchecked Sendable {
  let process: WorkerProcess
  init(_ process: WorkerProcess) { self.process = process }
}

/// One question at work.
private final class BoardWork: SolveWork {
  private let isStopping = Atomic<Bool>(false)

  /// Seconds that it may take to end once it is asked to.
  private static let grace = 3.0

  func stop() { isStopping.store(true, ordering: .relaxed) }

  /// Passes on what the process says until it has ended.
  func watch(_ watched: Watched, _ hear: (SolveWord) -> Void) {
    let process = watched.process
    var interrupted: Stopwatch?
    var hasAnswer = false
    while process.end == nil {
      var polled = process.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      _ = poll(&polled, nfds_t(polled.count), 100)
      for line in process.read() {
        guard let word = try? JSONDecoder().decode(SolveWord.self, from: line) else { continue }
        if case .news = word {} else { hasAnswer = true }
        hear(word)
      }
      guard isStopping.load(ordering: .relaxed) else { continue }
      if let interrupted {
        if interrupted.seconds > Self.grace { process.kill() }
      } else {
        process.interrupt()
        interrupted = Stopwatch()
      }
    }
    if !hasAnswer { hear(.failed(failure(process))) }
  }

  private func failure(_ process: WorkerProcess) -> String {
    if let code = process.lostJob { return RunFailure.lostJob(code).words + "." }
    switch process.end {
    case .signal(let number)?:
      return RunFailure.signal(number, remark: process.lastWords).words + "."
    case .status(let status)? where status != 0:
      return RunFailure.status(status, remark: process.lastWords).words + "."
    default: return RunFailure.silent.words + "."
    }
  }
}
