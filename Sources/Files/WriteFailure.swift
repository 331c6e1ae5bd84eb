// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Why a file or a set of files could not be written; nothing of it was written then.
public enum WriteFailure: Error, Sendable {
  /// What was tried with a file or folder.
  public enum Attempt: Hashable, Sendable {
    case makeFolder, makeFolderIn, openFolder, open, read, write, store, remove
  }

  /// The system refused, with its own number for the reason (`errno`).
  case refused(Attempt, path: String, code: Int32)
  /// A device, a pipe or a socket is where a file should be.
  case noFile(path: String)
  /// The folder that a file should be in is a link.
  case behindLink(path: String)
  /// Another run is writing into the folder.
  case otherRun(path: String)
  /// Whoever writes the set holds it back.
  case heldBack(any WriteRefusal)

  /// What the system said last, after the attempt.
  public init(_ attempt: Attempt, _ path: String, _ code: Int32 = errno) {
    self = .refused(attempt, path: path, code: code)
  }

  /// - Parameter refusal: why whoever writes the set holds it back.
  public init(_ refusal: any WriteRefusal) { self = .heldBack(refusal) }
}

/// Why a set of files is not written by those whose set it is: each has cases of its own, described
/// as a sentence without its full stop.
public protocol WriteRefusal: Error, CustomStringConvertible, Hashable {}

extension WriteFailure: Hashable {
  public static func == (a: WriteFailure, b: WriteFailure) -> Bool { a.facts == b.facts }

  public func hash(into hasher: inout Hasher) { hasher.combine(facts) }

  /// What tells one from another, as values that can be compared; refusals are of several types.
  private var facts: [AnyHashable] {
    switch self {
    case .refused(let attempt, let path, let code): ["refused", attempt, path, code]
    case .noFile(let path): ["noFile", path]
    case .behindLink(let path): ["behindLink", path]
    case .otherRun(let path): ["otherRun", path]
    case .heldBack(let refusal): ["heldBack", AnyHashable(refusal)]
    }
  }
}

extension WriteFailure: CustomStringConvertible {
  /// A sentence without its full stop.
  public var description: String {
    switch self {
    case .refused(let attempt, let path, _): "cannot \(attempt.words) \(path): \(reason)"
    case .noFile(let path): "cannot write \(path): it is not a file"
    case .behindLink(let path): "cannot write \(path): the folder that it is in is a link"
    case .otherRun(let path): "another run is writing into \(path); try again"
    case .heldBack(let refusal): "\(refusal)"
    }
  }

  /// What the system said, without what was tried; the whole sentence if it said nothing.
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
