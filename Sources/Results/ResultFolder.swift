// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Files
import Foundation
import Tables

/// A folder into which a command writes a set of files; the one policy of what it may replace.
///
/// A command replaces without asking what it wrote before, if it is byte for byte as it left it.
/// Everything else belongs to somebody: a file that was edited since, another command's, one of
/// unknown origin. It stays unless the user forces its replacement, and is then kept beside, as
/// `review.before-1.html`, or in a history. A file that would be written exactly as it is causes no
/// conflict.
///
/// What each command last wrote is recorded beside the files, in `.programme.json`. The set is
/// replaced as one (`FileSet`), and the record with it.
public struct ResultFolder {
  /// A name with its bytes.
  public typealias File = FileSet.File

  /// The file with the digests of all sets of a folder.
  public static let recordName = ".programme.json"

  /// As the user named it.
  public let path: String
  private let url: URL
  /// The command whose files these are: sets of two commands may share a folder.
  private let set: String
  private let isForced: Bool
  /// A file of the set that holds the digests of the others under `files`, as earlier versions of
  /// this program recorded them.
  private let olderRecord: String?

  public init(_ path: String, set: String, isForced: Bool, olderRecord: String? = nil) {
    self.path = path
    url = URL(filePath: path)
    self.set = set
    self.isForced = isForced
    self.olderRecord = olderRecord
  }

  /// The same set in another folder, where there is nothing to replace.
  public func elsewhere(_ path: String) -> ResultFolder {
    ResultFolder(path, set: set, isForced: false, olderRecord: olderRecord)
  }

  /// The digests of the files as the set's command left them, by name.
  public var recorded: [String: String] {
    if let own = record[set] { return own }
    guard let olderRecord, let data = bytes(olderRecord),
      let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      var files = object["files"] as? [String: String]
    else { return [:] }
    // The record could not hold its own digest.
    files[olderRecord] = SHA256.hex(data)
    return files.filter { Self.isInside($0.key) }
  }

  /// Why these files may not be written, all reasons at once; `nil` if they may.
  ///
  /// - Parameter files: what is to be written, if that is known; otherwise only the names count.
  public func refusal(_ names: [String], _ files: [File] = []) -> ResultRefusal? {
    isForced ? nil : theirs(names, files).refusal(in: path)
  }

  /// What is here and belongs to somebody.
  private struct Theirs {
    var edited: [String] = []
    /// What this command did not write.
    var strange: [String] = []

    func refusal(in path: String) -> ResultRefusal? {
      edited.isEmpty && strange.isEmpty
        ? nil : .theirs(edited: edited, strange: strange, folder: path)
    }
  }

