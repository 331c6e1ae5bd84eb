// SPDX-License-Identifier: GPL-3.0-or-later

import CZip
import Foundation

/// Files inside a packed file, each unpacked only up to a limit: a few bytes can unpack to a full
/// disk.
final class ZipArchive {
  enum Failure: Error {
    case notPacked
    /// It begins as a packed file, but the list of files at its end is missing.
    case cutOff
    case damaged(String)
    case large(String)
  }

  /// 32 MiB of one file, 96 MiB of all.
  static let most = 32 << 20
  static let mostInAll = 96 << 20

  private let handle: unzFile
  private var unpacked = 0

  init(_ url: URL) throws {
    guard let handle = unzOpen64(url.path(percentEncoded: false)) else {
      throw Self.beginsPacked(url) ? Failure.cutOff : Failure.notPacked
    }
    self.handle = handle
  }

  private static func beginsPacked(_ url: URL) -> Bool {
    guard let handle = try? FileHandle(forReadingFrom: url) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: 4)) == Data([0x50, 0x4B, 0x03, 0x04])
  }

  deinit { unzClose(handle) }

  /// The names of all files.
  func names() throws -> [String] {
    var names: [String] = []
    var code = unzGoToFirstFile(handle)
    while code == UNZ_OK {
      var name = [CChar](repeating: 0, count: 1024)
      guard
        unzGetCurrentFileInfo64(handle, nil, &name, UInt(name.count - 1), nil, 0, nil, 0) == UNZ_OK
      else { throw Failure.damaged("list of files") }
      names.append(
        String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
      if names.count > 10_000 { throw Failure.large("list of files") }
      code = unzGoToNextFile(handle)
    }
    guard code == UNZ_END_OF_LIST_OF_FILE else { throw Failure.damaged("list of files") }
    return names
  }

  /// The bytes of a file, `nil` if there is none of that name.
  func bytes(_ name: String) throws -> Data? {
    // As the format asks, names are compared without regard to case.
    guard unzLocateFile(handle, name, 2) == UNZ_OK else { return nil }
    guard unzOpenCurrentFile(handle) == UNZ_OK else { throw Failure.damaged(name) }
    var bytes = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unzReadCurrentFile(handle, &buffer, UInt32(buffer.count))
      if count < 0 {
        unzCloseCurrentFile(handle)
        throw Failure.damaged(name)
      }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<Int(count)])
      unpacked += Int(count)
      if bytes.count > Self.most || unpacked > Self.mostInAll {
        unzCloseCurrentFile(handle)
        throw Failure.large(name)
      }
    }
    // The checksum is verified on closing.
    guard unzCloseCurrentFile(handle) == UNZ_OK else { throw Failure.damaged(name) }
    return bytes
  }
}
