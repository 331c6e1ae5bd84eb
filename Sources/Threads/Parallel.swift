// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// Work on many things at once.
public enum Parallel {
  /// Does the work for each index, on as many threads as there are processors, including this one;
  /// on fewer if the system has no more to give. Returns when all of it is done.
  public static func forEach(_ count: Int, _ work: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(work) { work in
      let queue = Queue(count)
      let helpers = max(0, min(count, ProcessInfo.processInfo.activeProcessorCount) - 1)
      let shares = (0..<helpers).map { _ in Share(queue, work) }
      var started: [Share] = []
      for share in shares {
        guard (try? SystemThread.start(stack: 16 << 20) { share.run() }) != nil else { break }
        started.append(share)
      }
      while let index = queue.next() { work(index) }
      for share in started { share.wait() }
      for share in shares { share.letGo() }
    }
  }

  /// Hands out the indices, each once.
  private final class Queue: Sendable {
    private let count: Int
    private let taken = Atomic<Int>(0)

    init(_ count: Int) { self.count = count }

    func next() -> Int? {
      let index = taken.add(1, ordering: .relaxed).oldValue
      return index < count ? index : nil
    }
  }

  /// One thread's part of the work. The work must not outlive the call, so it is released before
  /// the waiting thread goes on.
  private final class Share: @unchecked Sendable {
    private let queue: Queue
    private var work: ((Int) -> Void)?
    private let done = DispatchSemaphore(value: 0)

    init(_ queue: Queue, _ work: @escaping (Int) -> Void) {
      self.queue = queue
      self.work = work
    }

    func run() {
      while let index = queue.next() { work?(index) }
      work = nil
      done.signal()
    }

    func wait() { done.wait() }

    /// For a share whose thread could not be made.
    func letGo() { work = nil }
  }
}
