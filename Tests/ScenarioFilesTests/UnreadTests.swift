// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import Scratch
import Tables
import Testing

@Suite("One wrong file is one finding, not one for each row that needs it")
struct UnreadTests {
  @Test(
    "Ids of a table that cannot be read are not called unknown",
    arguments: [
      ("people.csv", "id,id\nada,Ada\nben,Ben\n", "duplicate-column"),
      ("people.csv", "name\nAda\nBen\n", "missing-column"),
      ("rooms.csv", "id,capacity\nr1,\"50\n", "open-quote"),
      ("sessions.csv", "", "empty"),
      ("dynamic-coalitions.csv", "id;name\ndc;D\u{0}C\n", "binary"),
    ])
  func oneFinding(file: String, text: String, rule: String) throws {
    let reading = try Folder.read([file: text])
    #expect(reading.findings.map(\.rule) == [rule])
    #expect(reading.findings.first?.file == file)
  }

  @Test("A missing table is one finding")
  func missingRooms() throws {
    let reading = try Folder.read(["rooms.csv": nil])
    #expect(reading.findings.map(\.rule) == ["missing-file"])
    #expect(reading.scenario == nil || reading.findings.contains { $0.severity == .unreadable })
  }

  @Test("Ids of other tables are still checked, and so is every other cell")
  func othersStillChecked() throws {
    let findings = try Folder.findings([
      "people.csv": "id,id\n",
      "sessions.csv": "id,activity,minutes,room,priority\ns1,dx,60,r9,7\ns2,ws,60,,\n",
    ])
    #expect(
      findings == [
        "people.csv:1 id The column 'id' appears twice in the header."
          + " → rename or remove one of them",
        "sessions.csv:2 activity There is no activity 'dx'. → did you mean 'dc'?",
        "sessions.csv:2 room There is no room 'r9'. → did you mean 'r1'?",
        "sessions.csv:2 priority '7' is not a number that fits here."
          + " → a whole number from 1 to 5",
      ])
  }

  @Test("A column whose name differs in case alone is read, and a note says so")
  func columnCase() throws {
    let reading = try Folder.read(["rooms.csv": "\nid,capacity,Available\nr1,50,\nr2,60,\nbig,9,\n"]
    )
    #expect(reading.findings.map(\.severity) == [.note])
    #expect(reading.findings.first?.line == 2)
    #expect(reading.findings.first?.sentence == "The column 'Available' as available is read.")
  }

  @Test("A pipe in place of a table is refused, not waited for", .timeLimit(.minutes(1)))
  func pipe() throws {
    let scratch = ScratchFolder()
    let folder = scratch.url
    try #require(mkfifo(folder.appending(path: "rooms.csv").path(), 0o600) == 0)
    let findings = ScenarioFolder.read(folder).findings
    #expect(findings.contains { $0.file == "rooms.csv" && $0.rule == "file" })
  }

  @Test("Cells below no heading are named once for the column; an empty column is not")
  func noHeading() throws {
    let people = "id,name,,\nada,Ada,,\nben,Ben,,\"a note\"\ncyd,Cyd,,\"another\"\n"
    let findings = try Folder.read(["people.csv": people]).findings.filter {
      $0.rule == "no-heading"
    }
    #expect(findings.map(\.line) == [3] && findings.map(\.value) == ["a note"])
    #expect(findings.allSatisfy { $0.severity == .warning })
  }

  @Test(
    "Of a text that is neither id nor name the finding proposes what it probably means",
    arguments: [
      ("Lovelace, Ada", "ada"), ("Prof. Ada Lovelace", "ada"), ("ada (tbc)", "ada"),
      ("Ada Lovelase", "ada"), ("Grace Hopper", nil), ("Ada", nil), ("B. Ng", nil),
    ])
  func meant(text: String, id: String?) throws {
    let changes = [
      "people.csv": "id,name\nada,Ada Lovelace\nben,Ben Ng\n",
      "dynamic-coalitions.csv": "id,name\ndc,DC\n",
      "roles.csv": "person,subject,role\n\"\(text)\",ws,speaker\n",
    ]
    let findings = try Folder.read(changes).findings.filter { $0.column == "person" }
    #expect(findings.count == 1 && findings[0].rule == "unknown-id", "\(findings)")
    if let id {
      #expect(findings.first?.suggestion?.hasPrefix("did you mean '\(id)'?") == true, "\(findings)")
    }
  }

  @Test("Hours without a day behind a day's hours are each day's, and that is said")
  func hoursWithoutDay() throws {
    func rules(_ cell: String) throws -> [String] {
      try Folder.read(["people.csv": "id,name,available\nada,Ada,\"\(cell)\"\nben,Ben,\n"])
        .findings.map(\.rule)
    }
    #expect(try rules("2025-06-23 09:00-10:00;11:00-12:00") == ["window-each-day"])
    #expect(try rules("2025-06-23 09:00-10:00, 11:00-12:00") == ["ambiguous"])
    #expect(try rules("11:00-12:00;2025-06-23 09:00-10:00").isEmpty)
    #expect(try rules("2025-06-23;11:00-12:00").isEmpty)
  }
}
