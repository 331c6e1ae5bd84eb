// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Scratch
import Tables
import Testing
import Workbooks

@testable import ScenarioFiles

@Suite("A scenario as one workbook")
struct WorkbookScenarioTests {
  @Test("The template says the same as a folder and as a workbook, without a finding")
  func template() throws {
    let scratch = ScratchFolder()
    let folder = scratch.file("meeting")
    try ScenarioTemplate.write(to: folder)
    let book = folder.appending(path: "plan.xlsx")
    try ScenarioTemplate.write(workbook: book)
    let (asFolder, asBook) = (ScenarioFolder.read(folder), ScenarioFolder.read(book))
    #expect(asBook.findings.isEmpty)
    #expect(dumped(asFolder.scenario) == dumped(asBook.scenario))
    #expect(asBook.scenario != nil)
    #expect(ScenarioFolder.whatIfs(in: book) == ["lose-the-hall"])
    let what = [folder, book].map { ScenarioFolder.read($0, whatIf: "lose-the-hall") }
    #expect(dumped(what[0].scenario) == dumped(what[1].scenario))
    #expect(dumped(what[1].scenario) != dumped(asBook.scenario))
    #expect(what[0].changes == what[1].changes)
    #expect(ScenarioFolder.whatIfFindings(in: book).isEmpty)
  }

  @Test("What is there is not written over, and another ending is refused")
  func kept() throws {
    try Book.with(Data("mine".utf8)) { url in
      #expect(throws: TargetFailure.self) { try ScenarioTemplate.write(workbook: url) }
      let bytes = try Data(contentsOf: url)
      #expect(bytes == Data("mine".utf8))
      let other = url.deletingPathExtension().appendingPathExtension("ods")
      #expect(throws: TargetFailure.self) { try ScenarioTemplate.write(workbook: other) }
    }
  }

  @Test("Typed cells are read as the plain forms of the contract")
  func typed() throws {
    try Book.with(Book.plans()) { url in
      let reading = ScenarioFolder.read(url)
      #expect(reading.findings.isEmpty)
      let scenario = try #require(reading.scenario)
      #expect(scenario.rooms.map(\.capacity) == [50, 60, 110])
      #expect(scenario.sessions[0].pin.date == CalendarDate("2025-06-23"))
      #expect(scenario.sessions[0].pin.start == 540)
      #expect(scenario.meeting.days.map(\.label) == ["Day one", "Day 2"])
      #expect(scenario.meeting.days.map(\.starts) == [nil, [540, 600]])
      #expect(scenario.meeting.days[1].open == [540..<780, 840..<900])
    }
  }

  @Test(
    "Sheets are known in other letters, with blanks, and by their files' names",
    arguments: ["Rooms", "ROOMS", " rooms.csv"])
  func names(name: String) throws {
    let rooms = try #require(Book.base.first { $0.name == "rooms" }?.rows)
    #expect(try Book.findings(Book.plans(["rooms": nil, name: rooms])).isEmpty)
  }

  @Test("The digest depends on what the cells say, not on the sheets' order or style")
  func digest() throws {
    func digest(_ plans: [SheetPlan]) throws -> String {
      try Book.with(plans) { ScenarioFolder.read($0).digest }
    }
    let plain = try digest(Book.plans())
    var styled = Book.plans()
    styled[2].widths = [40, 40]
    #expect(try digest(styled.reversed()) == plain)
    let other = try digest(Book.plans(["rooms": "id|capacity\nr1|50\nr2|60\nbig|111"]))
    #expect(other != plain)
    let asked = try Book.with(Book.plans()) { ScenarioFolder.read($0, whatIf: "w").digest }
    #expect(asked != plain)
  }

  @Test(
    "A spreadsheet that has the workbook open is said",
    arguments: ["~$plan.xlsx", ".~lock.plan.xlsx#"])
  func open(lock: String) throws {
    try Book.with(Book.plans()) { url in
      try Data().write(to: url.deletingLastPathComponent().appending(path: lock))
      let findings = ScenarioFolder.read(url).findings
      #expect(findings.map(\.rule) == ["open-workbook"])
      #expect(findings.map(\.severity) == [.note])
    }
  }

  @Test("A folder that holds the workbook alone names it")
  func inFolder() throws {
    try Book.with(Book.plans()) { url in
      let findings = ScenarioFolder.read(url.deletingLastPathComponent()).findings
      #expect(findings.contains { $0.suggestion == "is 'plan.xlsx' meant?" })
    }
  }

  /// Everything that a scenario holds, to compare two: its words in one order, as sets have none.
  private func dumped(_ scenario: Scenario?) -> [String] {
    var text = ""
    dump(scenario, to: &text)
    return text.components(separatedBy: .whitespacesAndNewlines.union(.punctuationCharacters))
      .sorted()
  }
}
