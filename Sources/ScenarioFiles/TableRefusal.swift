// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation

/// Why a file of a scenario's folder is not replaced after all, whether rows are added to it, cells of
/// it edited, or the whole tidied; each case names the file.
public enum TableRefusal: WriteRefusal {
  /// It is not as it was read.
  case edited(String)
  /// A link stands there, and not the file itself.
  case link(String)
  /// A file that was not there has its new name.
  case taken(String)
  /// Nobody may write it: its owner wants it to stay as it is.
  case protected(String)
}

extension TableRefusal {
  /// What is against replacing a file; nothing, for a file that is as it was read, is no link, and may
  /// be written.
  ///
  /// - Parameter before: what was read; `nil` where there was no file.
  init?(_ name: String, of before: Data?, in folder: URL) {
    let set = FileSet(folder)
    if set.bytes(name) != before {
      self = .edited(name)
    } else if before != nil, set.kind(of: name) != .file {
      self = .link(name)
    } else if Self.isProtected(folder.appending(path: name)) {
      self = .protected(name)
    } else {
      return nil
    }
  }

  private static func isProtected(_ file: URL) -> Bool {
    var status = stat()
    return stat(file.path(percentEncoded: false), &status) == 0 && status.st_mode & 0o222 == 0
  }

  public var description: String {
    switch self {
    case .edited(let name): "\(name) was edited while it was being read; run the command again"
    case .link(let name): "\(name) is a link; put the file that it leads to in its place"
    case .taken(let name): "\(name) has appeared meanwhile; run the command again"
    case .protected(let name): "\(name) is protected against writing; it is not changed"
    }
  }
}
