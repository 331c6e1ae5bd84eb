// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A folder and what can be done with the names in it. The only place that makes, links, moves and
/// removes files of results.
struct FolderPath {
  enum Kind { case none, file, folder, link, other }

  let path: String
  /// Asked before anything is changed; for tests that make the disk fail from some moment on.
  var fault: @Sendable () -> WriteFailure? = { nil }

  init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  private func change() throws(WriteFailure) { if let failure = fault() { throw failure } }

  private func full(_ name: String) -> String { name.isEmpty ? path : "\(path)/\(name)" }

  /// What a name refers to, without following links.
  func kind(_ name: String) -> Kind {
    var status = stat()
    guard lstat(full(name), &status) == 0 else { return .none }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// What a file holds, even one that a link leads to; `nil` if there is none. A pipe is not a
  /// file: reading it could wait for ever.
  func bytes(_ name: String) -> Data? {
    var status = stat()
    guard stat(full(name), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return try? Data(contentsOf: URL(filePath: full(name)))
  }

  /// Whether a folder on the way to a name is a link.
  func isBehindLink(_ name: String) -> Bool {
    var place = ""
    for step in name.split(separator: "/").dropLast() {
      place += place.isEmpty ? "\(step)" : "/\(step)"
      if kind(place) == .link { return true }
    }
    return false
  }

  /// Where a symbolic link points to.
  func target(_ name: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: full(name))
  }

  func isLink(_ name: String, through link: String) -> Bool {
    target(name)?.contains("\(link)/") == true
  }

  func make(_ name: String) throws(WriteFailure) {
    try change()
    try FolderSteps.make(full(name)) { _, above in Self.store(above) }
    var status = stat()
    guard stat(full(name), &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw WriteFailure(.makeFolder, full(name), ENOTDIR)
    }
  }

  /// A new folder's name is stored with the folder above it, where possible.
  private static func store(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Makes the folder that a name is in, if the name has one.
  func make(above name: String) throws(WriteFailure) {
    if let slash = name.lastIndex(of: "/") { try make(String(name[..<slash])) }
  }

  /// - Parameter model: a file whose permissions the new one takes, if there is one: what others
  ///   could not read before they cannot read afterwards.
  func store(_ bytes: Data, _ name: String, like model: String? = nil) throws(WriteFailure) {
    try change()
    var status = stat()
    let isThere = model.map { lstat(full($0), &status) == 0 } ?? false
    let isFile = isThere && status.st_mode & S_IFMT == S_IFREG
    let mode = isFile ? status.st_mode & 0o777 | 0o600 : nil
    try AtomicFile.store(bytes, at: full(name), named: full(name), mode: mode)
  }

  /// Keeps a file under a second name; as a copy if the file system has no second names.
  func hold(_ name: String, as second: String) throws(WriteFailure) {
    try change()
    unlink(full(second))
    if kind(name) == .file, Glibc.link(full(name), full(second)) == 0 { return }
    guard let bytes = bytes(name) else { throw WriteFailure(.read, full(name), EIO) }
    try store(bytes, second)
  }

  /// Keeps a link that leads somewhere under a second name.
  func holdLink(_ name: String, as second: String) throws(WriteFailure) {
    try change()
    guard let target = target(name), symlink(target, full(second)) == 0 else {
      throw WriteFailure(.write, full(second))
    }
  }

  /// Makes a name a symbolic link, replacing what was there.
  ///
  /// - Returns: whether the file system has such links.
  func link(_ target: String, _ name: String) throws(WriteFailure) -> Bool {
    try change()
    let temporary = full("\(FileSet.takeover)/link")
    unlink(temporary)
    guard symlink(target, temporary) == 0 else {
      if [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) { return false }
      throw WriteFailure(.write, full(name))
    }
    guard rename(temporary, full(name)) == 0 else {
      throw WriteFailure(.write, full(name))
    }
    return true
  }

  func move(_ name: String, _ new: String) throws(WriteFailure) {
    try change()
    guard rename(full(name), full(new)) == 0 else {
      throw WriteFailure(.write, full(new))
    }
  }

  func remove(_ name: String) throws(WriteFailure) {
    try change()
    unlink(full(name))
  }

  func removeAll(_ name: String) throws(WriteFailure) {
    try change()
    try? FileManager.default.removeItem(atPath: full(name))
  }

  /// Removes the folder that a name is in, if nothing is left in it.
  func removeIfEmpty(above name: String) {
    if let slash = name.lastIndex(of: "/") { rmdir(full(String(name[..<slash]))) }
  }

  /// Renamings in a folder are stored when the folder is.
  func sync(_ name: String) throws(WriteFailure) {
    try change()
    let descriptor = open(full(name), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WriteFailure(.open, full(name)) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw WriteFailure(.store, full(name))
    }
  }
}
