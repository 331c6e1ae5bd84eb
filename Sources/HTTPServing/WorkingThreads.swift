// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization
import Threads

/// A few threads that do what they are given, in its order.
final class WorkingThreads: Sendable {
  typealias Job = @Sendable () -> Void

  private struct State: Sendable {
    var jobs: [Job] = []
    var isEnded = false
  }

  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)
  private let most: Int

  /// - Parameters:
  ///   - count: threads, of which the system may give fewer.
  ///   - most: jobs that may wait.
  /// - Throws: if the system gives none.
  init(_ count: Int, waiting most: Int) throws(ServingFailure) {
    self.most = most
    var started = 0
    for _ in 0..<count {
      guard (try? SystemThread.start(stack: 16 << 20, { self.run() })) != nil else { break }
      started += 1
    }
    guard started > 0 else { throw .noThread }
  }

  /// Whether another job may come.
  var hasRoom: Bool { state.withLock { !$0.isEnded && $0.jobs.count < most } }

  func add(_ job: @escaping Job) {
    state.withLock { $0.jobs.append(job) }
    ready.signal()
  }

  /// Lets the threads go; jobs that wait are dropped.
  func end() {
    state.withLock { state in
      state.isEnded = true
      state.jobs = []
    }
    ready.signal()
  }

  private func run() {
    while true {
      ready.wait()
      let (job, isEnded) = state.withLock { state -> (Job?, Bool) in
        (state.jobs.isEmpty ? nil : state.jobs.removeFirst(), state.isEnded)
      }
      if isEnded {
        // Each wakes the next one.
        ready.signal()
        return
      }
      job?()
    }
  }
}
