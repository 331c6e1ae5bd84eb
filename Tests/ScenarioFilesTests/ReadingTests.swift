// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import ScenarioFiles
import Scratch
import Testing

@Suite("Reading a scenario")
struct ReadingTests {
  @Test("Rows that are not sessions are named, and the rest is a scenario to judge by")
  func unreadSessions() throws {
    let reading = try Folder.read([
      "sessions.csv":
        "id,activity,minutes,room\nbad,dc,long,\ns1,dc,60,\ns2,ws,60,r1\nlost,gone,60,\n",
      "links.csv": "from,to,kind,strength\nbad,s2,apart,must\ns1,s2,apart,must\n",
      "roles.csv": "person,subject,role\nben,s2,speaker\nada,lost,speaker\n",
    ])
    #expect(reading.unreadSessions == ["bad", "lost"])
    let scenario = try #require(reading.scenario)
    #expect(scenario.sessions.map(\.id) == ["s1", "s2"])
    #expect(scenario.links.map(\.from) == [.session(0)])
    #expect(scenario.roles.map(\.subject) == [.session(1)])
    let graves = reading.findings.filter(\.isGrave)
    #expect(graves.contains { $0.line == 2 && $0.column == "minutes" })
    #expect(graves.contains { $0.line == 5 && $0.column == "activity" })
  }

  @Test("A sound scenario has no findings, and every index points where it should")
  func sound() throws {
    let reading = try Folder.read()
    #expect(reading.findings.isEmpty)
    let scenario = try #require(reading.scenario)
    #expect(scenario.activities.map(\.id) == ["dc", "ws"])
    #expect(scenario.sessions[2].activities == [0, 1])
    #expect(scenario.sessions[1].title == "ws")
    #expect(scenario.sessions[1].themes == ["ai"])
    #expect(scenario.rooms[2].parts == [0, 1])
    #expect(scenario.activities[0].people["contact"] == [0])
    #expect(scenario.people[0].available?.count == 1)
    #expect(reading.digest.count == 64)
  }

  @Test("All findings of all tables come in one run, each with what would be right")
  func allAtOnce() throws {
    let findings = try Folder.findings([
      "rooms.csv": "id,capacity,available\nr1,many,\nr2,60,2025-06-23 13:00-09:00\n",
      "sessions.csv": """
      id,activity,minutes,room,day,start,placement
      s1,dd,60,r3,,,
      s2,ws,61,,2025-6-31,9:00,perhaps
      r1,ws,60,ws,2025-06-25,,
      """,
      "links.csv": "from,to,kind,strength\ns1,s2,apat,0\n",
    ])
    #expect(
      findings == [
        "sessions.csv:3 start 1 cell is read as the contract writes them: '9:00' as 09:00.",
        "rooms.csv:2 id The id 'r1' is taken: sessions.csv, line 4 has a session of that name."
          + " → ids are unique over activities, sessions, rooms and people together",
        "rooms.csv:2 capacity 'many' is not a number that fits here."
          + " → a whole number from 0 to 1000000",
        "rooms.csv:3 available The window '2025-06-23 13:00-09:00' ends before it begins."
          + " → write 2025-06-23 09:00-13:00; one that runs over midnight begins at 12:00 or later"
          + " and ends by 06:00",
        "sessions.csv:2 activity There is no activity 'dd'. → did you mean 'dc'?",
        "sessions.csv:2 room There is no room 'r3'. → did you mean 'r2'?",
        "sessions.csv:3 minutes 61 minutes are not a multiple of the grid of 15. → 75, for one",
        "sessions.csv:3 day '2025-6-31' is not a date. → there is no such day",
        "sessions.csv:3 placement 'perhaps' is not known here. → Known: must, optional",
        "sessions.csv:4 room 'ws' is an activity (programme-elements.csv, line 2); a room is"
          + " expected. → write the id of a room",
        "sessions.csv:4 day 2025-06-25 is not a day of the meeting."
          + " → one of 2025-06-23, 2025-06-24",
        "links.csv:2 kind 'apat' is not known here. → did you mean 'apart'? Known: apart, before,"
          + " same-day, other-day, back-to-back, same-room",
        "links.csv:2 strength '0' is not a strength. → must, or a whole number from 1 to 1000",
      ])
  }

  @Test("An unknown key of the meeting is named with the nearest known one")
  func unknownKey() throws {
    let meeting = Folder.base["meeting.json"]?.replacingOccurrences(
      of: "name: \"M\"", with: "name: \"M\", gridMinute: 15, weights: { \"theme-clsh\": 1 }")
    let findings = try Folder.findings(["meeting.json": meeting])
    #expect(findings.count == 2)
    #expect(
      findings[0].contains("There is no key 'gridMinute' here. → did you mean 'gridMinutes'?"))
    #expect(findings[1].contains("did you mean 'theme-clash'?"))
  }

  @Test("Text that is not JSON is called that, with the line")
  func brokenJSON() throws {
    let reading = try Folder.read(["meeting.json": "{\n id: \"m\",\n name: }"])
    #expect(reading.scenario == nil)
    #expect(reading.findings.first?.severity == .unreadable)
    #expect(reading.findings.first?.line == 3)
  }

  @Test(
    "A missing table of the three is unreadable, any other is empty",
    arguments: [
      ("rooms.csv", false), ("sessions.csv", false), ("meeting.json", false), ("people.csv", true),
    ])
  func missing(file: String, isOptional: Bool) throws {
    var changes: [String: String?] = [file: nil]
    if isOptional {
      changes["roles.csv"] = .some(nil)
      changes["dynamic-coalitions.csv"] = "id,name\ndc,DC\n"
    }
    let findings = try Folder.read(changes).findings
    #expect(findings.contains { $0.severity == .unreadable } == !isOptional)
  }

  @Test("Windows that are there but name no day mean never, not always")
  func never() throws {
    let reading = try Folder.read([
      "people.csv": "id,name,available\nada,Ada,2030-01-01\nben,Ben,\n"
    ])
    #expect(reading.findings.map(\.rule) == ["window-day"])
    #expect(reading.scenario?.people[0].available?.count == 1)
    #expect(reading.scenario?.people[1].available == nil)
  }

  @Test("A misspelt column and a misspelt file are pointed out")
  func misspelt() throws {
    let findings = try Folder.findings([
      "rooms.csv": "id,capacity,featurs\nr1,50,\nr2,60,\nbig,110,\n",
      "role.csv": "person\n", "roles.csv": nil,
    ])
    #expect(findings.contains { $0.contains("The column 'featurs' is not read. → is 'features'") })
    #expect(findings.contains { $0.hasPrefix("role.csv:0 - The file is not read.") })
  }

  @Test("The template reads without a finding and is never written over files")
  func template() throws {
    let scratch = ScratchFolder()
    let folder = scratch.file("meeting")
    try ScenarioTemplate.write(to: folder)
    let reading = ScenarioFolder.read(folder)
    #expect(reading.findings.isEmpty)
    #expect(reading.scenario?.sessions.count == 7)
    #expect(ScenarioFolder.read(folder, whatIf: "lose-the-hall").findings.isEmpty)
    #expect(throws: TargetFailure.self) { try ScenarioTemplate.write(to: folder) }
  }

  @Test(
    "The scenarios of the repository read without an error",
    arguments: [
      "small", "igf-2023-kyoto",
    ])
  func scenarios(name: String) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Scenarios/\(name)").standardized
    let reading = ScenarioFolder.read(folder)
    #expect(reading.findings.isEmpty)
    #expect(reading.scenario != nil)
  }
}
