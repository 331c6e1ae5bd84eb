// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The steps by which a set of files is replaced (`FileSet`), each of which leaves the set whole.
struct Takeover {
  private let folder: FolderPath
  /// Every name of the old set or the new one, in order.
  private let names: [String]
  /// The names of the new set.
  private let new: Set<String>

  private static let root = FileSet.takeover
  private static let list = "\(root)/names"
  private static let current = "\(root)/current"
  private static let turned = "\(root)/turned"
  /// The one character that no file's name can have.
  private static let separator: Character = "\u{0}"

  init(_ folder: FolderPath, old: Set<String>, new: [String]) {
    self.folder = folder
    names = old.union(new).sorted()
    self.new = Set(new)
  }

  /// What a killed run was doing.
  init(leftIn folder: FolderPath) {
    self.folder = folder
    let text = folder.bytes(Self.list).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let lines = text.split(separator: Self.separator)
    names = lines.map { String($0.dropFirst()) }
    new = Set(lines.filter { $0.hasPrefix("+") }.map { String($0.dropFirst()) })
  }

  /// Whether the new set is the visible one.
  var isTurned: Bool {
    folder.target(Self.current) == "new" || folder.kind(Self.turned) != .none
  }

  /// Stores the new files and keeps the present ones, all out of sight.
  ///
  /// - Parameter models: by new names, the present files whose permissions those take.
  func prepare(
    _ files: [FileSet.File], like models: [String: String] = [:]
  ) throws(WriteFailure) {
    for name in names { try refuseToReplace(name) }
    try folder.make(Self.root)
    let list = names.map { (new.contains($0) ? "+" : "-") + $0 }
      .joined(separator: "\(Self.separator)")
    try folder.store(Data(list.utf8), Self.list)
    for file in files {
      try folder.make(above: "\(Self.root)/new/\(file.name)")
      try folder.store(
        file.bytes, "\(Self.root)/new/\(file.name)", like: models[file.name] ?? file.name)
    }
    for name in names {
      let kind = folder.kind(name)
      if kind == .link {
        try folder.make(above: "\(Self.root)/links/\(name)")
        try folder.holdLink(name, as: "\(Self.root)/links/\(name)")
      }
      // A link that leads nowhere reads as no file, and so does its name while it is being
      // replaced.
      guard kind == .file || kind == .link && folder.bytes(name) != nil else { continue }
      try folder.make(above: "\(Self.root)/old/\(name)")
      try folder.hold(name, as: "\(Self.root)/old/\(name)")
    }
    for name in names { try folder.make(above: name) }
    for part in ["new", "old", "links"] { try sync(in: "\(Self.root)/\(part)") }
    try folder.sync(Self.root)
  }

  /// What is not a file cannot be put back as it was, and behind a link the steps would not be
  /// visible.
  private func refuseToReplace(_ name: String) throws(WriteFailure) {
    switch folder.kind(name) {
    case .folder: throw WriteFailure(.write, "\(folder.path)/\(name)", EISDIR)
    case .other:
      throw .noFile(path: "\(folder.path)/\(name)")
    case .none, .file, .link: break
    }
    if folder.isBehindLink(name) {
      throw .behindLink(path: "\(folder.path)/\(name)")
    }
  }

  /// Makes every name a link through `current`, which points to the present files.
  func link() throws(WriteFailure) {
    guard try folder.link("old", Self.current) else { return }
    for name in names {
      let up = String(repeating: "../", count: name.count { $0 == "/" })
      _ = try folder.link("\(up)\(Self.current)/\(name)", name)
    }
    // The links are stored before the change is: a disk need not store them in this order.
    try sync(in: "")
  }

  /// The change itself.
  func turn() throws(WriteFailure) {
    if folder.target(Self.current) != nil {
      _ = try folder.link("new", Self.current)
    } else {
      // No symbolic links here: from now on the new files take their names one by one.
      try folder.store(Data(), Self.turned)
    }
    try folder.sync(Self.root)
  }

  /// Gives the new files their names.
  func complete() throws(WriteFailure) {
    for name in names {
      // If somebody has meanwhile put something else in its place, that stays.
      guard isOurs(name) else { continue }
      if !new.contains(name) {
        try folder.remove(name)
      } else if folder.kind("\(Self.root)/new/\(name)") == .file {
        try folder.move("\(Self.root)/new/\(name)", name)
      }
    }
    try finish()
  }

  /// Gives the present files their names back.
  func undo() throws(WriteFailure) {
    for name in names where folder.isLink(name, through: Self.current) {
      if folder.kind("\(Self.root)/links/\(name)") == .link {
        try folder.move("\(Self.root)/links/\(name)", name)
      } else if folder.kind("\(Self.root)/old/\(name)") == .file {
        try folder.move("\(Self.root)/old/\(name)", name)
      } else {
        try folder.remove(name)
      }
    }
    try finish()
  }

  /// Whether a name is still as this change left it: a link, or, without links, the old file.
  private func isOurs(_ name: String) -> Bool {
    if folder.kind(Self.turned) == .none { return folder.isLink(name, through: Self.current) }
    return folder.bytes(name) == folder.bytes("\(Self.root)/old/\(name)")
  }

  /// Stores the names of the set that are below a folder.
  private func sync(in top: String) throws(WriteFailure) {
    let places = Set(names.map { $0.split(separator: "/").dropLast().joined(separator: "/") })
    for place in places.union([""]).sorted() {
      let path = [top, place].filter { !$0.isEmpty }.joined(separator: "/")
      if path.isEmpty || folder.kind(path) == .folder { try folder.sync(path) }
    }
  }

  private func finish() throws(WriteFailure) {
    try sync(in: "")
    try folder.removeAll(Self.root)
    for name in names { folder.removeIfEmpty(above: name) }
    try folder.sync("")
  }
}
