// SPDX-License-Identifier: GPL-3.0-or-later

import Files
import Foundation
import Judging
import Results
import Scratch
import Testing

/// Commands, users and forced runs in any order, against the policy as the contract says it: a file is
/// replaced unasked only where it is what the same command left, and what somebody made stays findable.
@Suite("Whatever the order of runs and edits, nothing that somebody made is lost")
struct NothingIsLostTests {
  private static let names = ["a.html", "b.csv", "plain", "deep/c.json"]

  /// What the folder should hold, by the policy alone.
  private struct Model {
    /// All files, by name.
    var files: [String: String] = [:]
    /// What each command left, by command and name.
    var left: [String: [String: String]] = [:]

    func theirs(_ set: String, _ texts: [String: String]) -> [String] {
      Set(texts.keys).union(left[set, default: [:]].keys).filter { name in
        guard let there = files[name], texts[name] != there else { return false }
        return left[set]?[name] != there
      }.sorted()
    }

    /// - Returns: whether it may be written.
    mutating func write(_ set: String, _ texts: [String: String], isForced: Bool) -> Bool {
      let theirs = theirs(set, texts)
      guard isForced || theirs.isEmpty else { return false }
      for name in theirs where texts[name] != nil {
        var number = 1
        while files[Self.earlier(name, number)] != nil { number += 1 }
        files[Self.earlier(name, number)] = files[name]
      }
      for (name, old) in left[set] ?? [:] where texts[name] == nil && files[name] == old {
        files[name] = nil
      }
      files.merge(texts) { $1 }
      left[set] = texts
      return true
    }

    static func earlier(_ name: String, _ number: Int) -> String {
      switch name {
      case "a.html": "a.before-\(number).html"
      case "b.csv": "b.before-\(number).csv"
      case "plain": "plain.before-\(number)"
      default: "deep/c.before-\(number).json"
      }
    }
  }

  private static func contents(_ path: String) throws -> [String: String] {
    var found: [String: String] = [:]
    let files = FileManager.default.enumerator(atPath: path)
    while let name = files?.nextObject() as? String {
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: "\(path)/\(name)", isDirectory: &isFolder)
      if !isThere || isFolder.boolValue || name == ResultFolder.recordName { continue }
      found[name] = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    }
    return found
  }

  @Test("The folder is as the policy says after every step", arguments: 0..<60)
  func steps(seed: UInt64) throws {
    let scratch = ScratchFolder()
    let path = scratch.file("results").path()
    var dice = Dice(state: seed &* 6007 &+ 1)
    var model = Model()
    var made: Set<String> = []
    var (refused, forced) = (0, 0)
    for step in 0..<40 {
      if dice.roll(3) == 0 {
        // Somebody writes or removes a file by hand.
        let name = Self.names[dice.roll(Self.names.count)]
        let file = URL(filePath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        if dice.roll(5) == 0, model.files[name] != nil {
          made.remove(model.files[name] ?? "")
          try FileManager.default.removeItem(at: file)
          model.files[name] = nil
        } else {
          // What was edited over is the user's own doing.
          made.remove(model.files[name] ?? "")
          let text = "mine \(step)"
          try Data(text.utf8).write(to: file)
          model.files[name] = text
          made.insert(text)
        }
      } else {
        let set = ["review", "export"][dice.roll(2)]
        let isForced = dice.roll(4) == 0
        var texts: [String: String] = [:]
        for name in Self.names where dice.roll(2) == 0 {
          texts[name] = "\(set) \(dice.roll(3))"
        }
        let files = texts.sorted { $0.key < $1.key }.map { ($0.key, Data($0.value.utf8)) }
        let folder = ResultFolder(path, set: set, isForced: isForced)
        let mayWrite = folder.refusal(texts.keys.sorted(), files) == nil
        let expected = model.write(set, texts, isForced: isForced)
        #expect(mayWrite == expected, "step \(step)")
        if expected {
          try folder.write(files)
          if isForced { forced += 1 }
        } else {
          refused += 1
          #expect(throws: WriteFailure.self) { try folder.write(files) }
        }
      }
      let there = try Self.contents(path)
      #expect(there == model.files, "step \(step)")
      #expect(made.isSubset(of: there.values), "step \(step)")
    }
    #expect(refused > 0 && forced > 0)
  }
}
