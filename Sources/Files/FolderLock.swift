// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Keeps other runs of the program from writing into a folder. It goes with the process that holds
/// it, so that a killed run locks nobody out.
final class FolderLock {
  private var descriptor: Int32

  /// How long one run waits for another, in seconds: longer than any set takes to be written.
  private static let patience = 20.0

  /// - Throws: where another run is still writing after the wait.
  init(_ path: String) throws(WriteFailure) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WriteFailure("cannot open the folder \(path)") }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(Self.patience)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      // A file system without locks has none that could be held by another.
      if errno == ENOLCK || errno == EOPNOTSUPP || errno == ENOSYS { return }
      if errno != EINTR && errno != EWOULDBLOCK || clock.now > end {
        close(descriptor)
        descriptor = -1
        throw WriteFailure(description: "another run is writing into \(path); try again")
      }
      usleep(20_000)
    }
  }

  func release() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  deinit { release() }
}
