// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Testing

@testable import ScenarioFiles

@Suite("Changes typed on the command line")
struct TypedChangeTests {
  /// A change as typed, and the same as a file holds it.
  static let pairs: [(typed: String, file: String)] = [
    (
      "rooms ws3 available=2023-10-09",
      #"{"table":"rooms","id":"ws3","set":{"available":"2023-10-09"}}"#
    ),
    (
      "rooms ws3 set capacity=70 name=",
      #"{"table":"rooms","id":"ws3","set":{"capacity":"70","name":""}}"#
    ),
    (
      "rooms r available=\"2023-10-09 09:00-12:00\"",
      #"{"table":"rooms","id":"r","set":{"available":"2023-10-09 09:00-12:00"}}"#
    ),
    (
      "sessions s title='It''s \"x\"' 'themes=a;b'",
      #"{"table":"sessions","id":"s","set":{"title":"It's \"x\"","themes":"a;b"}}"#
    ),
    ("sessions dc-1 remove", #"{"table":"sessions","id":"dc-1","remove":true}"#),
    (
      "sessions add id=x activity=dc minutes=60",
      #"{"table":"sessions","add":{"id":"x","activity":"dc","minutes":"60"}}"#
    ),
    (
      "links where from=a to=b remove",
      #"{"table":"links","where":{"from":"a","to":"b"},"remove":true}"#
    ),
    (
      "links where from=a set strength=5",
      #"{"table":"links","where":{"from":"a"},"set":{"strength":"5"}}"#
    ),
    (
      "meeting weights.theme-clash=10 name=\"A B\"",
      #"{"meeting":{"weights":{"theme-clash":10},"name":"A B"}}"#
    ),
    (
      "meeting weights.wish=null turnoverMinutes=5 localHours=07:00-22:00",
      #"{"meeting":{"weights":{"wish":null},"turnoverMinutes":5,"localHours":"07:00-22:00"}}"#
    ),
  ]

  @Test("Every form means what the same words mean in a file", arguments: pairs)
  func forms(pair: (typed: String, file: String)) throws {
    var parser = JSON5Parser(pair.file)
    let wanted = try #require(try parser.parse() as? [String: Any])
    let changes = try TypedChange.parse(pair.typed)
    #expect(changes.count == 1)
    #expect(NSDictionary(dictionary: changes[0]) == NSDictionary(dictionary: wanted))
  }

  @Test("A plus joins changes, but not inside quotes")
  func joined() throws {
    let changes = try TypedChange.parse("rooms a remove + rooms b name='x + y' + meeting name=z")
    #expect(changes.count == 3)
    #expect((changes[1]["set"] as? [String: String]) == ["name": "x + y"])
  }

  @Test(
    "What cannot be meant is said in a sentence",
    arguments: [
      ("", "nothing is asked for"), ("rooms", "after 'rooms', a row's id"),
      ("rooms x", "after 'x', COLUMN=VALUE is expected"),
      ("rooms capacity=5", "which row of rooms?"), ("rooms x capacity", "COLUMN=VALUE is expected"),
      ("rooms x remove y=1", "nothing can follow 'remove'"),
      ("rooms x a='b", "a quote is never closed"),
      ("rooms x a=1 a=2", "'a' is given twice"), ("rooms x remove +", "a change is missing"),
      ("meeting", "after 'meeting', KEY=VALUE"), ("links where remove", "after 'where'"),
      ("a" + String(repeating: ".x", count: 20_000) + "=1", "a row's id"),
      (
        "meeting " + String(repeating: "a.", count: 20_000) + "b=1",
        "the path is nested too deeply: 20001 keys, at most 32"
      ),
    ])
  func faults(pair: (text: String, words: String)) {
    do throws(TypedChange.Failure) {
      _ = try TypedChange.parse(pair.text)
      Issue.record("'\(pair.text)' was taken")
    } catch {
      #expect(error.sentence.contains(pair.words), "\(error.sentence)")
      #expect(error.sentence.count < 400, "what was typed is not said in full where it is long")
    }
  }

  @Test(
    "An unknown table, id or column names the nearest",
    arguments: [
      ("romms r1 capacity=5", "did you mean 'rooms'?"),
      ("rooms r11 capacity=5", "did you mean 'r1'?"),
      ("rooms r1 capcity=5", "did you mean 'capacity'?"),
      ("roles add person=add subject=s1", "did you mean 'ada'?"),
    ])
  func nearest(pair: (text: String, words: String)) throws {
    let findings = try Folder.findings([:], asking: .typed(pair.text))
    #expect(
      findings.contains { $0.hasPrefix("--change:0") && $0.contains(pair.words) }, "\(findings)")
  }

