// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPKGuard

/// Runs work on a thread of its own and waits: GLPK keeps its state per thread, and a problem that
/// is freed on another thread than it was made on aborts the process.
enum OwnThread {
  /// The work's answer; GLPK's environment of that thread is freed with it.
  static func run<Answer>(_ work: () -> Answer) -> Answer {
    withoutActuallyEscaping(work) { work in
      let box = Box(work)
      let done = DispatchSemaphore(value: 0)
      let thread = Thread {
        glpk_be_silent()
        box.answer = box.work?()
        // Let go before the waiting thread goes on: the work may not outlive this call.
        box.work = nil
        glp_free_env()
        done.signal()
      }
      // Deep trees and long rows: GLPK recurses little, but our callbacks stand on its stack.
      thread.stackSize = 64 << 20
      thread.start()
      done.wait()
      guard let answer = box.answer else { preconditionFailure("the thread ended without answer") }
      return answer
    }
  }

  /// One thread writes, the other waits for it to end: never touched by both at once.
  private final class Box<Answer>: @unchecked Sendable {
    var work: (() -> Answer)?
    var answer: Answer?
    init(_ work: @escaping () -> Answer) { self.work = work }
  }
}
