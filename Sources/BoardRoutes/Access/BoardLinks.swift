// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import HTTPServing
import Synchronization

/// What somebody may do on a board.
public enum Grant: Int, Sendable, Comparable {
  case none, look, edit

  /// Less before more.
  public static func < (a: Grant, b: Grant) -> Bool { a.rawValue < b.rawValue }
}

/// The two links of a shared board, each with a secret that lets its holder in. They are kept in a
/// file that only its owner can read, so that they survive a restart, and can be issued anew while a
/// board runs.
public struct BoardLinks: Sendable, Hashable, Codable {
  /// Where the board is shown, as it was typed.
  public var address: String
  /// Lets look.
  public var look: String
  /// Lets edit.
  public var edit: String

  /// Its name in the folder of results.
  public static let fileName = "board-links.json"

  /// Two new secrets.
  public static func issued(for address: String) -> BoardLinks {
    BoardLinks(address: address, look: Secret.make(), edit: Secret.make())
  }

  /// What a secret lets do.
  public func grant(_ secret: String) -> Grant {
    // Both are compared, whichever is right.
    let (mayEdit, mayLook) = (Secret.matches(secret, edit), Secret.matches(secret, look))
    return mayEdit ? .edit : mayLook ? .look : .none
  }

  /// The links of a folder of results; `nil` where there are none, or none that can be used.
  public static func read(in folder: URL) -> BoardLinks? {
    guard let data = try? Data(contentsOf: folder.appending(path: fileName)), data.count < 65_536,
      let links = try? JSONDecoder().decode(BoardLinks.self, from: data),
      [links.look, links.edit].allSatisfy({ $0.utf8.count >= 64 }), links.look != links.edit
    else { return nil }
    return links
  }

  /// Keeps them; the file can be read by its owner alone.
  public func write(in folder: URL) throws(WriteFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return }
    try AtomicFile.write(
      data + Data("\n".utf8), to: folder.appending(path: Self.fileName), mode: 0o600)
  }
}

/// The links as they are now: another process may issue new ones.
public final class CurrentLinks: Sendable {
  private struct Known: Sendable {
    var links: BoardLinks?
    var stamp: FileMark?
  }

  private let known = Mutex(Known())
  private let folder: URL

  public init(in folder: URL) { self.folder = folder }

  /// `nil`: nobody is let in.
  public var links: BoardLinks? {
    let stamp = FileMark(folder.appending(path: BoardLinks.fileName))
    return known.withLock { known in
      if known.stamp != stamp || stamp == nil {
        known.links = BoardLinks.read(in: folder)
        known.stamp = stamp
      }
      return known.links
    }
  }
}

/// What tells a file from what stood there before, without reading it.
struct FileMark: Sendable, Hashable {
  private let values: [Int]

  /// `nil` where there is no file.
  init?(_ file: URL) {
    var status = stat()
    guard stat(file.path(percentEncoded: false), &status) == 0 else { return nil }
    values = [
      Int(status.st_ino), Int(status.st_size), Int(status.st_mtim.tv_sec),
      Int(status.st_mtim.tv_nsec),
    ]
  }
}
