// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Why a file could not be read whole.
public enum ReadFailure: Error, Hashable, Sendable {
  /// Nothing is at its path.
  case missing
  /// A folder is there.
  case isFolder
  /// The system does not let it be read, or it is not a plain file where one is needed.
  case unreadable
  /// It holds more bytes than `BoundedFile.most`.
  case tooLarge
}

/// Reads files whole, up to a limit: a table has no more bytes than this, whatever is at its path.
public enum BoundedFile {
  /// 64 MiB.
  public static let most = 64 << 20

  /// The bytes of a file.
  ///
  /// - Parameter isPlain: whether it must be a file that lies in a folder: a pipe may serve as a
  ///   schedule, but reading one that nobody writes to would wait for ever.
  public static func read(_ url: URL, isPlain: Bool) throws(ReadFailure) -> [UInt8] {
    var status = stat()
    guard stat(url.path(percentEncoded: false), &status) == 0 else {
      throw [ENOENT, ENOTDIR].contains(errno) ? .missing : .unreadable
    }
    let type = status.st_mode & S_IFMT
    if type == S_IFDIR { throw .isFolder }
    guard type == S_IFREG || !isPlain else { throw .unreadable }
    if type == S_IFREG && status.st_size > most { throw .tooLarge }
    guard let handle = try? FileHandle(forReadingFrom: url) else { throw .unreadable }
    defer { try? handle.close() }
    return try bytes(handle)
  }

  private static func bytes(_ handle: FileHandle) throws(ReadFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= most {
      let part: Data?
      do { part = try handle.read(upToCount: 1 << 20) } catch { throw .unreadable }
      guard let part, !part.isEmpty else { return bytes }
      bytes += part
    }
    throw .tooLarge
  }
}
