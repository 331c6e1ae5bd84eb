// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// Something that is settled once, and read by several threads.
final class Once<Value: Sendable>: Sendable {
  private let settled = Mutex<Value?>(nil)

  /// `nil` until it is settled.
  var value: Value? { settled.withLock { $0 } }

  /// Settles it, unless it is already.
  func set(_ value: Value) { settled.withLock { $0 = $0 ?? value } }
}
