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
    // Two days that adjoin are one window.
    #expect(scenario.rooms[0].available?.count == 1)
    #expect(scenario.rooms[0].available?.first?.minutes == 2 * 1440)
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

  @Test("A wrong value is found where the what-if set it")
  func places() throws {
    let reading = try read(
      """
      { table: "rooms", id: "r1", set: {
          capacity: "many" } },
      { table: "links",
        add: { from: "s1", to: "s9",
               kind: "apart", strength: 5000 } },
      { meeting: { weights: {
          "theme-clsh": 1 }, days: [
          { date: "2025-06-23" } ] } }
      """)
    #expect(
      reading.findings.map { "\($0.file):\($0.line ?? 0) \($0.column ?? "-") \($0.value ?? "-")" }
        == [
          "what-if/w.json:8 days[0].open -",
          "what-if/w.json:7 weights.theme-clsh theme-clsh",
          "what-if/w.json:2 capacity many",
          "what-if/w.json:4 to s9",
          "what-if/w.json:5 strength 5000",
        ])
  }

  @Test(
    "A change that cannot be made says why, and where in the file",
    arguments: [
      (
        "{ table: 'rooms', id: 'r1', set: { id: 'r7' } }",
        "Change 2: a row's id cannot be changed: others refer to it."
      ),
      (
        "{ table: 'rooms', id: 'r1', set: { capacity: 1 }, remove: true }",
        "Change 2: set and remove at once."
      ),
      ("{ table: 'rooms', id: 'r1' }", "Change 2: nothing is asked for."),
      ("{ table: 'rooms', id: 'r1', remove: 'yes' }", "Change 2: 'remove' is not true."),
      ("{ table: 'links', where: {}, remove: true }", "Change 2: 'where' names no cell."),
      (
        "{ table: 'links', where: { from: 's9' }, remove: true }",
        "Change 2: no row of links.csv matches."
      ),
      ("{ table: 'links', remove: true }", "Change 2: the change does not say which row."),
      (
        "{ table: 'rooms', id: 'r1', set: { colour: 'red' } }",
        "Change 2: rooms.csv has no column 'colour'."
      ),
      (
        "{ table: 'rooms', id: 'r1', set: { name: { a: 1 } } }",
        "Change 2: the value of 'name' is not a text."
      ),
      (
        "{ table: 'rooms', id: 'r9', add: { capacity: 1 } }",
        "Change 2: a row that is being added is not there yet."
      ),
      ("{ meeting: 7 }", "Change 2: 'meeting' is not an object of its own."),
    ])
  func refused(change: String, sentence: String) throws {
    let reading = try read("{ meeting: {} },\n\(change)")
    #expect(reading.findings.map(\.sentence) == [sentence])
    #expect(reading.findings.map(\.line) == [2])
  }

  @Test("A table's own column may be set, and a part of a set of rows by what they hold")
  func ownColumns() throws {
    let reading = try Folder.read(
      [
        "links.csv": "from,to,kind,strength,note\ns1,s2,apart,must,x\ns2,s1,apart,3,x\n",
        "what-if/w.json":
          "{ changes: [ { table: 'links', where: { note: 'x', from: 's2' }, set: { strength: 7, note: null } } ] }",
      ], whatIf: "w")
    #expect(reading.findings.map(\.rule) == ["own-column"])
    #expect(reading.scenario?.links.map(\.strength) == [.must, .cost(7)])
  }

  @Test("A limit whose rooms or activities are all gone is removed; one that keeps some stays")
  func limits() throws {
    let limits = """
      id,activities,rooms,kinds,at_most,per,strength
      gone,ws,,WS,1,day,must
      kept,ws;dc,,,1,day,must
      rooms,,big,,1,day,must
      all,,,WS,1,day,must
      """
    let reading = try Folder.read(
      [
        "limits.csv": limits,
        "what-if/w.json": """
        { changes: [ { table: 'programme-elements', id: 'ws', remove: true },
                     { table: 'rooms', id: 'r2', remove: true } ] }
        """,
      ], whatIf: "w")
    #expect(reading.scenario?.limits.map(\.id) == ["kept", "all"])
    #expect(reading.scenario?.limits.first?.activities == [0])
  }

  @Test("A what-if that changes only when rooms and people are there is known as one")
  func onlyAvailability() throws {
    let room = "{ table: \"rooms\", id: \"r1\", set: { available: \"2025-06-23\" } }"
    let person = "{ table: \"people\", id: \"ada\", set: { available: [] } }"
    #expect(try read(room).isAboutAvailability)
    #expect(try read("\(room), \(person)").isAboutAvailability)
    #expect(try !Folder.read().isAboutAvailability)
    for other in [
      "{ table: \"rooms\", id: \"r1\", set: { available: \"2025-06-23\", capacity: 70 } }",
      "{ table: \"rooms\", id: \"r1\", remove: true }",
      "{ meeting: { weights: { \"theme-clash\": 9 } } }",
      "{ table: \"sessions\", id: \"s1\", set: { day: \"2025-06-23\" } }",
    ] {
      #expect(try !read("\(room), \(other)").isAboutAvailability, "\(other)")
    }
  }
}
