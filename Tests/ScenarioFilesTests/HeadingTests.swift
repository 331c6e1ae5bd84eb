// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

@testable import ScenarioFiles

@Suite("Headings and file names as people write them")
struct HeadingTests {
  @Test(
    "A heading that can mean one column is read as it, with a note",
    arguments: [
      ("Id,Activity,Minutes,Start", "start"), ("ID,ACTIVITY,MINUTES,START TIME", "start"),
      ("id,activity,minutes,Start time", "start"), ("id,activity,Duration (min),start", "minutes"),
      ("id,activity,minutes,start (local)", "start"), ("Session ID,activity,minutes,start", "id"),
      ("id,activity,minutes,start:", "start"), ("id,activity,minutes,ｓｔａｒｔ", "start"),
      ("id,activity,minutes,\u{200B}start\u{A0}", "start"),
      ("\u{FEFF}id ,activity,minutes,start*", "start"),
    ])
  func read(header: String, column: String) throws {
    let reading = try Folder.read([
      "sessions.csv": "\(header)\ns1,dc,60,09:00\ns2,ws,60,\nj,dc;ws,90,\n"
    ])
    let scenario = try #require(reading.scenario)
    #expect(scenario.sessions.map(\.id) == ["s1", "s2", "j"])
    #expect(scenario.sessions[0].pin.start == 540 && scenario.sessions[0].minutes == 60)
    let rules = reading.findings.map(\.rule)
    #expect(rules == ["heading"] || (rules.isEmpty && header.contains("\u{200B}")))
  }

  @Test("Brackets hold units and remarks")
  func units() throws {
    let reading = try Folder.read([
      "sessions.csv": "id,activity,minutes,Audience (seats)\ns1,dc,60,40\ns2,ws,60,\nj,dc;ws,90,\n",
      "rooms.csv": "id,Capacity [people],parts\nr1,50,\nr2,60,\nbig,110,r1;r2\n",
    ])
    #expect(reading.scenario?.sessions[0].audience == 40)
    #expect(reading.scenario?.rooms[0].capacity == 50)
    #expect(reading.findings.map(\.rule) == ["heading", "heading"])
  }

  @Test("A table's title and blank rows above the header are passed over, with a note")
  func title() throws {
    let reading = try Folder.read([
      "rooms.csv": "Rooms of the venue,,\n,,\nid,capacity,parts\nr1,50,\nr2,60,\nbig,110,r1;r2\n"
    ])
    #expect(reading.findings.map(\.rule) == ["title-rows"])
    #expect(reading.scenario?.rooms.count == 3)
  }

  @Test("Columns that are not read are named once for the table, with what they may be")
  func unread() throws {
    let findings = try Folder.findings([
      "sessions.csv":
        "id,activity,minutes,room,topics,Allowd,proposer\ns1,dc,60,,a,,x\ns2,ws,60,r1,,,\nj,dc;ws,90,,,,\n"
    ])
    #expect(
      findings == [
        "sessions.csv:1 topics The columns 'topics', 'Allowd', 'proposer' are not read."
          + " → is 'themes' meant by 'topics'? is 'allowed' meant by 'Allowd'?"
      ])
  }

  @Test("Columns of the user's own are a note; those of a publication are read without one")
  func own() throws {
    let reading = try Folder.read([
      "sessions.csv":
        "id,activity,minutes,room,description,languages,Conference,proposer\ns1,dc,60,,About,en,https://x.example,\ns2,ws,60,r1,,,,\nj,dc;ws,90,,,,,\n"
    ])
    #expect(reading.findings.map(\.rule) == ["heading", "own-column"])
    #expect(reading.findings.map(\.severity) == [.note, .note])
    #expect(reading.scenario?.sessions[0].cells["conference"] == "https://x.example")
  }

  @Test("Two headings for one column are refused; the column's own name comes before others")
  func double() throws {
    let two = try Folder.read(["rooms.csv": "id,Capacity,CAPACITY\nr1,5,6\n"])
    #expect(two.findings.contains { $0.rule == "duplicate-column" && $0.isGrave })
    let own = try Folder.read([
      "rooms.csv": "id,capacity,Capacity,parts\nr1,50,1,\nr2,60,1,\nbig,110,1,r1;r2\n"
    ])
    #expect(own.scenario?.rooms[0].capacity == 50)
    #expect(own.findings.map(\.rule) == ["unknown-column"])
  }

  @Test(
    "A file that holds a missing table's name is named",
    arguments: [
      ("Annual meeting - links.csv", "links.csv"), ("Links.CSV", "links.csv"),
      ("links.xlsx", "links.csv"), ("links.ods", "links.csv"), ("links.tsv", "links.csv"),
      ("links (1).csv", "links.csv"), ("link.csv", "links.csv"), ("Copy of LINKS.txt", "links.csv"),
      ("links.csv.txt", "links.csv"), ("IGF_links_v2.csv", "links.csv"),
    ])
  func strays(name: String, table: String) throws {
    let missing = try Folder.read([name: "x\n", table: nil])
    #expect(missing.findings.map(\.rule) == ["unknown-file"])
    #expect(missing.findings.first?.severity == .warning)
    #expect(missing.findings.first?.suggestion?.hasPrefix("is '\(table)' meant?") == true)
    // Beside the table it may be a newer copy of it.
    let both = try Folder.read([name: "x\n"])
    #expect(both.findings.map(\.severity) == [.note])
  }

  @Test(
    "Other files are nobody's business",
    arguments: ["published.csv", "README.md", "budget.xlsx", "schedule.csv", ".links.csv.swp"])
  func others(name: String) throws {
    #expect(try Folder.read([name: "x\n", "links.csv": nil]).findings.isEmpty)
  }

  @Test("A needed file under another name is named where it is missed")
  func missing() throws {
    let reading = try Folder.read([
      "rooms.csv": nil, "Rooms.csv": "id\n", "meeting.json": nil, "Meeting.json.txt": "{}",
    ])
    let suggestions = reading.findings.filter { $0.rule == "missing-file" }.compactMap(\.suggestion)
    #expect(suggestions == ["is 'Meeting.json.txt' meant?", "is 'Rooms.csv' meant?"])
  }
}
