// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A file that is there whole or not at all.
public enum AtomicFile {
  /// Writes beside the file under another name, makes sure the bytes are stored, then renames.
  ///
  /// - Parameter mode: its permissions, if they are not those of any new file.
  /// - Throws: the file is then as it was.
  public static func write(
    _ data: Data, to url: URL, mode: mode_t? = nil
  ) throws(WriteFailure) {
    let path = url.path(percentEncoded: false)
    let temporary = path + ".\(getpid()).new"
    do {
      try store(data, at: temporary, named: path, mode: mode)
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let failure = WriteFailure(.write, path)
      unlink(temporary)
      throw failure
    }
  }

  /// Writes a new file and makes sure that the bytes are stored.
  ///
  /// - Parameters:
  ///   - name: what the sentence of a failure calls it.
  ///   - mode: its permissions, where they are not those of any new file.
  static func store(
    _ data: Data, at path: String, named name: String, mode: mode_t? = nil
  ) throws(WriteFailure) {
    // Never into what stands there: a leftover of a killed run, or a link somewhere else.
    unlink(path)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let descriptor = open(path, flags, mode == nil ? 0o644 : 0o600)
    guard descriptor >= 0 else { throw WriteFailure(.write, name) }
    // Before anything stands in it.
    if let mode { fchmod(descriptor, mode) }
    var written = 0
    let isWhole = data.withUnsafeBytes { buffer in
      while written < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return false }
        written += count
      }
      return fsync(descriptor) == 0
    }
    let failure = isWhole ? nil : WriteFailure(.write, name)
    close(descriptor)
    if let failure { throw failure }
  }
}
