// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes
import Foundation
import Synchronization
import Threads

/// This program once more, at work for a board: what it says line by line is passed on until it ends.
final class BoardProcess<Word: Decodable & Sendable>: SolveWork {
  private let isStopping = Atomic<Bool>(false)

  /// Starts `programme COMMAND`.
  ///
  /// - Parameters:
  ///   - job: what it reads from its standard input.
  ///   - isLast: whether a word is its answer.
  ///   - failed: the word for an end without one; from a sentence.
  ///   - hear: called on a thread of its own, last with an answer or a failure.
  /// - Throws: if the system has no room for it.
  static func start(
    _ command: String, _ job: some Encodable, isLast: @escaping @Sendable (Word) -> Bool,
    failed: @escaping @Sendable (String) -> Word, hear: @escaping @Sendable (Word) -> Void
  ) throws -> BoardProcess {
    let line = try JSONEncoder().encode(job)
    let process: WorkerProcess
    do {
      process = try WorkerProcess(command: command, line: line)
    } catch {
      throw ProcessFailure(sentence: error.words + ".")
    }
    let work = BoardProcess()
    let watched = Watched(process)
    do {
      try SystemThread.start(stack: 1 << 20) { work.watch(watched.process, isLast, failed, hear) }
    } catch {
      throw ProcessFailure(sentence: "\(error).")
    }
    return work
  }

  func stop() { isStopping.store(true, ordering: .relaxed) }

  private func watch(
    _ process: WorkerProcess, _ isLast: (Word) -> Bool, _ failed: (String) -> Word,
    _ hear: (Word) -> Void
  ) {
    var interrupted: Stopwatch?
    var hasAnswer = false
    while process.end == nil {
      var polled = process.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      _ = poll(&polled, nfds_t(polled.count), 100)
      for line in process.read() {
        guard let word = try? JSONDecoder().decode(Word.self, from: line) else { continue }
        if isLast(word) { hasAnswer = true }
        hear(word)
      }
      guard isStopping.load(ordering: .relaxed) else { continue }
      if let interrupted {
        if interrupted.seconds > BoardGrace.seconds { process.kill() }
      } else {
        process.interrupt()
        interrupted = Stopwatch()
      }
    }
    if !hasAnswer { hear(failed(Self.failure(process))) }
  }

  private static func failure(_ process: WorkerProcess) -> String {
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

private enum BoardGrace {
  /// Seconds that a process may take to end once it is asked to.
  static let seconds = 3.0
}

/// Why something could not be worked on.
private struct ProcessFailure: Error, CustomStringConvertible {
  let sentence: String
  var description: String { sentence }
}

/// A process that is handed to the one thread that looks after it.
private final class Watched: @unchecked Sendable {
  let process: WorkerProcess
  init(_ process: WorkerProcess) { self.process = process }
}
