// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Explaining
import Foundation
import Synchronization

/// The line that lives while `explain` works: what it is at and for how long, every second. On a
/// terminal it is drawn over itself; elsewhere a line is printed when the step has changed.
final class StepLine: Sendable {
  private struct Drawn {
    var step: ExplainStep?
    var text = ""
    var hasEnded = false
  }

  private let drawn = Mutex(Drawn())
  private let began = ContinuousClock.now
  private let isLive = Terminal.isErrorTerminal
  private nonisolated(unsafe) let timer = DispatchSource.makeTimerSource(queue: .global())

  init() {
    timer.schedule(deadline: .now() + 1, repeating: 1)
    timer.setEventHandler { [weak self] in self?.draw() }
    timer.resume()
  }

  /// May be called on any thread.
  func tell(_ step: ExplainStep) {
    let isNew = drawn.withLock { drawn in
      let isNew = drawn.step?.progress != step.progress
      drawn.step = step
      return isNew
    }
    if isLive && isNew { draw() }
  }

  /// Takes the line away; nothing is drawn any more.
  func end() {
    timer.cancel()
    drawn.withLock { drawn in
      guard !drawn.hasEnded else { return }
      drawn.hasEnded = true
      if isLive { Terminal.note("\r\u{1B}[K") }
    }
  }

  private func draw() {
    drawn.withLock { drawn in
      guard !drawn.hasEnded, let step = drawn.step else { return }
      let seconds = (ContinuousClock.now - began).components.seconds
      if isLive {
        let line = "\(step.progress), \(seconds) s".prefix(max(20, Terminal.errorWidth - 1))
        Terminal.note("\r\u{1B}[K\(line)")
      } else if step.progress != drawn.text {
        drawn.text = step.progress
        Terminal.note("\(step.progress), \(seconds) s\n")
      }
    }
  }
}
