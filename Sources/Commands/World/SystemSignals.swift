// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import Synchronization
import Threads

/// The signals of this process. A second Ctrl-C ends the program.
///
/// A thread of its own watches for them. If the system has none to give, signals raise the flag by
/// themselves, and only lost readers go unnoticed.
struct SystemSignals: Signals {
  var endedBy: Int32? {
    let number = Handler.seen.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  var hasLostReader: Bool { Watch.lostReader.load(ordering: .relaxed) }

  func watch(
    _ cancellation: Cancellation, tick: @escaping @Sendable () -> Void
  ) -> any SignalWatch {
    signal(SIGPIPE, SIG_IGN)
    let watch = Watch(cancellation, tick)
    // Made before a signal can come.
    _ = Handler.seen.load(ordering: .relaxed)
    let hasThread = (try? SystemThread.start(stack: 512 << 10) { watch.run() }) != nil
    if !hasThread { Handler.raise(cancellation) }
    for number in Handler.watched { signal(number, hasThread ? Handler.note : Handler.cancel) }
    return Lease(watch)
  }

  func endWithInput() {
    // Without a thread the process ends with its work.
    try? SystemThread.start(stack: 512 << 10) {
      while readLine() != nil {}
      _exit(130)
    }
  }
}

/// Ends the thread when nobody keeps it any more.
private final class Lease: SignalWatch {
  private let watch: Watch
  init(_ watch: Watch) { self.watch = watch }
  deinit { watch.end() }
}

/// What the signal handler notes: nothing else is safe in it.
private enum Handler {
  static let watched = [SIGINT, SIGTERM, SIGHUP]
  static let seen = Atomic<Int32>(0)

  static let note: @convention(c) (Int32) -> Void = { number in
    if Handler.seen.exchange(number, ordering: .relaxed) != 0 && number == SIGINT { _exit(130) }
  }

  /// The flag to raise if no thread does, kept for ever: a handler must not check whether it still
  /// exists.
  private static let flag = Atomic<Int>(0)

  static func raise(_ cancellation: Cancellation) {
    let kept = Unmanaged.passRetained(cancellation).toOpaque()
    flag.store(Int(bitPattern: kept), ordering: .releasing)
  }

  static let cancel: @convention(c) (Int32) -> Void = { number in
    Handler.note(number)
    guard let kept = UnsafeRawPointer(bitPattern: Handler.flag.load(ordering: .acquiring)) else {
      return
    }
    Unmanaged<Cancellation>.fromOpaque(kept).takeUnretainedValue().cancel()
  }
}

/// The thread that watches for signals and lost readers.
private final class Watch: Sendable {
  /// Once gone, a reader does not come back: the same for all watches of the process.
  static let lostReader = Atomic<Bool>(false)

  private let cancellation: Cancellation
  private let tick: @Sendable () -> Void
  private let hasEnded = Atomic<Bool>(false)

  init(_ cancellation: Cancellation, _ tick: @escaping @Sendable () -> Void) {
    self.cancellation = cancellation
    self.tick = tick
  }

  func end() { hasEnded.store(true, ordering: .relaxed) }

  func run() {
    while !hasEnded.load(ordering: .relaxed) {
      if Self.readerHasGone { Self.lostReader.store(true, ordering: .relaxed) }
      if Handler.seen.load(ordering: .relaxed) != 0 || Self.lostReader.load(ordering: .relaxed) {
        cancellation.cancel()
      }
      tick()
      usleep(50_000)
    }
  }

  /// Whether standard output or error is a pipe whose reader has closed it.
  private static var readerHasGone: Bool {
    var ends = [1, 2].map { pollfd(fd: $0, events: 0, revents: 0) }
    return poll(&ends, 2, 0) > 0 && ends.contains { $0.revents & Int16(POLLERR) != 0 }
  }
}
