// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Tables

/// The published files on the disk.
///
/// Each publication is a folder of its own below `releases`, whole before it gets its name. The link
/// `published` names the one that is out; `public` and `team` lead through it, so both change at
/// the one moment when the link is replaced.
struct ReleaseFolder {
  let root: URL

  private static let releases = "releases"
  private static let current = "published"
  private static let sums = "SHA256SUMS"

  private func path(_ name: String) -> String { root.path(percentEncoded: false) + "/" + name }

  /// The name of a state's folder: no other state has it.
  static func name(of state: PublicationState) -> String {
    "\(state.number)-\(state.tokensIssued)-\(state.instant)"
      + (state.correspondences == 0 ? "" : "-\(state.correspondences)")
  }

  /// The number of the publication that is out.
  var visibleNumber: Int? { visible?.split(separator: "-").first.flatMap { Int($0) } }

  /// The name of the release that is out; `nil` before the first.
  var visible: String? {
    guard
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path(Self.current))
    else { return nil }
    return target.split(separator: "/").last.map(String.init)
  }

  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path("\(Self.releases)/\(name)/\(Self.sums)"))
  }

  /// A file of the visible release that somebody changed or put there since.
  var edited: String? { visible.flatMap { edited(in: $0) } }

  private func edited(in release: String) -> String? {
    guard has(release) else { return nil }
    let folder = path("\(Self.releases)/\(release)")
    let text = (try? String(contentsOfFile: "\(folder)/\(Self.sums)", encoding: .utf8)) ?? ""
    var known: Set<String> = [Self.sums]
    for line in text.split(separator: "\n") {
      let file = String(line.dropFirst(66))
      known.insert(file)
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)"),
        SHA256.hex(data) == line.prefix(64)
      else { return file }
    }
    let found = FileManager.default.enumerator(atPath: folder)
    while let file = found?.nextObject() as? String {
      let isFolder = found?.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
      if !isFolder && !known.contains(file) { return file }
    }
    return nil
  }

  /// Writes a release whole: all bytes are stored before its folder has its name.
  ///
  /// A file that is as in the visible release is that file: its time stays, and with it what web
  /// hosts tell those who ask whether it is new.
  func write(_ files: [PublicationFile], as name: String) throws(PublicationFailure) {
    let partial = "\(Self.releases)/\(name).partial"
    try remove(partial)
    try remove("\(Self.releases)/\(name)")
    let before = visible.map { path("\(Self.releases)/\($0)") }
    try makeFolder(partial, isPrivate: false)
    var folders: Set<String> = [partial]
    var sums = ""
    for file in files.sorted(by: { $0.path < $1.path }) {
      var folder = partial
      for step in file.path.split(separator: "/").dropLast() {
        folder += "/\(step)"
        folders.insert(folder)
      }
      let isPrivate = Self.isPrivate(file.path)
      try makeFolder(folder, isPrivate: isPrivate)
      try store(
        file.data, "\(partial)/\(file.path)", before.map { "\($0)/\(file.path)" },
        isPrivate: isPrivate)
      sums += "\(SHA256.hex(file.data))  \(file.path)\n"
    }
    try store(Data(sums.utf8), "\(partial)/\(Self.sums)", nil, isPrivate: false)
    for folder in folders { try sync(folder) }
    guard rename(path(partial), path("\(Self.releases)/\(name)")) == 0 else {
      throw .notWritten(WriteFailure(.write, path("\(Self.releases)/\(name)")))
    }
    try sync(Self.releases)
  }

  /// Makes a release the one that everybody sees, in one step.
  func show(_ name: String) throws(PublicationFailure) {
    if visible != name { try replaceLink(Self.current, "\(Self.releases)/\(name)") }
    for part in ["public", "team"] {
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path(part))
      if target != "\(Self.current)/\(part)" { try replaceLink(part, "\(Self.current)/\(part)") }
    }
  }

  /// Removes all releases except these and those in which somebody edited something: readers in the
  /// middle of the last one can finish, and nothing that a user made is lost.
  func keepOnly(_ names: Set<String>) {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: path(Self.releases))) ?? []
    for name in found where !names.contains(name) && edited(in: name) == nil {
      try? FileManager.default.removeItem(atPath: path("\(Self.releases)/\(name)"))
    }
  }

  private func replaceLink(_ name: String, _ target: String) throws(PublicationFailure) {
    var status = stat()
    // Something there that is not a link belongs to somebody.
    if lstat(path(name), &status) == 0, status.st_mode & S_IFMT != S_IFLNK {
      throw .notFromPublication(path: path(name))
    }
    let temporary = "\(name).\(getpid()).new"
    unlink(path(temporary))
    guard symlink(target, path(temporary)) == 0, rename(path(temporary), path(name)) == 0 else {
      throw .notWritten(WriteFailure(.write, path(name)))
    }
    try sync("")
  }

  private func store(_ data: Data, _ name: String, _ before: String?, isPrivate: Bool)
    throws(PublicationFailure)
  {
    if let before, FileManager.default.contents(atPath: before) == data,
      link(before, path(name)) == 0
    {
      if isPrivate { chmod(path(name), 0o600) }
      return
    }
    do throws(WriteFailure) {
      try AtomicFile.write(data, to: URL(filePath: path(name)), mode: isPrivate ? 0o600 : nil)
    } catch {
      throw .notWritten(error)
    }
  }

  /// Whether it is only for the team, since it names people and their own addresses.
  private static func isPrivate(_ file: String) -> Bool { file.hasPrefix("team/") }

  private func makeFolder(_ name: String, isPrivate: Bool) throws(PublicationFailure) {
    do throws(WriteFailure) {
      try FolderSteps.make(path(name), mode: isPrivate ? 0o700 : 0o777) { _, _ in }
    } catch {
      throw .notWritten(error)
    }
  }

  private func remove(_ name: String) throws(PublicationFailure) {
    guard FileManager.default.fileExists(atPath: path(name)) else { return }
    do {
      try FileManager.default.removeItem(atPath: path(name))
    } catch {
      let system = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      throw .notWritten(WriteFailure(.remove, path(name), Int32(system?.code ?? Int(EIO))))
    }
  }

  /// What was renamed in a folder is stored when the folder is.
  private func sync(_ name: String) throws(PublicationFailure) {
    let descriptor = open(path(name), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notWritten(WriteFailure(.openFolder, path(name))) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .notWritten(WriteFailure(.store, path(name))) }
  }
}
