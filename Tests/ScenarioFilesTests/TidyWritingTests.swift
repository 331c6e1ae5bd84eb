// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import ScenarioFiles

@Suite("What is tidied is written as one set, and what it replaces is kept")
struct TidyWritingTests {
  private static let untidy: [String: String?] = [
    "rooms.csv": "id;capacity\nr1;50\nr2;60\n", "limits.csv": nil,
    "Limits.CSV": Folder.base["limits.csv"], "README.md": "mine\n",
  ]

  /// Every file below a folder, by name.
  private static func contents(_ folder: URL) throws -> [String: String] {
    var contents: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path()) {
      contents[name] = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return contents
  }

  @Test("New files have the contract's names, the old ones are in a numbered folder")
  func kept() throws {
    try Folder.with(Self.untidy) { folder in
      let before = try Self.contents(folder)
      #expect(try TidyPlan(folder).write() == "before-tidy-1")
      let after = try Self.contents(folder)
      #expect(after["rooms.csv"] == "id,capacity\nr1,50\nr2,60\n")
      #expect(after["limits.csv"] == before["Limits.CSV"] && after["Limits.CSV"] == nil)
      #expect(after["before-tidy-1/rooms.csv"] == before["rooms.csv"])
      #expect(after["before-tidy-1/Limits.CSV"] == before["Limits.CSV"])
      let touched: Set = ["rooms.csv", "limits.csv", "Limits.CSV"]
      for (name, text) in before where !touched.contains(name) { #expect(after[name] == text) }
      #expect(TidyPlan(folder).isEmpty)
      try Data("id,capacity\r\nr1,50\r\n".utf8).write(to: folder.appending(path: "rooms.csv"))
      #expect(try TidyPlan(folder).write() == "before-tidy-2")
    }
  }

  @Test("A table that nobody else may read stays so, and so does its copy")
  func permissions() throws {
    try Folder.with(Self.untidy) { folder in
      let path = folder.appending(path: "rooms.csv").path()
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      _ = try TidyPlan(folder).write()
      for name in ["rooms.csv", "before-tidy-1/rooms.csv"] {
        let own = try FileManager.default.attributesOfItem(
          atPath: folder.appending(path: name).path())
        #expect(own[.posixPermissions] as? Int == 0o600, "\(name)")
      }
    }
  }

  @Test(
    "Edited meanwhile, a link, protected, a name taken: nothing is written, and the file is named")
  func refused() throws {
    func refusal(_ change: (URL) throws -> Void) throws -> String? {
      try Folder.with(Self.untidy) { folder in
        let plan = TidyPlan(folder)
        try change(folder)
        let before = try Self.contents(folder)
        var sentence: String?
        do { _ = try plan.write() } catch { sentence = "\(error)" }
        #expect(try Self.contents(folder) == before)
        return sentence
      }
    }
    let edited = try refusal { folder in
      try Data("id,name\nada,Ada L.\n".utf8).write(to: folder.appending(path: "people.csv"))
    }
    #expect(edited?.contains("people.csv was edited") == true)
    let link = try refusal { folder in
      let path = folder.appending(path: "rooms.csv").path()
      try FileManager.default.moveItem(atPath: path, toPath: path + ".real")
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: "rooms.csv.real")
    }
    #expect(link?.contains("rooms.csv is a link") == true)
    let protected = try refusal { folder in
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o444], ofItemAtPath: folder.appending(path: "rooms.csv").path())
    }
    #expect(protected?.contains("rooms.csv is protected") == true)
    let taken = try refusal { folder in
      try Data("id\n".utf8).write(to: folder.appending(path: "limits.csv"))
    }
    #expect(taken?.contains("limits.csv has appeared") == true)
  }
}
