// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import ScenarioFiles
import Testing

@Suite("What-ifs edit the tables")
struct WhatIfTests {
  private func read(_ changes: String) throws -> ScenarioReading {
    try Folder.read(
      ["what-if/w.json": "{ question: \"Why?\", changes: [ \(changes) ] }"], whatIf: "w")
  }

  @Test("Set, add and merge change what they name and nothing else")
  func edits() throws {
    let reading = try read(
      """
      { table: "rooms", id: "r1", set: { capacity: 70, available: ["2025-06-23", "2025-06-24"] } },
      { table: "roles", add: { person: "ada", subject: "s2", role: "guest", attendance: "preferred" } },
      { meeting: { weights: { "theme-clash": 9 }, name: "N" } },
      """)
    #expect(reading.findings.isEmpty)
    #expect(reading.question == "Why?")
    let scenario = try #require(reading.scenario)
    #expect(scenario.rooms[0].capacity == 70)
    #expect(scenario.rooms[0].available?.count == 2)
    #expect(scenario.roles.count == 2)
    #expect(scenario.meeting.weights[.themeClash] == 9)
    #expect(scenario.meeting.name == "N")
    #expect(reading.digest != (try Folder.read().digest))
  }

  @Test("Removing a room takes its pins, its joined room and the wishes about it along")
  func removedRoom() throws {
    let reading = try read("{ table: \"rooms\", id: \"r1\", remove: true }")
    #expect(reading.findings.isEmpty)
    let scenario = try #require(reading.scenario)
    #expect(scenario.rooms.map(\.id) == ["r2"])
    #expect(scenario.sessions[1].pin.room == nil)
    #expect(scenario.wishes.count == 1)
    #expect(
      try read("{ table: \"rooms\", id: \"r2\", remove: true }").scenario?.wishes.count == 0)
  }

  @Test("Removing an activity takes its sessions, roles, links and limits along")
  func removedActivity() throws {
    let reading = try read("{ table: \"programme-elements\", id: \"ws\", remove: true }")
    #expect(reading.findings.isEmpty)
    let scenario = try #require(reading.scenario)
    #expect(scenario.sessions.map(\.id) == ["s1", "j"])
    #expect(scenario.sessions[1].activities == [0])
    #expect(scenario.roles.isEmpty)
    #expect(scenario.links.isEmpty)
    #expect(scenario.limits.isEmpty)
  }

  @Test("Removing a person leaves the activities that named it")
  func removedPerson() throws {
    let scenario = try #require(
      try read("{ table: \"people\", id: \"ada\", remove: true }").scenario)
    #expect(scenario.activities[0].people["contact"] == [])
    #expect(scenario.people.map(\.id) == ["ben"])
  }

  @Test("Rows without an id are removed by what they hold")
  func removedWhere() throws {
    let reading = try read(
      "{ table: \"links\", where: { from: \"s1\", to: \"s2\" }, remove: true }")
    #expect(reading.scenario?.links.isEmpty == true)
  }

  @Test(
    "A change that names nothing there is says what is nearest",
    arguments: [
      ("{ table: \"romms\", id: \"r1\", remove: true }", "did you mean 'rooms'?"),
      ("{ table: \"rooms\", id: \"r11\", remove: true }", "did you mean 'r1'?"),
      ("{ table: \"rooms\", id: \"r1\", set: { capcity: 3 } }", "did you mean 'capacity'?"),
      ("{ tabel: \"rooms\" }", "did you mean 'table'?"),
    ])
  func unknown(change: String, suggestion: String) throws {
    let reading = try read(change)
    #expect(reading.findings.map(\.suggestion) == [suggestion])
    #expect(reading.findings.first?.file == "what-if/w.json")
  }

  @Test("An unknown what-if names the nearest")
  func unknownName() throws {
    let findings = try Folder.read(whatIf: "v").findings
    #expect(findings.first?.suggestion == "did you mean 'w'?")
  }
}
