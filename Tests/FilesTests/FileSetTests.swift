// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scratch
import Synchronization
import Testing

@testable import Files

private struct EditedMeanwhile: WriteRefusal { var description: String { "edited meanwhile" } }

@Suite("Files that are replaced together")
struct FileSetTests {
  private static let old = ["a.csv": "old a", "b.json": "old b", "gone.ics": "old c"]
  private static let new = ["a.csv": "new a", "b.json": "new b", "sub/d.html": "new d"]

  private let scratch = ScratchFolder()

  /// Another one each time.
  private func folder() throws -> URL {
    let url = scratch.file(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in Self.old { try Data(text.utf8).write(to: url.appending(path: name)) }
    try Data("mine".utf8).write(to: url.appending(path: "mine.txt"))
    return url
  }

  /// What anyone who looks reads under the set's names.
  private func seen(_ url: URL) -> [String: String] {
    var seen: [String: String] = [:]
    for name in Set(Self.old.keys).union(Self.new.keys) {
      seen[name] = try? String(contentsOf: url.appending(path: name), encoding: .utf8)
    }
    return seen
  }

  private func files(_ texts: [String: String]) -> [FileSet.File] {
    texts.sorted { $0.key < $1.key }.map { ($0.key, Data($0.value.utf8)) }
  }

  private final class Countdown: Sendable {
    let left: Mutex<Int>
    /// Only the change at the countdown's end fails, or every one from then on.
    let isForGood: Bool
    init(_ count: Int, isForGood: Bool) {
      left = Mutex(count)
      self.isForGood = isForGood
    }
    func fails() -> WriteFailure? {
      left.withLock {
        $0 -= 1
        return $0 == 0 || ($0 < 0 && isForGood) ? WriteFailure(.write, "x", ENOSPC) : nil
      }
    }
  }

  @Test("A set is replaced whole: new files, changed ones, and those that go")
  func replace() throws {
    let url = try folder()
    try FileSet(url).replace(Set(Self.old.keys), by: files(Self.new))
    #expect(seen(url) == Self.new)
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false))
    #expect(Set(names) == ["a.csv", "b.json", "sub", "mine.txt"])
    for name in Self.new.keys { #expect(FolderPath(url.path).kind(name) == .file) }
  }

  @Test(
    "Wherever a disk fails, for a moment or for good, the set is the old or the new one, and the next run tidies up",
    arguments: [false, true])
  func failures(isForGood: Bool) throws {
    var tried = 0
    var kept = 0
    for step in 1... {
      let url = try folder()
      var set = FileSet(url)
      let countdown = Countdown(step, isForGood: isForGood)
      set.folder.fault = { countdown.fails() }
      var hasThrown = false
      do {
        try set.replace(Set(Self.old.keys), by: files(Self.new))
      } catch {
        hasThrown = true
      }
      if countdown.left.withLock({ $0 }) > 0 { break }
      tried += 1
      let after = seen(url)
      #expect(after == Self.old || after == Self.new, "step \(step)")
      #expect((after == Self.new) == !hasThrown, "step \(step)")
      if after == Self.old { kept += 1 }
      try FileSet(url).tidy()
      #expect(seen(url) == after, "step \(step)")
      #expect(FolderPath(url.path).kind(".takeover") == .none)
      for (name, _) in after { #expect(FolderPath(url.path).kind(name) == .file) }
      try FileSet(url).replace(Set(after.keys), by: files(Self.new))
      #expect(seen(url) == Self.new, "step \(step)")
      #expect(try String(contentsOf: url.appending(path: "mine.txt"), encoding: .utf8) == "mine")
      try FileManager.default.removeItem(at: url)
    }
    #expect(tried > 20 && kept > 10)
  }

  @Test("What somebody puts in the place of a file while a run is dead is not touched")
  func edited() throws {
    let url = try folder()
    var set = FileSet(url)
    let path = url.path(percentEncoded: false)
    // The disk fails as soon as the new set is seen.
    set.folder.fault = {
      FolderPath(path).target(".takeover/current") == "new"
        ? WriteFailure(.write, "x", ENOSPC) : nil
    }
    try? set.replace(Set(Self.old.keys), by: files(Self.new))
    #expect(seen(url) == Self.new)
    let place = url.appending(path: "a.csv")
    try FileManager.default.removeItem(at: place)
    try Data("by hand".utf8).write(to: place)
    try FileSet(url).tidy()
    #expect(try String(contentsOf: place, encoding: .utf8) == "by hand")
    #expect(try String(contentsOf: url.appending(path: "b.json"), encoding: .utf8) == "new b")
  }

  @Test("A refusal under the lock changes nothing")
  func refusal() throws {
    let url = try folder()
    #expect(throws: WriteFailure.self) {
      try FileSet(url).replace { () throws(WriteFailure) in
        throw WriteFailure(EditedMeanwhile())
      }
    }
    #expect(seen(url) == Self.old)
  }

  @Test("Runs into one folder at once leave one of their sets, whole")
  func race() async throws {
    let url = try folder()
    await withTaskGroup(of: Void.self) { group in
      for run in 0..<8 {
        group.addTask {
          let texts = (0..<5).map { ("f\($0)", "run \(run)") }
          try? FileSet(url).replace(
            ["f0", "f1", "f2", "f3", "f4"],
            by: texts.map { (name: $0.0, bytes: Data($0.1.utf8)) })
        }
      }
    }
    let texts = try (0..<5).map {
      try String(contentsOf: url.appending(path: "f\($0)"), encoding: .utf8)
    }
    #expect(Set(texts).count == 1)
  }

