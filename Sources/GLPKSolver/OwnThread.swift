// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPKGuard
import Threads

/// Runs work on a thread of its own and waits: GLPK keeps its state per thread, and freeing a
/// problem on a thread other than the one that made it aborts the process.
enum OwnThread {
  /// Deep trees and long rows: GLPK recurses little, but our callbacks run on its stack. If there
  /// is no room for that much, less has to do.
  private static let stacks = [64 << 20, 16 << 20, 4 << 20]
  private static let mark = "programme.glpk"

  /// The work's answer; GLPK's environment of that thread is freed with it.
  ///
  /// If the system has no thread, the work is done on this one, unless GLPK is already at work on
  /// it.
  ///
  /// - Returns: `nil` if there was no thread to work on.
  static func run<Answer>(_ work: () -> Answer) -> Answer? {
    withoutActuallyEscaping(work) { work in
      let box = Box(work)
      for stack in stacks {
        let done = DispatchSemaphore(value: 0)
        let hasStarted: Void? = try? SystemThread.start(stack: stack) {
          box.run()
          done.signal()
        }
        guard hasStarted != nil else { continue }
        done.wait()
        return box.answer
      }
      guard Thread.current.threadDictionary[mark] == nil else { return nil }
      box.run()
      return box.answer
    }
  }

  /// One thread writes, the other waits for it to end: never touched by both at once.
  private final class Box<Answer>: @unchecked Sendable {
    private var work: (() -> Answer)?
    private(set) var answer: Answer?
    init(_ work: @escaping () -> Answer) { self.work = work }

    func run() {
      glpk_be_silent()
      Thread.current.threadDictionary[mark] = true
      answer = work?()
      // Released before the waiting thread goes on: the work must not outlive the call.
      work = nil
      Thread.current.threadDictionary.removeObject(forKey: mark)
      glp_free_env()
    }
  }
}
