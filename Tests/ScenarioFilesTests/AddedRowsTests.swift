// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import ScenarioFiles

@Suite("Rows are added at the end of a table as it is written")
struct AddedRowsTests {
  private static let titles = [
    "Plain", "a,b", "a;b", "a\tb", "say \"hi\"", "a,\u{200D}b", "a;\u{200D}b", "a\t\u{200D}b",
    "a\"\u{200D}b", ",\u{0301}", "\"", ",;\tx",
  ]

  @Test(
    "A title is read back as it was given, whatever it holds and whatever parts the cells",
    arguments: [",", ";", "\t"])
  func readBack(_ separator: String) throws {
    let table = ["id", "activity", "title", "minutes"].joined(separator: separator) + "\n"
    for title in Self.titles {
      try Folder.with(["sessions.csv": table, "links.csv": nil, "wishes.csv": nil]) { folder in
        let cells = [
          ("id", "late"), ("activity", "ws"), ("title", title), ("minutes", "60"),
        ]
        try AddedRows([.init(.sessions, cells)], in: folder).write()
        let sessions = ScenarioFolder.read(folder).scenario?.sessions
        #expect(sessions?.map(\.id) == ["late"], "\(title.debugDescription)")
        #expect(sessions?.map(\.title) == [title], "\(title.debugDescription)")
      }
    }
  }

  @Test("Edited meanwhile, a link, protected: nothing is written, and the file is named")
  func refused() throws {
    func refusal(_ change: (URL) throws -> Void) throws -> String? {
      try Folder.with([:]) { folder in
        let rows = try AddedRows([.init(.wishes, [("subject", "s2"), ("want", "no")])], in: folder)
        try change(folder.appending(path: "wishes.csv"))
        let before = try Data(contentsOf: folder.appending(path: "wishes.csv"))
        var sentence: String?
        do { try rows.write() } catch { sentence = "\(error)" }
        #expect(try Data(contentsOf: folder.appending(path: "wishes.csv")) == before)
        return sentence
      }
    }
    let edited = try refusal { try Data("subject\n".utf8).write(to: $0) }
    #expect(edited?.contains("wishes.csv was edited") == true)
    let link = try refusal { file in
      try FileManager.default.moveItem(atPath: file.path(), toPath: file.path() + ".real")
      try FileManager.default.createSymbolicLink(
        atPath: file.path(), withDestinationPath: "wishes.csv.real")
    }
    #expect(link?.contains("wishes.csv is a link") == true)
    let protected = try refusal { file in
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o444], ofItemAtPath: file.path())
    }
    #expect(protected?.contains("wishes.csv is protected") == true)
  }
}