  @Test("A link of somebody's own is put back as the link it was where the writing fails")
  func ownLink() throws {
    for leads in [true, false] {
      let url = try folder()
      let place = url.appending(path: "a.csv").path(percentEncoded: false)
      try FileManager.default.removeItem(atPath: place)
      let target = leads ? "mine.txt" : "nowhere"
      try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: target)
      #expect(FileSet(url).kind(of: "a.csv") == .somethingElse)
      var set = FileSet(url)
      let path = url.path(percentEncoded: false)
      let hasFailed = Mutex(false)
      // All names are links by then, and the disk fails once.
      set.folder.fault = {
        guard FolderPath(path).isLink("gone.ics", through: ".takeover/current") else { return nil }
        return hasFailed.withLock { failed in
          defer { failed = true }
          return failed ? nil : WriteFailure(.write, "x", ENOSPC)
        }
      }
      #expect(throws: WriteFailure.self) {
        try set.replace(Set(Self.old.keys), by: files(Self.new))
      }
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: place) == target)
      try FileSet(url).replace(Set(Self.old.keys), by: files(Self.new))
      #expect(seen(url) == Self.new)
      #expect(try String(contentsOf: url.appending(path: "mine.txt"), encoding: .utf8) == "mine")
    }
  }

  @Test(
    "A folder, a pipe, or a folder that is a link in the place of a file is refused, nothing changed"
  )
  func noFile() throws {
    let url = try folder()
    let files = FileManager.default
    try files.createDirectory(at: url.appending(path: "new"), withIntermediateDirectories: true)
    #expect(mkfifo(url.appending(path: "pipe").path(percentEncoded: false), 0o644) == 0)
    try files.createSymbolicLink(
      atPath: url.appending(path: "aside").path(percentEncoded: false),
      withDestinationPath: NSTemporaryDirectory())
    for name in ["new", "pipe", "aside/x.csv"] {
      let texts = [(name: "a.csv", bytes: Data("new".utf8)), (name: name, bytes: Data())]
      #expect(throws: WriteFailure.self, "\(name)") {
        try FileSet(url).replace(Set(Self.old.keys), by: texts)
      }
      #expect(seen(url) == Self.old)
      #expect(FolderPath(url.path).kind(".takeover") == .none)
    }
    #expect(FileSet(url).kind(of: "new") == .somethingElse)
    #expect(FileSet(url).bytes("pipe") == nil)
  }

  @Test("Names with line breaks survive a run that was killed")
  func oddNames() throws {
    let url = try folder()
    var set = FileSet(url)
    let path = url.path(percentEncoded: false)
    set.folder.fault = {
      FolderPath(path).target(".takeover/current") == "new"
        ? WriteFailure(.write, "x", ENOSPC) : nil
    }
    try set.replace([], by: [("odd\nname", Data("1".utf8)), ("+b", Data("2".utf8))])
    try FileSet(url).tidy()
    #expect(FolderPath(path).kind("odd\nname") == .file)
    #expect(FolderPath(path).kind("+b") == .file)
    #expect(FolderPath(path).kind(".takeover") == .none)
  }

  @Test("Without symbolic links a killed run is completed, and what was edited since stays")
  func withoutLinks() throws {
    let url = try folder()
    let folder = FolderPath(url.path(percentEncoded: false))
    let takeover = Takeover(folder, old: Set(Self.old.keys), new: Self.new.keys.sorted())
    try takeover.prepare(files(Self.new))
    // As `link` and `turn` leave it where the file system refuses links; then the run is killed.
    try takeover.turn()
    #expect(folder.kind(".takeover/turned") == .file)
    // Where there are no symbolic links there are no second names either: what is held are copies.
    try FileManager.default.removeItem(at: url.appending(path: "b.json"))
    try Data("by hand".utf8).write(to: url.appending(path: "b.json"))
    try FileSet(url).tidy()
    var expected = Self.new
    expected["b.json"] = "by hand"
    #expect(seen(url) == expected)
    #expect(folder.kind(".takeover") == .none)
  }

  @Test("While another holds the folder a run waits, then says so; a file is the lock beside it")
  func lock() throws {
    let url = try folder()
    let held = try FolderLock(url.path(percentEncoded: false))
    do {
      _ = try FolderLock(url.path(percentEncoded: false), patience: 0.1)
      Issue.record("two hold the lock")
    } catch {
      #expect(error.description.contains("another run is writing into"))
    }
    held.release()
    _ = try FolderLock(url.path(percentEncoded: false), patience: 0)
    #expect(FolderPath(url.path).kind(FolderLock.fileName) == .none)
  }

  @Test("A folder that is a file is refused with a sentence")
  func noFolder() throws {
    let url = try folder().appending(path: "mine.txt")
    do {
      try FileSet(url).replace([], by: files(Self.new))
      Issue.record("it was taken")
    } catch {
      #expect(error.description.contains("cannot make the folder"))
      #expect(error.description.hasSuffix("Not a directory"))
    }
  }
}
