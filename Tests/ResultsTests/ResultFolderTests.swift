// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Results
import Scratch
import Testing

@Suite("The one policy of what may be replaced")
struct ResultFolderTests {
  private let scratch = ScratchFolder()
  private var path: String { scratch.file("results").path(percentEncoded: false) }

  private func folder(_ set: String = "review", forced: Bool = false) -> ResultFolder {
    ResultFolder(path, set: set, isForced: forced, olderRecord: "draft.json")
  }

  private func text(_ name: String) -> String? {
    try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  private func put(_ text: String, _ name: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  private func files(_ texts: [String: String]) -> [FileSet.File] {
    texts.sorted { $0.key < $1.key }.map { ($0.key, Data($0.value.utf8)) }
  }

  @Test("What the command wrote it replaces; what it no longer writes goes")
  func own() throws {
    try folder().write(files(["a": "1", "b": "1"]))
    try folder().write(files(["a": "2"]))
    #expect(text("a") == "2")
    #expect(text("b") == nil)
  }

  @Test("What was edited, another command's or of unknown origin stays, all named at once")
  func others() throws {
    try folder().write(files(["a": "1"]))
    try folder("export").write(files(["c": "1"]))
    try put("mine", "a")
    try put("mine", "d")
    let refusal = try #require(folder().refusal(["a", "c", "d"]))
    if case .theirs(let edited, let strange, let folder) = refusal {
      #expect(edited == ["a"] && strange == ["c", "d"] && folder == path)
    } else {
      Issue.record("\(refusal)")
    }
    #expect(
      refusal.description
        == "a in \(path) was edited since, and c, d in \(path) are not from this command; name"
        + " another folder with --out, or --force to replace them")
    #expect(throws: WriteFailure.self) { try folder().write(files(["a": "2", "d": "2"])) }
    #expect(text("a") == "mine")
    try folder(forced: true).write(files(["a": "2", "d": "2"]))
    #expect(text("a") == "2")
    #expect(text("d") == "2")
    #expect(text("c") == "1")
  }

  @Test("What belongs to somebody and is replaced by force is kept beside, under a name of its own")
  func keptBeside() throws {
    try folder().write(files(["a.html": "1", "b.html": "1", "sub/c.csv": "1", "same": "1"]))
    try put("mine", "a.html")
    try put("mine", "b.html")
    try put("mine", "sub/c.csv")
    try put("theirs", "new")
    let written = files(["a.html": "2", "sub/c.csv": "2", "new": "2", "same": "1"])
    #expect(
      try folder(forced: true).write(written) == [
        "a.before-1.html", "sub/c.before-1.csv", "new.before-1",
      ])
    #expect(text("a.html") == "2")
    #expect(text("a.before-1.html") == "mine")
    #expect(text("sub/c.before-1.csv") == "mine")
    #expect(text("new.before-1") == "theirs")
    // No longer written, and edited: it stays where it is.
    #expect(text("b.html") == "mine")
    // What is kept belongs to somebody, and is not taken for the set's.
    try put("again", "a.html")
    #expect(try folder(forced: true).write(files(["a.html": "3"])) == ["a.before-2.html"])
    #expect(text("a.before-1.html") == "mine")
    #expect(text("a.before-2.html") == "again")
    // What the command wrote itself is kept nowhere.
    #expect(try folder(forced: true).write(files(["a.html": "4"])).isEmpty)
  }

  @Test("What is removed with another set stays if somebody edited it")
  func otherSet() throws {
    try folder("news").write(files(["n": "1", "m": "1"]))
    try put("mine", "n")
    try folder().write(files(["a": "1"]), removing: "news")
    #expect(text("n") == "mine")
    #expect(text("m") == nil)
  }

  @Test("A file that would be written exactly as it is causes no conflict")
  func same() throws {
    try put("1", "a")
    try folder().write(files(["a": "1"]))
    try folder().write(files(["a": "2"]))
    #expect(text("a") == "2")
  }

  @Test("A link, a folder or a pipe in the place of a file is somebody's own")
  func somethingElse() throws {
    try folder().write(files(["a": "1", "b": "1"]))
    try FileManager.default.moveItem(atPath: "\(path)/a", toPath: "\(path)/master")
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/a", withDestinationPath: "master")
    try FileManager.default.removeItem(atPath: "\(path)/b")
    #expect(mkfifo("\(path)/b", 0o644) == 0)
    #expect(folder().refusal(["a", "b"])?.description.hasPrefix("a, b in") == true)
    #expect(throws: WriteFailure.self) { try folder().write(files(["a": "2"])) }
    #expect(text("master") == "1")
  }

  @Test("Files under other names are reported with the set's own")
  func present() throws {
    try folder().write(files(["a": "1"]))
    try put("mine", "d")
    #expect(folder().present().map(\.name) == ["a"])
    #expect(folder().present(["d", "none"]).map(\.name) == ["a", "d"])
  }

  @Test("Sets of several commands written at once into one folder are all recorded")
  func together() async throws {
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<6 {
        group.addTask {
          _ = try? folder("set \(number)").write(files(["f\(number)": "\(number)"]))
        }
      }
    }
    for number in 0..<6 {
      #expect(folder("set \(number)").recorded.keys.sorted() == ["f\(number)"])
      #expect(text("f\(number)") == "\(number)")
    }
  }

  @Test("The record of earlier versions still tells what is ours")
  func older() throws {
    try put("one", "a")
    // SHA-256 of "one".
    let digest = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
    try put("{\"files\": {\"a\": \"\(digest)\", \"../b\": \"x\"}}", "draft.json")
    #expect(Set(folder().recorded.keys) == ["a", "draft.json"])
    #expect(folder().refusal(["a"]) == nil)
    try put("edited", "a")
    #expect(folder().refusal(["a"]) != nil)
  }

  @Test("A record that leads out of the folder is not ours")
  func outside() throws {
    try put("{\"sets\": {\"review\": {\"../x\": \"y\", \"/etc/z\": \"y\"}}}", ".programme.json")
    #expect(folder().recorded.isEmpty)
  }

  @Test("A folder that cannot be written is told by trying, and trying leaves nothing behind")
  func probe() throws {
    try folder().probe()
    #expect(!FileManager.default.fileExists(atPath: path))
    try put("", "x")
    let inside = ResultFolder("\(path)/x/deep", set: "draft", isForced: false)
    do {
      try inside.probe()
      Issue.record("a file was taken for a folder")
    } catch {
      #expect(error.description == "cannot make the folder \(path)/x/deep: Not a directory")
    }
  }
}
