// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Counts calls from several threads.
final class Counter: Sendable {
  private let count = Mutex(0)
  var total: Int { count.withLock { $0 } }
  func add() { count.withLock { $0 += 1 } }
}
