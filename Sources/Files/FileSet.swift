// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Files of one folder that belong together and are replaced together: anyone who looks, at any
/// instant, even after a kill or with a full disk, finds the old set or the new one, whole.
///
/// No system call replaces several files at once. But one call can switch a symbolic link, so for
/// the moment of the change every file of the set is read through one:
///
/// 1. The new files are written to `.takeover/new`, the present ones linked into `.takeover/old`, and
///    `.takeover/current` points to `old`. None of this is visible.
/// 2. Each name becomes a link through `current`: it reads as before.
/// 3. `current` is switched to `new`, in one call. This is the change.
/// 4. Each name becomes the new file itself: it reads as in 3. `.takeover` is removed.
///
/// A run that was killed leaves `.takeover` behind; the next run that writes into the folder
/// completes the change if step 3 was done, and otherwise undoes it. On a file system without
/// symbolic links, the files take their names one after another, and the next run completes one
/// that was killed.
public struct FileSet {
  /// A file by its name inside the folder, perhaps with folders before it.
  public typealias File = (name: String, bytes: Data)

  static let takeover = ".takeover"
  var folder: FolderPath

  /// - Parameter folder: made where it is missing.
  public init(_ folder: URL) { self.folder = FolderPath(folder.path(percentEncoded: false)) }

  /// What is replaced by what.
  public struct Change {
    /// Names of the set's present files; those that are not among the new ones are removed.
    public var old: Set<String>
    /// By their paths inside the folder.
    public var files: [File]
    /// For new names: the present file whose permissions the new one takes. A file that replaces
    /// another takes that file's permissions.
    public var models: [String: String]

    public init(old: Set<String>, files: [File], models: [String: String] = [:]) {
      self.old = old
      self.files = files
      self.models = models
    }
  }

  /// Replaces the files of a set by others.
  ///
  /// - Throws: then the folder holds what it did.
  public func replace(_ old: Set<String>, by files: [File]) throws(WriteFailure) {
    try replace { () throws(WriteFailure) in Change(old: old, files: files) }
  }

  /// Replaces files by others, which are decided only once nobody else can write here.
  ///
  /// - Parameter decide: looks at what is in the folder; if it throws, the writing ends before
  ///   anything is changed.
  public func replace(_ decide: () throws(WriteFailure) -> Change) throws(WriteFailure) {
    try folder.make("")
    let lock = try FolderLock(folder.path)
    defer { lock.release() }
    try recover()
    let change = try decide()
    let files = change.files
    let takeover = Takeover(folder, old: change.old, new: files.map(\.name))
    do {
      try takeover.prepare(files, like: change.models)
      try takeover.link()
      try takeover.turn()
    } catch {
      // Once the new set is visible it is the folder's, even if the disk would not confirm it.
      if !takeover.isTurned {
        // Best effort: what cannot be undone now reads as before, and the next run undoes it.
        try? takeover.undo()
        throw error
      }
    }
    // The change is made. The next run can also tidy what is left.
    try? takeover.complete()
  }

  /// What a name refers to, for callers that decide whether it may be replaced.
  public enum Kind: Sendable { case nothing, file, somethingElse }

  /// A link of a change that is under way counts as the file that it shows; every other link, a
  /// folder or a pipe is something else.
  public func kind(of name: String) -> Kind {
    switch folder.kind(name) {
    case .none: .nothing
    case .file: .file
    case .link where folder.isLink(name, through: "\(Self.takeover)/current"):
      folder.bytes(name) == nil ? .nothing : .file
    case .link, .folder, .other: .somethingElse
    }
  }

  /// What a file holds, even one that a link leads to; `nil` if there is none.
  public func bytes(_ name: String) -> Data? { folder.bytes(name) }

  /// Completes or undoes what a killed run left in the folder, when nobody else writes there.
  ///
  /// - Throws: where the folder cannot be written.
  public func tidy() throws(WriteFailure) {
    guard folder.kind(Self.takeover) != .none else { return }
    let lock = try FolderLock(folder.path)
    defer { lock.release() }
    try recover()
  }

  private func recover() throws(WriteFailure) {
    guard folder.kind(Self.takeover) != .none else { return }
    let takeover = Takeover(leftIn: folder)
    if takeover.isTurned { try takeover.complete() } else { try takeover.undo() }
  }
}
