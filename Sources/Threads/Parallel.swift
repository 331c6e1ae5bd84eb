// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// Work on many things at once.
public enum Parallel {
  /// Does the work for each index, on as many threads as there are processors, this one among them;
  /// on fewer where the system has no more to give.
  ///
  /// - Returns: when all of it is done.
  public static func forEach(_ count: Int, _ work: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(work) { run(count, $0) }
  }

  private static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let queue = Queue()
    let helpers = min(count, ProcessInfo.processInfo.activeProcessorCount) - 1
    let done = DispatchSemaphore(value: 0)
    var started = 0
    for _ in 0..<max(0, helpers) {
      let hasStarted: Void? = try? SystemThread.start(stack: 16 << 20) {
        queue.run(count, work)
        done.signal()
      }
      if hasStarted == nil { break }
      started += 1
    }
    queue.run(count, work)
    for _ in 0..<started { done.wait() }
  }

  private final class Queue: Sendable {
    private let next = Atomic<Int>(0)

    func run(_ count: Int, _ work: (Int) -> Void) {
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        if index >= count { return }
        work(index)
      }
    }
  }
}
