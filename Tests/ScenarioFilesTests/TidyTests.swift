// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Foundation
import Tables
import Testing

@testable import ScenarioFiles

@Suite("Tidying writes the tables as the contract does, and loses nothing")
struct TidyTests {
  /// What a table becomes, as text; `nil` where it stays as it is.
  private static func tidied(_ changes: [String: String?], _ file: String) throws -> String? {
    try Folder.with(changes) { folder in
      TidyPlan(folder).files.first { $0.name == file }.map {
        String(decoding: $0.after, as: UTF8.self)
      }
    }
  }

  @Test(
    "Cells, headings, separators, lists, blank rows and a title; own columns and the rows' order stay"
  )
  func plain() throws {
    let text = """
      sep=;\r
      Sessions of the year;;;;\r
      \r
      ID;Activity;Minutes (length);Our note;Start Time;;Day\r
      s2;ws;90 min;" keep ";9.30;;24.06.2025\r
      ;;;;;;\r
      s1;"dc, ws";60,0;a;;;\r

      """
    #expect(
      try Self.tidied(["sessions.csv": text], "sessions.csv")
        == "id,activity,minutes,Our note,start,day\n"
        + "s2,ws,90,\" keep \",09:30,2025-06-24\ns1,dc;ws,60,a,,\n")
  }

  @Test("Each change is a value with its line, what stood there and why")
  func facts() throws {
    let text = "\u{FEFF}id,Capacity,parts\n\nr1,50 seats,\n,,\nr2,60,\nbig,110,\"r1, r2\"\n"
    try Folder.with(["rooms.csv": text]) { folder in
      let file = try #require(TidyPlan(folder).files.first)
      #expect(file.layout == [.byteOrderMark, .blankRows([4])])
      #expect(file.headings == [.init(line: 1, value: "Capacity", plain: "capacity")])
      #expect(file.cells.map(\.line) == [3, 6])
      #expect(file.cells.map(\.plain) == ["50", "r1;r2"])
      #expect(file.cells.map(\.reason) == [.spelling([.unit]), .spelling([.separator])])
    }
  }

  @Test("Names become ids where they are one thing's alone; a name with a comma is one name")
  func names() throws {
    let rooms = "id,name,capacity\nr1,\"Hall, Main\",50\nr2,Blue,60\nr3,Blue,60\n"
    let sessions =
      "id,activity,minutes,room\ns1,DC,60,\"hall,  main\"\ns2,ws,60,Blue\nj,dc;ws,90,r1\n"
    let changes: [String: String?] = [
      "rooms.csv": rooms, "sessions.csv": sessions, "wishes.csv": nil,
      "dynamic-coalitions.csv": "id,name,contact\ndc,Dynamic One,\"Ada, Ben\"\n",
      "people.csv": "id,name\nada,Ada\nben,Ben\n",
    ]
    #expect(
      try Self.tidied(changes, "sessions.csv")
        == "id,activity,minutes,room\ns1,DC,60,r1\ns2,ws,60,Blue\nj,dc;ws,90,r1\n")
    #expect(
      try Self.tidied(changes, "dynamic-coalitions.csv")
        == "id,name,contact\ndc,Dynamic One,ada;ben\n")
    try Folder.with(changes) { folder in
      let left = TidyPlan(folder).left.filter { $0.rule == "name-for-id" }
      #expect(left.map(\.value) == ["Blue"])
    }
  }

  @Test("What has two readings or none stays, and is named")
  func left() throws {
    let sessions = "id,activity,minutes,day,start\ns1,dc,60,06/07/2026,9\ns2,ws,about 60,,\n"
    try Folder.with(["sessions.csv": sessions, "wishes.csv": nil]) { folder in
      let plan = TidyPlan(folder)
      #expect(plan.isEmpty)
      #expect(plan.left.filter(\.isGrave).map(\.value) == ["06/07/2026", "9", "about 60"])
    }
  }

  @Test("Texts in other encodings, in every file; meeting.json keeps every letter and comment")
  func encodings() throws {
    try Folder.with([:]) { folder in
      let meeting = try #require(Folder.base["meeting.json"])
      let utf16 = try #require(("\u{FEFF}" + meeting).data(using: .utf16LittleEndian))
      try utf16.write(to: folder.appending(path: "meeting.json"))
      try #require("id,name,capacity\r\nr1,Größe,5\r\n".data(using: .windowsCP1252))
        .write(to: folder.appending(path: "rooms.csv"))
      let files = TidyPlan(folder).files
      #expect(files.map(\.name) == ["meeting.json", "rooms.csv"])
      #expect(files[0].after == Data(meeting.utf8))
      #expect(files[1].after == Data("id,name,capacity\nr1,Größe,5\n".utf8))
      #expect(files[1].layout == [.encoding("Windows-1252"), .lineEnds])
    }
  }

  @Test(
    "A table under another name gets its own, where it can be no other table and none is there",
    arguments: [
      ("Limits.CSV", true), ("Annual meeting - limits.csv", true), ("limits (1).csv", true),
      ("limits-old.csv", false), ("Copy of limits.csv", false),
    ])
  func fileNames(name: String, isMeant: Bool) throws {
    let text = Folder.base["limits.csv"]
    try Folder.with(["limits.csv": nil, name: text]) { folder in
      let file = TidyPlan(folder).files.first
      #expect(file?.oldName == (isMeant ? name : nil))
      #expect(file?.name == (isMeant ? "limits.csv" : nil))
    }
    try Folder.with([name: text]) { #expect(TidyPlan($0).isEmpty) }
    try Folder.with(["limits.csv": nil, name: "a,b\n1,2\n"]) { #expect(TidyPlan($0).isEmpty) }
  }

  @Test("A table whose headings clash, and one that is not text, stay; the others are tidied")
  func unreadable() throws {
    let changes = [
      "people.csv": "id,name,NAME (full),Name\nada,Ada,,\n", "links.csv": "from,to\n\"s1,s2\n",
      "rooms.csv": "id;capacity\nr1;50\nr2;60\n",
    ]
    try Folder.with(changes) { folder in
      let plan = TidyPlan(folder)
      #expect(plan.files.map(\.name) == ["rooms.csv"])
      #expect(plan.left.contains { $0.file == "links.csv" && $0.rule == "open-quote" })
    }
  }

  @Test("A text that would read differently in the plain form is not written")
  func unsafe() throws {
    try Folder.with(["people.csv": "sep=,\nid,a;b;c;d\nada,x\nben,\n"]) { folder in
      let plan = TidyPlan(folder)
      #expect(plan.isEmpty && plan.left.contains { $0.rule == "tidy" && $0.file == "people.csv" })
    }
  }

  @Test("meeting.json: values in another form alone, where the same letters are nothing else")
  func meeting() throws {
    func tidied(_ name: String) throws -> String? {
      try Self.tidied(
        [
          "meeting.json": """
          // 9:00-13:00, as agreed
          { id: 'm', name: '\(name)', timeZone: 'Europe/Oslo', days: [
            { date: '23.06.2025', open: ['9:00-13:00'] }, { date: "2025-06-24", open: ["9:00-13:00"] } ] }
          """
        ], "meeting.json")
    }
    #expect(
      try tidied("M") == """
        // 9:00-13:00, as agreed
        { id: 'm', name: 'M', timeZone: 'Europe/Oslo', days: [
          { date: '2025-06-23', open: ['09:00-13:00'] }, { date: "2025-06-24", open: ["09:00-13:00"] } ] }
        """)
    #expect(try tidied("9:00-13:00")?.contains("name: '9:00-13:00'") == true)
    #expect(try tidied("9:00-13:00")?.contains("open: ['9:00-13:00']") == true)
  }
}
