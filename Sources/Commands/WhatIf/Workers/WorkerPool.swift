// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Foundation
import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Threads

/// Runs jobs side by side, a given number at once, each in a process of its own. One that fails,
/// crashes or is killed fails alone.
struct WorkerPool {
  /// What came of one job.
  enum Outcome {
    /// - `isStopped`: whether the user ended its search before it was done.
    case answer(
      state: WhatIfAnswer.State, objective: Int?, bound: Int?, schedule: Schedule?,
      isStopped: Bool)
    case failed(RunFailure)
    /// The system had no process for it.
    case notStarted(WorkerFailure)
    case notRun

    /// What is known without a run.
    static let impossible = Outcome.answer(
      state: .infeasible, objective: nil, bound: nil, schedule: nil, isStopped: false)
  }

  let atOnce: Int
  let workers: any WorkerStarter
  let cancellation: Cancellation
  let progress: RunsProgress

  /// Seconds that a worker may take to end once it is asked to, so nobody is kept waiting.
  private static let grace = 0.8

  private struct Running {
    let index: Int
    let process: any Worker
    var outcome: Outcome?
    var interrupted: Stopwatch?
  }

  /// - Parameter jobs: `nil` instead of a job if it is already known that there is no schedule.
  /// - Returns: an outcome for each, in their order.
  func run(_ jobs: [(name: String, job: WorkerJob?)]) -> [Outcome] {
    var outcomes: [Outcome?] = jobs.map { _ in nil }
    var waiting = Array(jobs.indices)[...]
    var running: [Running] = []
    /// Fewer if the system has no more processes to give.
    var places = atOnce
    while !waiting.isEmpty || !running.isEmpty {
      while running.count < places, !cancellation.isCancelled, let index = waiting.first {
        guard let job = jobs[index].job else {
          outcomes[index] = .impossible
          progress.begin(jobs[index].name)
          progress.end(jobs[index].name, words(.impossible))
          waiting = waiting.dropFirst()
          continue
        }
        do {
          running.append(Running(index: index, process: try start(job)))
          progress.begin(jobs[index].name)
        } catch {
          places = max(1, running.count)
          // It may have its turn when another has ended.
          if !running.isEmpty { break }
          outcomes[index] = .notStarted(error)
          progress.end(jobs[index].name, words(.notStarted(error)))
        }
        waiting = waiting.dropFirst()
      }
      if cancellation.isCancelled {
        for index in waiting { outcomes[index] = .notRun }
        waiting = []
      }
      wait(for: running)
      for place in running.indices { attend(&running[place], jobs[running[place].index].name) }
      for ended in running where ended.process.end != nil {
        let outcome = outcome(of: ended)
        outcomes[ended.index] = outcome
        progress.end(jobs[ended.index].name, words(outcome))
      }
      running.removeAll { $0.process.end != nil }
    }
    return outcomes.map { $0 ?? .notRun }
  }

  private func start(_ job: WorkerJob) throws(WorkerFailure) -> any Worker {
    guard let line = try? JSONEncoder().encode(job) else { throw .noLine }
    return try workers.start(line)
  }

  /// Sleeps until one of them says something, or a tenth of a second.
  private func wait(for running: [Running]) {
    var polled = running.flatMap(\.process.descriptors)
      .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    _ = poll(&polled, nfds_t(polled.count), polled.isEmpty ? 0 : 100)
  }

  private func attend(_ running: inout Running, _ name: String) {
    for line in running.process.read() {
      switch try? JSONDecoder().decode(WorkerWord.self, from: line) {
      case .news(let phase, let incumbent, let bound):
        progress.news(name, DraftNews(phase: phase, incumbent: incumbent, bound: bound))
      case .answer(let state, let objective, let bound, let rows):
        running.outcome = .answer(
          state: state, objective: objective, bound: bound, schedule: rows.map { Schedule($0) },
          isStopped: running.interrupted != nil && (state == .feasible || state == .unknown))
      case .refusal(let refusal): running.outcome = .failed(.refused(refusal))
      case nil: break
      }
    }
    progress.draw()
    guard cancellation.isCancelled else { return }
    if let since = running.interrupted {
      if since.seconds > Self.grace { running.process.kill() }
    } else {
      running.process.interrupt()
      running.interrupted = Stopwatch()
    }
  }

  private func outcome(of running: Running) -> Outcome {
    if let code = running.process.lostJob { return .failed(.lostJob(code)) }
    let remark = running.process.lastWords
    switch running.process.end {
    case .status(0)?: return running.outcome ?? .failed(.silent)
    case .signal(let number)?:
      // This includes one that took too long to end: being killed is not its fault.
      if running.interrupted != nil { return .notRun }
      return .failed(.signal(number, remark: remark))
    case .status(let status)?:
      if case .failed(let failure)? = running.outcome { return .failed(failure) }
      return .failed(.status(status, remark: remark))
    case nil: return .failed(.stillThere)
    }
  }

  private func words(_ outcome: Outcome) -> String {
    switch outcome {
    case .answer(let state, let objective, let bound, _, let isStopped):
      let cost = objective.map { " \($0)" } ?? ""
      let limit = state == .feasible ? bound.map { ", bound \($0)" } ?? "" : ""
      return "\(state.rawValue)\(cost)\(limit)" + (isStopped ? ", stopped by you" : "")
    case .failed(let failure): return "failed: \(failure.words)"
    case .notStarted(let failure): return "failed: \(failure.words)"
    case .notRun: return "not run, stopped by you"
    }
  }
}
