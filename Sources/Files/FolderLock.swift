// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Keeps other runs of the program from writing into a folder. It ends with the process that holds
/// it, so a killed run locks nobody out.
final class FolderLock {
  private var descriptor: Int32 = -1

  /// How long one run waits for another, in seconds: longer than any set takes to be written.
  static let patience = 20.0

  /// If the folder itself cannot be locked, as on network file systems, a file in it is.
  static let fileName = ".programme.lock"

  /// - Throws: if another run is still writing after the wait.
  init(_ path: String, patience: Double = FolderLock.patience) throws(WriteFailure) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw WriteFailure(.openFolder, path) }
    descriptor = folder
    let clock = ContinuousClock()
    let end = clock.now + .seconds(patience)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK:
        guard clock.now < end else {
          release()
          throw .otherRun(path: path)
        }
        usleep(20_000)
      default:
        // A file system where files cannot be locked either has no locks: none is held.
        guard descriptor == folder, useFile(in: path) else { return }
      }
    }
  }

  /// - Returns: whether there is a file to lock.
  private func useFile(in path: String) -> Bool {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    let file = open("\(path)/\(Self.fileName)", flags, 0o644)
    guard file >= 0 else { return false }
    close(descriptor)
    descriptor = file
    return true
  }

  func release() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  deinit { release() }
}
