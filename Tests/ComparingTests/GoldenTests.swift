// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import ScenarioFiles
import Testing

@testable import Comparing

/// Whole reports about `Scenarios/small`, byte for byte. `RECORD=1 swift test --filter GoldenReports`
/// writes them anew; read the difference before committing it.
@Suite("Golden reports")
struct GoldenReports {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()
  private static let small = here.appending(path: "../../Scenarios/small").standardized

  private static let drafted = """
    opening-1 23 09:00 hall,cables-1 23 10:45 fell,pnai-1 23 10:45 fjord,youth-1 23 13:30 fell,\
    iot-1 23 13:30 fjord,main-ai 23 13:30 hall,town-1 23 15:15 fell,iot-2 23 15:15 fjord,\
    access-1 24 09:00 fjord,cyber-1 24 09:00 hall,nri-1 24 10:45 fjord,main-sec 24 10:45 hall
    """
  private static let byHand = """
    opening-1 23 09:00 hall,cables-1 23 10:45 fell,pnai-1 23 10:45 hall,youth-1 23 15:15 fell,\
    iot-1 23 13:30 fjord,main-ai 23 13:30 hall,iot-2 23 15:15 fjord,\
    access-1 24 10:45 fjord,cyber-1 24 09:00 hall,nri-1 24 09:00 fjord,main-sec 24 10:45 hall
    """

  private func schedule(_ rows: String) -> Schedule {
    Schedule(
      rows: rows.split(separator: ",").map { row in
        let words = row.split(separator: " ").map(String.init)
        let date = CalendarDate("2025-06-\(words[1])") ?? CalendarDate(dayNumber: 0)
        let minute = ClockTime.minutes(words[2]) ?? 0
        return .placed(words[0], WallTime(date, minuteOfDay: minute), words[3])
      })
  }

  private func same(_ name: String, _ text: String) throws {
    let url = Self.here.appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: url)
    }
    #expect(text == (try String(contentsOf: url, encoding: .utf8)), "\(name)")
  }

  private func json(_ object: [String: Any]) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  @Test("A comparison as text, tables, data and page")
  func comparison() throws {
    let scenario = try #require(ScenarioFolder.read(Self.small).scenario)
    let comparison = Comparison(
      Side("draft", scenario, schedule(Self.drafted)),
      Side("by-hand", scenario, schedule(Self.byHand)))
    try same("compare.txt", ComparisonText.text(comparison))
    try same("compare.csv", ComparisonCSV.sessions(comparison))
    try same("compare-costs.csv", ComparisonCSV.costs(comparison))
    try same("compare-people.csv", ComparisonCSV.people(comparison))
    try same("compare.json", json(ComparisonJSON.object(comparison)))
    try same("compare.html", ComparisonHTML.text(comparison))
  }

  @Test("A study as text, table, data and page, with every sort of answer")
  func study() throws {
    let base = try #require(ScenarioFolder.read(Self.small).scenario)
    func answer(_ name: String, _ change: String, _ rows: String?) throws -> WhatIfAnswer {
      let reading = ScenarioFolder.read(Self.small, asking: .typed(change))
      return WhatIfAnswer(
        name: name, question: reading.question ?? "", changes: reading.changes,
        state: rows == nil ? .infeasible : .feasible, objective: rows == nil ? nil : 100,
        bound: rows == nil ? nil : 40, scenario: reading.scenario,
        schedule: rows.map(schedule))
    }
    let lost = Self.byHand.replacing("iot-2 23 15:15 fjord", with: "iot-2 23 15:15 hall")
    let study = WhatIfStudy(
      base,
      base: WhatIfAnswer(
        name: "base", question: "The programme as it is.", state: .optimal, objective: 9,
        bound: 9, scenario: base, schedule: schedule(Self.drafted)),
      from: .draft(
        BaseDraft(
          number: 3, day: CalendarDate("2026-11-25"), folder: "Output/small",
          isOfTheseTables: true, isEdited: false)),
      answers: [
        try answer(
          "lost", "rooms fjord available=\"2025-06-23 09:00-15:00;2025-06-24\"", lost),
        try answer(
          "more", "sessions where id=town-1 remove + meeting weights.theme-clash=40",
          Self.byHand),
        try answer("never", "rooms hall remove", nil),
        WhatIfAnswer(
          name: "refused", question: "What if it is wrong?", state: .refused,
          notes: ["what-if/refused.json, line 3, column table: there is no table 'room'."]),
        WhatIfAnswer(
          name: "failed", question: "What if it crashes?", state: .failed,
          notes: ["Its process was ended by signal 9 (Killed)."], scenario: base),
      ], pricesMoves: true)
    try same("what-if.txt", StudyText.text(study))
    try same("what-if.csv", StudyCSV.text(study))
    try same("what-if.json", json(StudyJSON.object(study)))
    try same("what-if.html", StudyHTML.text(study))
  }

  @Test("Hostile titles and names stay text in page and table")
  func hostile() throws {
    var pair = Pair()
    let evil = "</title></svg><script>alert(1)</script>&\"'\u{202E}"
    pair.add("a") { $0.title = evil }
    pair.add("b") { $0.title = "=HYPERLINK(1)" }
    pair.add(person: "ada", in: ["a"]) { $0.name = evil }
    pair.scenario.rooms[0].name = evil
    pair.scenario.meeting.name = evil
    let comparison = Comparison(
      Side(evil, pair.scenario, Pair.schedule("a 09:00 r1,b 10:00 r1")),
      Side("B", pair.scenario, Pair.schedule("a 11:00 r2,b 12:00 r1")))
    let html = ComparisonHTML.text(comparison)
    #expect(!html.contains("<script") && !html.contains("\u{202E}"))
    #expect(
      html.components(separatedBy: "<svg").count == html.components(separatedBy: "</svg>").count)
    #expect(ComparisonCSV.sessions(comparison).contains("'=HYPERLINK(1)"))
  }
}
