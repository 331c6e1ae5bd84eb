// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// One reader's stream of events: what was sent and not yet taken by the network. Sending never
/// waits; a reader who falls behind too far is cut off, and comes back with the last event it has.
public final class EventStream: Sendable {
  private struct State: Sendable {
    var waiting: [Data] = []
    /// Bytes of the first that have been taken.
    var taken = 0
    var size = 0
    var isEnded = false
    /// Wakes the connection; there while the connection sleeps.
    var wake: (@Sendable () -> Void)?
    var whenEnded: [@Sendable () -> Void] = []

    /// Called while the state is locked: a connection must be awake when the library stops, so
    /// nobody may be on the way to wake it.
    mutating func wakeUp() {
      wake?()
      wake = nil
    }
  }

  /// What the network gets next.
  enum Next {
    case bytes(Int)
    case asleep
    case end
  }

  private let state = Mutex(State())
  /// Bytes that may wait for a reader.
  private let most: Int

  /// - Parameter most: bytes that may wait for the reader before it is cut off.
  public init(holding most: Int = 4 << 20) { self.most = most }

  /// Whether nothing more will be sent.
  public var isEnded: Bool { state.withLock { $0.isEnded } }

  /// Sends bytes in the form of server-sent events.
  public func send(_ bytes: Data) {
    state.withLock { state in
      guard !state.isEnded, !bytes.isEmpty else { return }
      state.waiting.append(bytes)
      state.size += bytes.count
      if state.size > most {
        state.waiting = []
        state.isEnded = true
      }
      state.wakeUp()
    }
  }

  /// Ends the stream after what was sent.
  public func end() {
    state.withLock { state in
      state.isEnded = true
      state.wakeUp()
    }
  }

  /// Called once the reader has gone, whoever ended it.
  func whenGone(_ call: @escaping @Sendable () -> Void) {
    state.withLock { $0.whenEnded.append(call) }
  }

  /// The connection is closed: nobody reads it any more.
  func readerHasGone() {
    let calls = state.withLock { state -> [@Sendable () -> Void] in
      state.isEnded = true
      state.waiting = []
      state.wake = nil
      defer { state.whenEnded = [] }
      return state.whenEnded
    }
    for call in calls { call() }
  }

  /// Fills a buffer, or sends the connection to sleep.
  ///
  /// - Parameters:
  ///   - sleep: suspends the connection; called before anybody can wake it.
  ///   - wake: resumes it, called once.
  func take(
    into buffer: UnsafeMutableRawBufferPointer, sleep: () -> Void,
    wake: @escaping @Sendable () -> Void
  ) -> Next {
    state.withLock { state in
      var filled = 0
      while filled < buffer.count, let first = state.waiting.first {
        let count = min(first.count - state.taken, buffer.count - filled)
        let from = first.startIndex + state.taken
        let target = UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<(filled + count)])
        first.copyBytes(to: target, from: from..<(from + count))
        filled += count
        state.taken += count
        if state.taken == first.count {
          state.waiting.removeFirst()
          state.taken = 0
        }
      }
      state.size -= filled
      if filled > 0 { return .bytes(filled) }
      if state.isEnded { return .end }
      sleep()
      state.wake = wake
      return .asleep
    }
  }
}
