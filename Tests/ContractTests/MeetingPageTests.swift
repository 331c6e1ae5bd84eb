// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Testing

@testable import ScenarioFiles

@Suite("scenario-format.md tells meeting.json and the workbook's sheets as they are read")
struct MeetingPageTests {
  private let page: ContractPage

  init() throws { page = try ContractPage("Scenarios/scenario-format.md") }

  private var rows: [[String]] {
    page.section("meeting.json").table(["key", "meaning", "default"])
  }

  @Test("Every key, in order, and no other")
  func keys() { #expect(rows.flatMap { ($0.first ?? "").code } == MeetingFile.keys) }

  @Test("A meeting that leaves a key out has the default of the page")
  func defaults() throws {
    let reporter = Reporter()
    let meeting = try #require(
      MeetingFile(reporter, [:]).meeting([
        "id": "m", "name": "M", "timeZone": "Europe/Oslo",
        "days": [["date": "2025-06-23", "open": ["09:00-18:00"]]],
      ]))
    #expect(reporter.findings.isEmpty)
    func told(_ key: String) -> String? {
      rows.first { $0.first == "`\(key)`" }?.last.map { $0.code.first ?? $0 }
    }
    let hours = meeting.localHours
    #expect(told("gridMinutes") == "\(meeting.gridMinutes)")
    #expect(told("turnoverMinutes") == "\(meeting.turnoverMinutes)")
    #expect(told("transferMinutes") == "\(meeting.transferMinutes)")
    #expect(
      told("localHours")
        == "\(ClockTime.text(hours.lowerBound))-\(ClockTime.text(hours.upperBound))")
    #expect(told("eligibility") == "\(meeting.eligibility)")
    #expect(told("calendar") == "none" && meeting.calendar == nil)
  }

  @Test(
    "What the page calls required is asked for by name",
    arguments: ["id", "name", "timeZone", "days"])
  func required(key: String) {
    var object: [String: Any] = [
      "id": "m", "name": "M", "timeZone": "Europe/Oslo",
      "days": [["date": "2025-06-23", "open": ["09:00-18:00"]]],
    ]
    object[key] = nil
    let reporter = Reporter()
    #expect(MeetingFile(reporter, [:]).meeting(object) == nil)
    #expect(reporter.findings.map(\.column) == [key])
    #expect(rows.contains { ($0.first ?? "").code.contains(key) && $0.last == "required" })
  }

  @Test("Every sheet that is no table, and no other")
  func sheets() {
    let told = page.section("One workbook").table(["sheet", "rows"]).flatMap {
      ($0.first ?? "").code
    }
    let own = SheetRole.all.filter { if case .table = $0 { false } else { true } }.map(\.name)
    #expect(Set(told) == Set(own))
    #expect(told.count == own.count)
  }
}
