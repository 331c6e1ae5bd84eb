// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation
import IntegerPrograms

/// Ctrl-C, SIGTERM and a closed terminal end the search and keep the best schedule; a second
/// Ctrl-C ends the program.
final class Interruption {
  private let sources: [any DispatchSourceSignal]

  init(_ cancellation: Cancellation) {
    signal(SIGPIPE, SIG_IGN)
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if cancellation.isCancelled && number == SIGINT { exit(130) }
        cancellation.cancel()
      }
      source.resume()
      return source
    }
  }

  deinit { for source in sources { source.cancel() } }
}
