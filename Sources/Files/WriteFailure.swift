// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Why a file or a set of files could not be written; nothing of it was written then.
public enum WriteFailure: Error, Hashable, Sendable {
  /// What was tried with a file or folder.
  public enum Attempt: Hashable, Sendable {
    case makeFolder, makeFolderIn, openFolder, open, read, write, store, remove
  }

  /// The system refused, with its own number for the reason (`errno`).
  case refused(Attempt, path: String, code: Int32)
  /// A device, a pipe or a socket stands where a file is to be.
  case noFile(path: String)
  /// The folder that a file is to lie in is a link.
  case behindLink(path: String)
  /// Somebody else writes into the folder.
  case otherRun(path: String)
  /// A file of the set must not be replaced, in the words of whoever writes the set.
  case forbidden(String)

  /// What the system said last, after what was tried.
  public init(_ attempt: Attempt, _ path: String, _ code: Int32 = errno) {
    self = .refused(attempt, path: path, code: code)
  }

  /// - Parameter description: why a file must not be replaced.
  public init(description: String) { self = .forbidden(description) }
}

extension WriteFailure: CustomStringConvertible {
  /// A sentence without its full stop.
  public var description: String {
    switch self {
    case .refused(let attempt, let path, _): "cannot \(attempt.words) \(path): \(reason)"
    case .noFile(let path): "cannot write \(path): it is no file"
    case .behindLink(let path): "cannot write \(path): the folder that it lies in is a link"
    case .otherRun(let path): "another run is writing into \(path); try again"
    case .forbidden(let sentence): sentence
    }
  }

  /// What the system said, without what was tried; the whole sentence where it said nothing.
  public var reason: String {
    if case .refused(_, _, let code) = self { String(cString: strerror(code)) } else { description }
  }
}

extension WriteFailure.Attempt {
  fileprivate var words: String {
    switch self {
    case .makeFolder: "make the folder"
    case .makeFolderIn: "make a folder in"
    case .openFolder: "open the folder"
    case .open: "open"
    case .read: "read"
    case .write: "write"
    case .store: "store"
    case .remove: "remove"
    }
  }
}
