// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Synchronization
import Testing

@testable import Threads

@Suite("Threads of the system")
struct ThreadTests {
  @Test("Work for each index is done once, whatever number of threads there is")
  func parallel() {
    let counts = Mutex(Array(repeating: 0, count: 500))
    Parallel.forEach(500) { index in counts.withLock { $0[index] += 1 } }
    #expect(counts.withLock { $0.allSatisfy { $0 == 1 } })
  }

  @Test("A stack that no system can give is an error with a sentence, not a wait for ever")
  func failure() {
    do {
      try SystemThread.start(stack: 1 << 46) {}
      Issue.record("the thread was made")
    } catch {
      #expect(error.description.hasPrefix("a thread could not be made: "))
    }
  }
}
