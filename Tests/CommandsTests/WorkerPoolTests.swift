// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import Synchronization
import Testing

@testable import Commands

/// A system that gives so many processes at once, and counts them.
private final class Processes: WorkerStarter {
  struct Count {
    var now = 0
    var most = 0
    var started = 0
    var interrupted = 0
    var killed = 0
  }

  let count = Mutex(Count())
  /// More than these it has not.
  let places: Int
  /// How often each has to be asked before it has ended.
  let rounds: Int
  /// Whether they end when they are asked to.
  let endsWhenAsked: Bool

  init(places: Int, rounds: Int = 2, endsWhenAsked: Bool = true) {
    (self.places, self.rounds, self.endsWhenAsked) = (places, rounds, endsWhenAsked)
  }

  func start(_ job: Data) throws(WorkerFailure) -> any Worker {
    guard let job = try? JSONDecoder().decode(WorkerJob.self, from: job) else { throw .noLine }
    let isFull = count.withLock { count in
      if count.now == places { return true }
      count.now += 1
      count.started += 1
      count.most = max(count.most, count.now)
      return false
    }
    if isFull { throw .noProcess(EAGAIN) }
    return Process(self, job.seed)
  }

  private final class Process: Worker {
    private let system: Processes
    private let seed: Int
    private var rounds: Int
    private var isAsked = false
    private(set) var end: WorkerEnd?
    let descriptors: [Int32] = []
    let lostJob: Int32? = nil
    let lastWords = ""

    init(_ system: Processes, _ seed: Int) {
      (self.system, self.seed, rounds) = (system, seed, system.rounds)
    }

    func read() -> [Data] {
      rounds -= 1
      guard rounds <= 0 || isAsked && system.endsWhenAsked, end == nil else { return [] }
      close(.status(0))
      let word = WorkerWord.answer(state: .optimal, objective: seed, bound: seed, rows: [])
      return [try? JSONEncoder().encode(word)].compactMap(\.self)
    }

    func interrupt() {
      isAsked = true
      system.count.withLock { $0.interrupted += 1 }
    }

    func kill() {
      if end != nil { return }
      close(.signal(SIGKILL))
      system.count.withLock { $0.killed += 1 }
    }

    private func close(_ how: WorkerEnd) {
      end = how
      system.count.withLock { $0.now -= 1 }
    }
  }
}

@Suite("Runs side by side")
struct WorkerPoolTests {
  private func job(_ seed: Int) -> WorkerJob {
    WorkerJob(
      scenario: "s", whatIf: nil, digest: "", start: nil, pricesMoves: true, isCold: false,
      seed: seed, seconds: nil, gap: 0, work: nil, isAlone: true)
  }

  private func run(
    _ jobs: [WorkerJob?], atOnce: Int, _ system: Processes,
    _ cancellation: Cancellation = Cancellation()
  ) throws -> [String] {
    let desk = try Desk()
    let progress = RunsProgress(total: jobs.count, in: desk.world)
    let pool = WorkerPool(
      atOnce: atOnce, workers: system, cancellation: cancellation, progress: progress)
    return pool.run(jobs.enumerated().map { ("run \($0)", $1) }).map { outcome in
      switch outcome {
      case .answer(let state, let objective, _, _, _): "\(state.rawValue) \(objective ?? -1)"
      case .failed(let failure): failure.words
      case .notStarted(let failure): failure.words
      case .notRun: "not run"
      }
    }
  }

  @Test(
    "Each has its own answer, in the order of the questions, and never more run than may",
    arguments: [1, 2, 3, 8], [1, 2, 5])
  func order(atOnce: Int, places: Int) throws {
    let system = Processes(places: places)
    let jobs = (0..<7).map { $0 == 3 ? nil : job($0) }
    let answers = try run(jobs, atOnce: atOnce, system)
    #expect(
      answers == (0..<7).map { $0 == 3 ? "infeasible -1" : "optimal \($0)" })
    let count = system.count.withLock { $0 }
    #expect(count.most == min(atOnce, places, 6) && count.started == 6 && count.now == 0)
  }

  @Test("Where the system has no process at all each says so")
  func none() throws {
    let system = Processes(places: 0)
    let answers = try run([job(1), nil, job(2)], atOnce: 2, system)
    #expect(answers[1] == "infeasible -1")
    #expect(answers[0] == answers[2] && answers[0].hasPrefix("no worker could be started: "))
  }

  @Test("What the user ends is asked once, and what has not begun is not run")
  func ended() throws {
    let system = Processes(places: 9, rounds: 1_000_000)
    let cancellation = Cancellation()
    let waiting = Thread {
      while system.count.withLock({ $0.now }) < 2 { usleep(1000) }
      cancellation.cancel()
    }
    waiting.start()
    let answers = try run((0..<5).map { job($0) }, atOnce: 2, system, cancellation)
    #expect(answers == ["optimal 0", "optimal 1", "not run", "not run", "not run"])
    let count = system.count.withLock { $0 }
    #expect(count.interrupted == 2 && count.killed == 0 && count.started == 2)
  }

  @Test("One that does not end when it is asked is killed, and that is no fault of its own")
  func deaf() throws {
    let system = Processes(places: 9, rounds: 1_000_000_000, endsWhenAsked: false)
    let cancellation = Cancellation()
    let waiting = Thread {
      while system.count.withLock({ $0.now }) < 1 { usleep(1000) }
      cancellation.cancel()
    }
    waiting.start()
    #expect(try run([job(1), job(2)], atOnce: 1, system, cancellation) == ["not run", "not run"])
    let count = system.count.withLock { $0 }
    #expect(count.killed == 1 && count.started == 1)
  }
}
