// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Rules
import ScenarioFiles
import Testing

@testable import Reports

@Suite("The review that is handed out")
struct ReportTests {
  private func kyoto() throws -> (scenario: Scenario, review: Review, report: Report) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Scenarios/igf-2023-kyoto").standardized
    let scenario = try #require(ScenarioFolder.read(folder).scenario)
    let schedule = try #require(
      ScheduleFile.read(folder.appending(path: "published.csv"), against: scenario).schedule)
    let review = Review(scenario: scenario, schedule: schedule)
    return (scenario, review, Report(scenario, schedule, review))
  }

  private func tables(_ report: Report) -> [Report.Table] {
    report.sections.flatMap(\.blocks).compactMap { block in
      switch block {
      case .table(let table), .picture(_, let table): table
      case .text, .list, .timetable: nil
      }
    }
  }

  @Test("The rules' table is the referee's, and causes add up to it rule by rule")
  func sums() throws {
    let (_, review, report) = try kyoto()
    let tables = tables(report)
    let rules = try #require(tables.first { $0.caption == "Soft rules" })
    for cost in review.costs {
      let row = try #require(rules.rows.first { $0[1] == .text(cost.rule.rawValue) })
      #expect(row[2] == .number(cost.units))
      #expect(row[4] == .number(cost.cost))
      let causes = tables.first {
        $0.caption.contains("(\(cost.rule.rawValue)): what they come from")
      }
      let sum = (causes?.rows ?? []).reduce(0) { sum, row in
        if case .number(let units) = row[2] { sum + units } else { sum }
      }
      #expect(sum == cost.units)
    }
    #expect(rules.rows.last?[4] == .number(review.objective))
    let broken = try #require(tables.first { $0.caption == "Hard rules" }).rows.reduce(0) {
      if case .number(let count) = $1[3] { $0 + count } else { $0 }
    }
    #expect(broken == review.violations.count)
  }

  @Test("Every placed session is in the timetable once, with each problem marked on it")
  func timetable() throws {
    let (_, review, report) = try kyoto()
    let entries = report.sections.flatMap(\.blocks).flatMap { block in
      if case .timetable(let day) = block { day.entries } else { [Report.DayTimetable.Entry]() }
    }
    #expect(entries.count == 46)
    #expect(Set(entries.map(\.session)).count == 46)
    let hall = entries.filter { !$0.broken.isEmpty }.map(\.session).sorted()
    #expect(hall == ["MAIN-GDC", "PNIF"])
    let clash = try #require(review.costs.first { $0.rule == .kindClash }?.causes.first)
    for session in clash.sessions {
      let entry = try #require(entries.first { $0.session == session })
      #expect(entry.costs.contains { $0.hasPrefix(SoftRule.kindClash.words.mark) })
    }
  }

  @Test("Every number on the page is in the data")
  func numbers() throws {
    let (_, _, report) = try kyoto()
    let html = ReportHTML.text(report)
    let json = try ReportJSON.text(report)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    var known: [String] = []
    func collect(_ value: Any) {
      switch value {
      case let members as [String: Any]:
        if let part = members["count"] as? Int, let whole = members["of"] as? Int {
          known.append("\(part) of \(whole)")
        }
        members.values.forEach(collect)
      case let list as [Any]: list.forEach(collect)
      case let number as Int: known.append("\(number)")
      default: break
      }
    }
    collect(object)
    let cells = html.matches(of: /<td class="n">([^<]*)<\/td>/).map { String($0.1) }
    #expect(cells.count > 200)
    let values = Set(known)
    for cell in cells {
      let number = cell.prefix { $0 != "(" }.trimmingCharacters(in: .whitespaces)
      #expect(values.contains(number), "\(cell)")
    }
  }

  @Test("Hostile names stay text in page and Markdown")
  func hostile() throws {
    var (scenario, review, _) = try kyoto()
    scenario.sessions[0].title = "</td><script>alert(1)</script> | ` \u{202E}x \u{0}"
    let schedule = Schedule(
      rows: [
        .placed(
          scenario.sessions[0].id, WallTime(scenario.meeting.days[0].date, minuteOfDay: 540), "b-1")
      ])
    review = Review(scenario: scenario, schedule: schedule)
    let report = Report(scenario, schedule, review)
    let html = ReportHTML.text(report)
    #expect(!html.contains("<script"))
    #expect(!html.unicodeScalars.contains("\u{202E}"))
    #expect(!html.unicodeScalars.contains("\u{0}"))
    #expect(ReportMarkdown.text(report).contains("\\</td\\>\\<script\\>"))
  }

  @Test("The same review gives the same bytes")
  func same() throws {
    let (_, _, report) = try kyoto()
    let (_, _, again) = try kyoto()
    #expect(ReportHTML.text(report) == ReportHTML.text(again))
    #expect(try ReportJSON.text(report) == ReportJSON.text(again))
    #expect(ReportMarkdown.text(report) == ReportMarkdown.text(again))
  }

  @Test("Links fare as the review says, and suggestions are rows that read back")
  func linkages() throws {
    let (scenario, _, report) = try kyoto()
    let tables = tables(report)
    let links = try #require(tables.first { $0.caption == "Links" })
    #expect(links.rows.count == scenario.links.count)
    let broken = links.rows.filter { $0[4] == .state(.bad, "broken") }.map { $0[0].words }
    #expect(broken.count == 3)
    for id in ["bpf.cyber", "pn.if", "ws.396"] {
      #expect(broken.contains { $0.hasSuffix("(\(id))") }, "\(id)")
    }
    let suggested = try #require(tables.first { $0.caption == "Suggested links" })
    let ids = Set(scenario.activities.map(\.id))
    for row in suggested.rows {
      guard case .code(let text) = row[4] else {
        Issue.record("no row to paste")
        continue
      }
      let cells = text.split(separator: ",", omittingEmptySubsequences: false)
      #expect(ids.contains(String(cells[0])) && ids.contains(String(cells[1])))
      #expect(cells[2] == "apart" && cells[3] == "5")
    }
  }

  /// Two people online whose names begin alike, one of them at an awkward hour.
  private func alike() throws -> (scenario: Scenario, schedule: Schedule) {
    let zone = try #require(ZoneClock("Europe/Oslo"))
    let far = try #require(ZoneClock("America/New_York"))
    let date = CalendarDate(dayNumber: 20_262)
    var scenario = Scenario(
      meeting: Meeting(
        id: "m", name: "M", zone: zone,
        days: [Day(date: date, label: "Day 1", open: [540..<1080])]))
    scenario.rooms = [Room(id: "r", name: "R", capacity: 500)]
    scenario.activities = [Activity(id: "a", name: "A", kind: Kind("WS"))]
    scenario.sessions = [
      Session(id: "s", activities: [0], title: "S", minutes: 60),
      Session(id: "t", activities: [0], title: "T", minutes: 60),
    ]
    scenario.people = [
      Person(id: "ann", name: "Ann", zone: zone, presence: .online),
      Person(id: "ann-lee", name: "Ann Lee", zone: far, presence: .online),
    ]
    scenario.roles = (0..<2).map { Role(person: $0, subject: .session(0), role: "speaker") }
    return (scenario, Schedule(rows: [.placed("s", WallTime(date, minuteOfDay: 540), "r")]))
  }

  @Test("Of two people whose names begin alike, only the one at an awkward hour is said to be")
  func namesAlike() throws {
    let (scenario, schedule) = try alike()
    let report = Report(scenario, schedule, Review(scenario: scenario, schedule: schedule))
    let online = try #require(tables(report).first { $0.caption.hasPrefix("People online") })
    #expect(
      online.rows.map { [$0[0], $0[4]] } == [
        [.text("Ann"), .state(.good, "bearable")], [.text("Ann Lee"), .state(.bad, "awkward")],
      ])
  }

  @Test("A rule of weight 0 keeps its units, and nobody has to read each")
  func switchedOff() throws {
    var (scenario, schedule) = try alike()
    func captions() -> [String] {
      let review = Review(scenario: scenario, schedule: schedule)
      return tables(Report(scenario, schedule, review)).map(\.caption)
        .filter { $0.contains("what they come from") }
    }
    #expect(captions().contains { $0.contains("(empty-seats)") })
    scenario.meeting.weights[.emptySeats] = 0
    #expect(!captions().contains { $0.contains("(empty-seats)") })
    #expect(Review(scenario: scenario, schedule: schedule).costs.contains { $0.units == 10 })
  }

  @Test(
    "Sessions without an hour or a room are with the timetable, and the table says what it can")
  func inPart() throws {
    let (scenario, _) = try alike()
    let date = scenario.meeting.days[0].date
    let schedule = Schedule(
      rows: [
        Schedule.Row(session: "s", status: .placed, date: date, room: "r"),
        Schedule.Row(session: "t", status: .placed, start: WallTime(date, minuteOfDay: 600)),
      ])
    let report = Report(scenario, schedule, Review(scenario: scenario, schedule: schedule))
    let text = ReportMarkdown.text(report)
    #expect(text.contains("On this day, without an hour: s."))
    #expect(text.contains("no room yet"))
    #expect(text.contains("1 of 2 sessions is placed, 1 without an hour."))
    #expect(text.contains("2 sessions are not fully placed: s (no hour), t (no room)."))
  }
}
