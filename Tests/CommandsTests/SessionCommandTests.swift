// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Commands

// MARK: cancel

@Test func cancelAddsARowAndShowsIt() throws {
  let desk = try Desk()
  let scenario = try desk.scenario()
  #expect(desk.run("cancel", scenario, "cables-1", "--reason", "Ill, alas", "--by", "MAG") == .yes)
  #expect(
    desk.console.answers.contains("cancellations.csv, line 1 (a new table): session,reason,by,on"))
  #expect(
    desk.console.answers.contains("cancellations.csv, line 2: cables-1,\"Ill, alas\",MAG,\n"))
  let loaded = Loading(scenario)
  #expect(loaded.scenario?.cancellations.map(\.session) == ["cables-1"])
  #expect(loaded.scenario?.cancellations.map(\.title) == ["Cables and who mends them"])
  #expect(loaded.scenario?.sessions.contains { $0.id == "cables-1" } == false)
}

@Test func cancelWritesNothingTwiceNorForNobody() throws {
  let desk = try Desk()
  let scenario = try desk.scenario()
  _ = desk.run("cancel", scenario, "cables-1", "--reason", "Ill")
  let before = try String(contentsOfFile: scenario + "/cancellations.csv", encoding: .utf8)
  #expect(desk.run("cancel", scenario, "cables-1", "--reason", "again") == .no)
  #expect(desk.console.answers.contains("is cancelled already (cancellations.csv, line 2): Ill."))
  #expect(desk.run("cancel", scenario, "iot-3", "--reason", "x") == .unusable)
  #expect(desk.run("cancel", scenario, "iot-1") == .unusable)
  #expect(desk.run("cancel", scenario, "iot-1", "--reason", "x", "--on", "soon") == .unusable)
  #expect(try String(contentsOfFile: scenario + "/cancellations.csv", encoding: .utf8) == before)
}

@Test func cancelKeepsATableAsItWasWritten() throws {
  let desk = try Desk()
  let scenario = try desk.scenario()
  let before = "sep=;\r\nmine;Reason;session\r\nx;\"a;b\";iot-1"
  try desk.write(before, to: "scenario/cancellations.csv")
  #expect(desk.run("cancel", scenario, "iot-2", "--reason", "No; really") == .yes)
  #expect(
    try String(contentsOfFile: scenario + "/cancellations.csv", encoding: .utf8)
      == before + "\r\n;\"No; really\";iot-2\r\n")
  #expect(desk.console.answers.contains("cancellations.csv, line 4: ;\"No; really\";iot-2"))
  chmod(scenario + "/cancellations.csv", 0o400)
  #expect(desk.run("cancel", scenario, "main-sec", "--reason", "x") == .unusable)
  #expect(desk.console.notes.contains("cancellations.csv is protected against writing"))
  chmod(scenario + "/cancellations.csv", 0o600)
  try desk.write("session\ncables-1\n", to: "scenario/cancellations.csv")
  #expect(desk.run("cancel", scenario, "iot-1", "--reason", "x") == .unusable)
  #expect(desk.console.notes.contains("cancellations.csv has no column 'reason'"))
}

// MARK: add

@Test func addNeedsCellsAndRolesInTheirForm() throws {
  let desk = try Desk()
  let scenario = try desk.scenario()
  #expect(desk.run("add", scenario, "id=late", "minutes") == .unusable)
  #expect(desk.console.notes.contains("'minutes' is not COLUMN=VALUE"))
  #expect(desk.run("add", scenario, "id=late", "--role", "ada") == .unusable)
  #expect(desk.run("add", scenario, "id=late", "activity=nothing", "minutes=60") == .unusable)
  #expect(desk.console.notes.contains("nothing"))
  #expect(Loading(scenario).scenario?.sessions.contains { $0.id == "late" } == false)
}

@Test func addWritesATitleThatReadersWouldPart() throws {
  let desk = try Desk()
  let scenario = try desk.scenario()
  // The meeting is full.
  _ = desk.run("cancel", scenario, "cables-1", "--reason", "Ill")
  let title = "Late,\u{200D} \"and\"\u{200D}; more"
  let added = desk.run(
    "add", scenario, "id=late", "activity=dc.iot", "minutes=60", "audience=40", "title=\(title)",
    "--baseline", Repository.draft, "--out", desk.path("out"))
  #expect(added == .yes)
  #expect(Loading(scenario).scenario?.sessions.first { $0.id == "late" }?.title == title)
}
