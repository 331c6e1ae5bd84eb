// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

@testable import Commands

/// A console that keeps what was said.
final class RecordedConsole: Console {
  private struct Said {
    var answers = ""
    var notes = ""
    var typed: [String] = []
  }

  private let said: Mutex<Said>
  let isConversation: Bool
  let lostAnswer: Int32?
  private let width: Int?
  private let isTerminal: Bool

  /// - Parameters:
  ///   - typed: lines that somebody types; it is a conversation if there are any.
  ///   - width: columns; `nil` as for a file.
  ///   - isTerminal: whether lines can be drawn over themselves.
  ///   - lostAnswer: why the answer does not arrive.
  init(
    typed: [String] = [], width: Int? = nil, isTerminal: Bool = false, lostAnswer: Int32? = nil
  ) {
    said = Mutex(Said(typed: typed))
    isConversation = !typed.isEmpty
    self.width = width
    self.isTerminal = isTerminal
    self.lostAnswer = lostAnswer
  }

  /// All that was said on standard output.
  var answers: String { said.withLock { $0.answers } }
  /// All that was said on standard error.
  var notes: String { said.withLock { $0.notes } }

  func write(_ text: String, to stream: ConsoleStream) {
    said.withLock {
      switch stream {
      case .answers: $0.answers += text
      case .notes: $0.notes += text
      }
    }
  }

  func columns(of stream: ConsoleStream) -> Int? { width }
  func isTerminal(_ stream: ConsoleStream) -> Bool { isTerminal }

  func readLine() -> String? {
    said.withLock { $0.typed.isEmpty ? nil : $0.typed.removeFirst() }
  }
}
