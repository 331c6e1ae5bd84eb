// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// A console whose notes are collected, as they would be printed into a file, to be passed on.
final class CollectedConsole: Console {
  private let collected = Mutex("")

  /// All that was printed on standard error.
  var notes: String { collected.withLock { $0 } }

  func write(_ text: String, to stream: ConsoleStream) {
    if stream == .notes { collected.withLock { $0 += text } }
  }

  func columns(of stream: ConsoleStream) -> Int? { nil }
  func isTerminal(_ stream: ConsoleStream) -> Bool { false }
  var isConversation: Bool { false }
  func readLine() -> String? { nil }
  var lostAnswer: Int32? { nil }
}
