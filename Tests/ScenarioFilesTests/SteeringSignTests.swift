// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite("Characters that steer are reported where they are")
struct SteeringSignTests {
  @Test("A control or a turn of direction is a warning on its cell, named by its number")
  func cells() throws {
    let findings = try Folder.read([
      "people.csv": "id,name\nada,Ada\u{1B}[2J\nben,\u{202E}neB\u{9B}\n",
      "wishes.csv": "subject,want,window,room,strength,reason\ns1,yes,,r2,5,a\u{2067}b\n",
    ]).findings.filter { $0.rule == "steering-sign" }
    #expect(
      findings.map { "\($0.file):\($0.line ?? 0) \($0.column ?? "")" } == [
        "people.csv:2 name", "people.csv:3 name", "wishes.csv:2 reason",
      ])
    #expect(findings.allSatisfy { $0.severity == .warning })
    #expect(findings[0].sentence.contains("U+001B,"))
    #expect(findings[1].sentence.contains("U+202E and U+009B,"))
    #expect(findings[0].value == "Ada[2J")
  }

  @Test("The marks that keyboards of Arabic and Hebrew write are noted, and warned of nobody")
  func marks() throws {
    let findings = try Folder.read(["people.csv": "id,name\nada,\u{200F}عبد\u{200F} (ا)\nben,B\n"])
      .findings.filter { $0.rule == "steering-sign" }
    #expect(findings.map(\.severity) == [.note])
  }

  @Test("Words of every script, joiners and line breaks are fine")
  func plain() throws {
    let findings = try Folder.read([
      "people.csv": "id,name\nada,\"مرحبا\nשלום\"\nben,می\u{200C}خواهم 👩\u{200D}💻\n"
    ]).findings
    #expect(!findings.contains { $0.rule == "steering-sign" })
  }

  @Test("So are texts of meeting.json, by their key")
  func settings() throws {
    let meeting = (Folder.base["meeting.json"] ?? "").replacing(
      "name: \"M\"", with: "name: \"M\\u001b[31m\"")
    let finding = try Folder.read(["meeting.json": meeting]).findings
      .first { $0.rule == "steering-sign" }
    #expect(finding?.column == "name")
    #expect(finding?.line == 2)
  }
}
