// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Files that are there whole or not at all.
public enum AtomicFile {
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
    public init(description: String) { self.description = description }
  }

  /// Writes beside the file under another name, makes sure the bytes are stored, then renames.
  ///
  /// - Throws: `Failure` with a sentence; the file is then as it was.
  public static func write(_ data: Data, to url: URL) throws(Failure) {
    let path = url.path(percentEncoded: false)
    let temporary = path + ".\(getpid()).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("cannot write \(path)") }
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
    let problem = isWhole ? nil : failure("cannot write \(path)")
    close(descriptor)
    if let problem {
      unlink(temporary)
      throw problem
    }
    guard rename(temporary, path) == 0 else {
      let problem = failure("cannot write \(path)")
      unlink(temporary)
      throw problem
    }
  }

  private static func failure(_ what: String) -> Failure {
    Failure(description: "\(what): \(String(cString: strerror(errno)))")
  }
}