  @Test("A path as deep as a file may be is taken")
  func deep() throws {
    let path = Array(repeating: "a", count: 32).joined(separator: ".")
    #expect(try TypedChange.parse("meeting \(path)=1").count == 1)
  }

  @Test("Of several typed what-ifs, findings name the one that is wrong")
  func numbers() throws {
    func sentences(_ text: String, _ number: Int?) throws -> [String] {
      try Folder.read([:], asking: .typed(text), number: number).findings.map(\.sentence)
    }
    #expect(
      try sentences("rooms foo capacity=1", 2) == ["Change 2: rooms.csv has no row 'foo'."])
    #expect(
      try sentences("rooms r1 capacity=1 + rooms foo capacity=1", 3) == [
        "Change 3, part 2 of 2: rooms.csv has no row 'foo'."
      ])
    #expect(try sentences("rooms", 4).first?.hasPrefix("Change 4: 'rooms': ") == true)
    #expect(
      try sentences("rooms r1 capacity=1 + rooms foo capacity=1", nil) == [
        "Change 2: rooms.csv has no row 'foo'."
      ])
  }

  @Test("The question is made from the changes where none is asked")
  func question() throws {
    let reading = try Folder.read(
      [:],
      asking: .typed(
        "people ada available=2025-06-24 + meeting weights.theme-clash=9 + rooms r1 remove"))
    #expect(
      reading.question
        == "What if person ada (Ada) has available “2025-06-24” instead of “2025-06-23”,"
        + " the meeting's weights.theme-clash is “9” instead of its default and room r1 is removed?"
    )
    #expect(reading.scenario?.meeting.weights[.themeClash] == 9)
    #expect(reading.scenario?.rooms.map(\.id) == ["r2"])
    let empty = try Folder.read(
      ["what-if/w.json": "{ changes: [ { table: \"rooms\", id: \"r1\", remove: true } ] }"],
      whatIf: "w")
    #expect(empty.question == "What if room r1 is removed?")
  }

  @Test("Values in other forms are read, and noted as cells are: in set, add and where, once each")
  func spellings() throws {
    let changes = #"""
      { question: "?", changes: [
        { table: "sessions", id: "s1", set: { start: "9.30", day: "23.06.2025", minutes: 90 } },
        { table: "rooms", add: { id: "r9", capacity: "1'200 seats" } },
        { table: "links", where: { from: "s1", to: "s2", strength: "MUST" }, set: { strength: "5.0" } } ] }
      """#
    let notes = try Folder.read(["what-if/w.json": changes], whatIf: "w").findings
      .filter { $0.rule == "spelling" }
    #expect(notes.map(\.value) == ["23.06.2025", "9.30", "1'200 seats", "5.0"])
    #expect(notes.map(\.line) == [2, 2, 3, 4] && notes.allSatisfy { $0.severity == .note })
    #expect(notes.first?.sentence.contains("'23.06.2025' as 2025-06-23") == true)
    let typed = try Folder.read([:], asking: .typed("sessions s1 start=9.30"), number: 2)
    let said = typed.findings.filter { $0.rule == "spelling" }.map(\.sentence)
    #expect(said.count == 1 && said[0].hasPrefix("Change 2: ") && said[0].contains("as 09:30"))
    #expect(typed.scenario?.sessions[0].pin.start == 570)
  }
}