  /// What is here under some names, or was in this set, and belongs to somebody: files that were
  /// edited since, and what this command did not write.
  private func theirs(_ names: [String], _ files: [File]) -> Theirs {
    let recorded = recorded
    let others = record.filter { $0.key != set }
    let meant = Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first }
    var theirs = Theirs()
    for name in Set(names).union(recorded.keys).sorted() {
      switch FileSet(url).kind(of: name) {
      case .nothing: continue
      case .somethingElse:
        // A link, a folder, a pipe: whatever it shows, the program did not leave it.
        theirs.strange.append(name)
        continue
      case .file: break
      }
      // A file that cannot be read belongs to somebody too.
      let there = bytes(name)
      let digest = there.map(SHA256.hex)
      if let there, meant[name] == there { continue }
      // Another command's file is not ours to replace, even if the bytes would satisfy both.
      if others.contains(where: { $0.value[name] != nil }) && recorded[name] == nil {
        theirs.strange.append(name)
      } else if recorded[name] == nil {
        theirs.strange.append(name)
      } else if recorded[name] != digest {
        theirs.edited.append(name)
      }
    }
    return theirs
  }

  /// Whether files can be written here, found out by doing it. What is made for that is removed
  /// again.
  ///
  /// - Throws: why not.
  public func probe() throws(WriteFailure) { try FolderProbe.probe(url) }

  /// Replaces the set's files, all or none. What belongs to somebody and is replaced by force is
  /// kept: in a history, or beside.
  ///
  /// - Parameters:
  ///   - other: another command's set whose files go at the same moment, but for those that somebody
  ///     edited.
  ///   - history: keeps what stands here; called when nobody else can write and nothing has been changed
  ///     yet. An error of it ends the writing.
  /// - Returns: the names under which files of somebody's are kept beside.
  /// - Throws: why nothing is written; the folder then holds what it did.
  @discardableResult
  public func write(
    _ files: [File], removing other: String? = nil,
    keeping history: (() throws(DatabaseError) -> Void)? = nil
  ) throws(WriteFailure) -> [String] {
    var kept: [File] = []
    try FileSet(url).replace { () throws(WriteFailure) in
      let names = files.map(\.name)
      // Looked at only once: what is refused and what is kept must not differ.
      let theirs = theirs(names, files)
      if !isForced, let refusal = theirs.refusal(in: path) { throw WriteFailure(refusal) }
      do throws(DatabaseError) {
        try history?()
      } catch {
        throw WriteFailure(ResultRefusal.history(error))
      }
      if history == nil {
        for name in theirs.edited + theirs.strange where names.contains(name) {
          if let file = try beside(name) { kept.append(file) }
        }
      }
      // What was edited and is no longer written stays where it is.
      var old = Set(recorded.keys).subtracting(theirs.edited)
      if let other {
        old.formUnion(
          (record[other] ?? [:]).filter { bytes($0.key).map(SHA256.hex) == $0.value }.keys)
      }
      return try change(old, files, forgetting: other, beside: kept)
    }
    return kept.map(\.name)
  }

  /// - Parameter kept: files of somebody's under their new names, which are not the set's.
  private func change(
    _ old: Set<String>, _ files: [File], forgetting other: String?, beside kept: [File]
  ) throws(WriteFailure) -> FileSet.Change {
    var record = record
    if let other { record[other] = nil }
    record[set] = Self.digests(files)
    return FileSet.Change(
      old: old.union([Self.recordName]),
      files: files + kept + [(Self.recordName, try ResultRecord.data(record))])
  }

  /// Somebody's file under a free name; `nil` for a link, since only the link is replaced and not
  /// what it leads to.
  private func beside(_ name: String) throws(WriteFailure) -> File? {
    guard FileSet(url).kind(of: name) == .file else { return nil }
    guard let bytes = bytes(name) else {
      throw WriteFailure(ResultRefusal.unreadable(path: place(of: name)))
    }
    var number = 1
    while FileSet(url).kind(of: Self.earlier(name, number)) != .nothing { number += 1 }
    return (Self.earlier(name, number), bytes)
  }

  /// `review.before-1.html`: it opens in the same program as `review.html`.
  private static func earlier(_ name: String, _ number: Int) -> String {
    let last = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    let dot = name[last...].lastIndex(of: ".").flatMap { $0 == last ? nil : $0 } ?? name.endIndex
    return "\(name[..<dot]).before-\(number)\(name[dot...])"
  }

  /// Completes or undoes what a killed run left here.
  public func tidy() throws(WriteFailure) { try FileSet(url).tidy() }

  /// The set's files as they are, and what is under other names.
  public func present(_ names: [String] = []) -> [File] {
    Set(names).union(recorded.keys).sorted().compactMap { name in bytes(name).map { (name, $0) } }
  }

  /// What a file here holds; `nil` if it cannot be read.
  public func bytes(_ name: String) -> Data? { FileSet(url).bytes(name) }

  /// The paths of files written here, as the user would type them.
  public func places(of files: [File]) -> [String] { files.map { place(of: $0.name) } }

  /// Where a file of the set is, as the user would type it.
  public func place(of name: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  /// Digest by name.
  public static func digests(_ files: [File]) -> [String: String] {
    Dictionary(files.map { ($0.name, SHA256.hex($0.bytes)) }) { $1 }
  }

  private var record: [String: [String: String]] {
    ResultRecord.read(bytes(Self.recordName) ?? Data()).mapValues { files in
      files.filter { Self.isInside($0.key) }
    }
  }

  /// Names that lead out of the folder are not ours.
  private static func isInside(_ name: String) -> Bool {
    !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
  }
}
