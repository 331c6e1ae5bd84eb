// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import Testing

@Suite("Every file of what-if/ is looked at before its question is asked")
struct WhatIfCheckTests {
  private func findings(_ files: [String: String?]) throws -> [String] {
    try Folder.with(files) { folder in
      ScenarioFolder.whatIfFindings(in: folder).map {
        "\($0.severity) \($0.file):\($0.line ?? 0) \($0.sentence)"
      }
    }
  }

  @Test("What is right has no findings, nor has a folder without what-ifs")
  func right() throws {
    #expect(try findings([:]) == [])
    #expect(try findings(["what-if/w.json": nil]) == [])
  }

  @Test("Broken text, wrong shapes and changes that cannot be made are errors, never unreadable")
  func wrong() throws {
    #expect(
      try findings([
        "what-if/a.json": "{ question: 5, changes: [ ",
        "what-if/b.json":
          "{ question: 5, changes: [ {table: \"rooms\", id: \"r9\", set: {}}, 7 ] }",
        "what-if/c.json": "{}",
        "what-if/d.json":
          "{\n changes: [\n { table: \"rooms\", id: \"r9\", remove: true } ] }",
        "what-if/e.json": "{ changes: [ { meeting: { days: [] } } ] }",
      ]).map { $0.split(separator: ":").first.map(String.init) ?? "" } == [
        "error what-if/a.json", "error what-if/b.json", "error what-if/b.json",
        "error what-if/c.json", "error what-if/d.json", "error what-if/e.json",
      ])
    #expect(
      try findings(["what-if/b.json": "{\n changes: [ {}, 7 ] }"]) == [
        "error what-if/b.json:2 Change 2: it is not an object."
      ])
  }

  @Test("What the tables say without it is not said again")
  func own() throws {
    #expect(
      try findings([
        "roles.csv": "person,subject,role\nnobody,ws,speaker\n",
        "what-if/d.json": "{ changes: [ { table: \"rooms\", id: \"r9\", remove: true } ] }",
      ]).count == 1)
  }

  @Test("A file without a what-if's name gets a warning")
  func strangers() throws {
    #expect(
      try findings(["what-if/lose-r1.jsn": "{}", "what-if/README.md": "", "what-if/.x": ""]) == [
        "warning what-if/lose-r1.jsn:0 The file is not read."
      ])
  }

  @Test("A link to nothing is an error")
  func link() throws {
    try Folder.with([:]) { folder in
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "what-if/gone.json"),
        withDestinationURL: folder.appending(path: "nowhere"))
      #expect(
        ScenarioFolder.whatIfFindings(in: folder).map(\.sentence) == [
          "The file is listed but cannot be found."
        ])
    }
  }
}
