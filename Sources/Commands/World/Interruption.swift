// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import Synchronization
import Threads

/// Ctrl-C, SIGTERM, a closed terminal and a pipe that nobody reads any more end the search and keep
/// the best schedule; a second Ctrl-C ends the program.
///
/// A thread of its own looks after them. Where the system has none, signals raise the flag by
/// themselves, and only lost readers go unnoticed.
final class Interruption {
  private let watch: Watch

  /// - Parameter tick: called on that thread several times a second, for lines that show the time.
  init(_ cancellation: Cancellation, tick: @escaping @Sendable () -> Void = {}) {
    signal(SIGPIPE, SIG_IGN)
    let watch = Watch(cancellation, tick)
    self.watch = watch
    // Made before a signal can come.
    _ = Signals.seen.load(ordering: .relaxed)
    let hasThread = (try? SystemThread.start(stack: 512 << 10) { watch.run() }) != nil
    if !hasThread { Signals.raise(cancellation) }
    for number in Signals.watched { signal(number, hasThread ? Signals.note : Signals.cancel) }
  }

  /// The signal that ended the search; `nil` where none did.
  static var endedBy: Int32? {
    let number = Signals.seen.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// How a command ends that was interrupted before it was done; `nil` where nothing interrupted it.
  var status: ExitStatus? {
    switch Self.endedBy {
    case SIGTERM: .terminated
    case SIGHUP: .hungUp
    case .some: .interrupted
    case nil: watch.hasLostReader ? .unread : nil
    }
  }

  deinit { watch.end() }
}

/// What the handler of signals notes: nothing else is safe in it.
private enum Signals {
  static let watched = [SIGINT, SIGTERM, SIGHUP]
  static let seen = Atomic<Int32>(0)

  static let note: @convention(c) (Int32) -> Void = { number in
    if Signals.seen.exchange(number, ordering: .relaxed) != 0 && number == SIGINT { _exit(130) }
  }

  /// The flag to raise where no thread does, kept for ever: a handler may not look whether it is there.
  private static let flag = Atomic<Int>(0)

  static func raise(_ cancellation: Cancellation) {
    let kept = Unmanaged.passRetained(cancellation).toOpaque()
    flag.store(Int(bitPattern: kept), ordering: .releasing)
  }

  static let cancel: @convention(c) (Int32) -> Void = { number in
    Signals.note(number)
    guard let kept = UnsafeRawPointer(bitPattern: Signals.flag.load(ordering: .acquiring)) else {
      return
    }
    Unmanaged<Cancellation>.fromOpaque(kept).takeUnretainedValue().cancel()
  }
}

/// The thread that looks after signals and readers.
private final class Watch: Sendable {
  private let cancellation: Cancellation
  private let tick: @Sendable () -> Void
  private let hasEnded = Atomic<Bool>(false)

  init(_ cancellation: Cancellation, _ tick: @escaping @Sendable () -> Void) {
    self.cancellation = cancellation
    self.tick = tick
  }

  /// Whether who read the answer has gone.
  var hasLostReader: Bool { lostReader.load(ordering: .relaxed) }
  private let lostReader = Atomic<Bool>(false)

  func end() { hasEnded.store(true, ordering: .relaxed) }

  func run() {
    while !hasEnded.load(ordering: .relaxed) {
      if Self.readerHasGone { lostReader.store(true, ordering: .relaxed) }
      if Interruption.endedBy != nil || hasLostReader { cancellation.cancel() }
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
