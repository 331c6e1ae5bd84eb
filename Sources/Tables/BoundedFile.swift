// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Files read whole, but only so far: a table has no more bytes than this, whatever is at its path.
public enum BoundedFile {
  /// 64 MiB.
  public static let most = 64 << 20

  /// The bytes of a file, or what is wrong with it.
  ///
  /// - Parameters:
  ///   - name: what findings call the file.
  ///   - isPlain: whether it must be a file that lies in a folder: a pipe may stand for a schedule,
  ///     but reading one that nobody writes to would wait for ever.
  ///   - maker: how a file that is missing comes to be, such as a command.
  public static func read(
    _ url: URL, name: String, isPlain: Bool, madeBy maker: String? = nil
  ) -> (bytes: [UInt8]?, finding: Finding?) {
    let path = url.path(percentEncoded: false)
    var status = stat()
    guard stat(path, &status) == 0 else {
      return (
        nil,
        [ENOENT, ENOTDIR].contains(errno) ? missing(url.relativePath, maker) : unreadable(name)
      )
    }
    let type = status.st_mode & S_IFMT
    if type == S_IFDIR { return (nil, folder(name)) }
    guard type == S_IFREG || !isPlain else { return (nil, unreadable(name)) }
    if type == S_IFREG && status.st_size > most { return (nil, large(name)) }
    guard let handle = try? FileHandle(forReadingFrom: url) else { return (nil, unreadable(name)) }
    defer { try? handle.close() }
    do {
      var bytes: [UInt8] = []
      while bytes.count <= most, let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
        bytes += part
      }
      return bytes.count > most ? (nil, large(name)) : (bytes, nil)
    } catch {
      return (nil, unreadable(name))
    }
  }

  private static func missing(_ path: String, _ maker: String?) -> Finding {
    Finding(
      "missing-file", .unreadable, file: path, "There is no such file.",
      suggestion: maker.map { "is the name spelled right? \($0)" } ?? "is the name spelled right?")
  }

  private static func folder(_ name: String) -> Finding {
    Finding(
      "file", .unreadable, file: name, "It is a folder, and a file is expected.",
      suggestion: "name the file in it")
  }

  private static func unreadable(_ name: String) -> Finding {
    Finding(
      "file", .unreadable, file: name, "The file cannot be read.",
      suggestion: "are its permissions too narrow, or is it no plain file?")
  }

  private static func large(_ name: String) -> Finding {
    Finding(
      "large-file", .unreadable, file: name,
      "The file is larger than \(most >> 20) MiB; no table is.",
      suggestion: "is this another file?")
  }
}
