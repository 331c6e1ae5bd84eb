// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation
import IntegerPrograms
import Synchronization

/// Ctrl-C, SIGTERM, a closed terminal and a pipe that nobody reads any more end the search and keep
/// the best schedule; a second Ctrl-C ends the program.
final class Interruption {
  private let sources: [any DispatchSourceProtocol]
  private let cause = Cause()

  /// How a command ends that was interrupted before it was done; `nil` where nothing interrupted it.
  var status: ExitStatus? {
    switch cause.number.load(ordering: .acquiring) {
    case 0: nil
    case SIGTERM: .terminated
    case SIGHUP: .hungUp
    case SIGPIPE: .unread
    default: .interrupted
    }
  }

  /// The number of the first signal.
  private final class Cause: Sendable {
    let number = Atomic<Int32>(0)

    func note(_ signal: Int32) {
      _ = number.compareExchange(expected: 0, desired: signal, ordering: .acquiringAndReleasing)
    }
  }

  init(_ cancellation: Cancellation) {
    signal(SIGPIPE, SIG_IGN)
    let cause = cause
    let signals = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if cancellation.isCancelled && number == SIGINT { exit(130) }
        cause.note(number)
        cancellation.cancel()
      }
      source.resume()
      return source
    }
    let readers = DispatchSource.makeTimerSource(queue: .global())
    readers.schedule(deadline: .now() + 0.2, repeating: 0.2)
    readers.setEventHandler {
      if Self.readerHasGone {
        cause.note(SIGPIPE)
        cancellation.cancel()
      }
    }
    readers.resume()
    sources = signals + [readers]
  }

  /// Whether standard output or error is a pipe whose reader has closed it.
  private static var readerHasGone: Bool {
    var ends = [1, 2].map { pollfd(fd: $0, events: 0, revents: 0) }
    return poll(&ends, 2, 0) > 0 && ends.contains { $0.revents & Int16(POLLERR) != 0 }
  }

  deinit { for source in sources { source.cancel() } }
}
