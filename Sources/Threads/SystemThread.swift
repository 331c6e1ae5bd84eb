// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Why the system gave no thread, as a sentence.
public struct ThreadFailure: Error, CustomStringConvertible, Sendable {
  /// What `pthread_create` returned, a number of `errno`.
  public let code: Int32

  public var description: String {
    "a thread could not be made: \(String(cString: strerror(code)))"
  }
}

/// A thread from the system. Foundation's `Thread` does not say when none is available, and anyone
/// who waits for its work then waits for ever.
public enum SystemThread {

  /// Runs work on a new thread.
  ///
  /// - Parameter stack: its stack, in bytes.
  /// - Throws: if the system has no thread or no room for its stack; the work is then not run.
  public static func start(
    stack: Int, _ work: @escaping @Sendable () -> Void
  ) throws(ThreadFailure) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stack)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let box = Unmanaged.passRetained(Box(work))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, &attributes,
      { context in
        guard let context else { return nil }
        Unmanaged<Box>.fromOpaque(context).takeRetainedValue().work()
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      box.release()
      throw ThreadFailure(code: code)
    }
  }

  private final class Box {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}
