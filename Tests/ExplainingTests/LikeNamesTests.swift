// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import Meetings
import Planning
import PlanningProblems
import Reports
import Rules
import Tables
import Testing

@testable import Explaining

@Suite("Answers about a draft keep sessions, people and rooms of like names apart")
struct LikeNamesTests {
  private static let day = CalendarDate(dayNumber: 20_262)
  private let planner = Planner(solver: GLPK())

  /// Sessions s1 and s10 in rooms of one name; Ann and Ann Lee.
  private func meeting() throws -> Scenario {
    var scenario = try TinyMeeting(seed: 1).scenario
    scenario.meeting.days = [Day(date: Self.day, label: "Day 1", open: [540..<720])]
    scenario.meeting.transferMinutes = 0
    let zone = scenario.meeting.zone
    scenario.people = [("p1", "Ann"), ("p2", "Ann Lee")].map {
      Person(id: $0, name: $1, zone: zone)
    }
    scenario.rooms = ["r1", "r10"].map { Room(id: $0, name: "Hall", capacity: 40) }
    scenario.sessions = [
      Session(id: "s1", activities: [0], title: "", minutes: 60),
      Session(id: "s10", activities: [1], title: "", minutes: 60),
    ]
    scenario.roles = [
      Role(person: 0, subject: .session(0), role: ""),
      Role(person: 1, subject: .session(1), role: ""),
    ]
    (scenario.links, scenario.limits, scenario.wishes) = ([], [], [])
    return scenario
  }

  private func study(_ scenario: Scenario) -> DraftAnalysis {
    let draft = Schedule(rows: [.placed("s1", time(540), "r1"), .placed("s10", time(540), "r10")])
    return DraftAnalysis(scenario, draft, planner)
  }

  private func time(_ minute: Int) -> WallTime { WallTime(Self.day, minuteOfDay: minute) }

  private func texts(_ report: Report, _ section: String) -> [String] {
    (report.sections.first { $0.id == section }?.blocks ?? []).flatMap { block -> [String] in
      switch block {
      case .text(let text): return [text]
      case .list(let items): return items
      case .table(let table), .picture(_, let table):
        return table.rows.map { $0.map(text).joined(separator: " | ") }
      case .timetable: return []
      }
    }
  }

  private func text(_ cell: Report.Cell) -> String {
    switch cell {
    case .text(let text), .code(let text), .state(_, let text): text
    case .number(let number): "\(number)"
    case .share(let part, let whole): "\(part)/\(whole)"
    }
  }

  @Test("Each person's day is a loss of their own session")
  func fragile() throws {
    let fragility = Fragility(study(try meeting()))
    let losses = fragility.losses.map { ($0.words, $0.sessions) }
    #expect(
      losses.map(\.0) == [
        "Hall (r1) on 2025-06-23", "Hall (r10) on 2025-06-23", "Ann on 2025-06-23",
        "Ann Lee on 2025-06-23",
      ])
    #expect(losses.map(\.1) == [["s1"], ["s10"], ["s1"], ["s10"]])
  }

  @Test("Where a session can be: only its own id stands in its way")
  func places() throws {
    var scenario = try meeting()
    scenario.sessions[1].isExclusive = true
    let answer = PlaceAnswer(study(scenario), session: 0, at: time(540), room: 0)
    #expect(answer.trial.asTheyStand.map(\.sessions) == [["s1", "s10"]])
    #expect(answer.trial.always.isEmpty)
    let report = Report(answer)
    #expect(
      texts(report, "as-they-stand") == [
        "beside an exclusive session (exclusive): s1 (Hall (r1), 2025-06-23 09:00-10:00) runs while"
          + " s10 (Hall (r10), 2025-06-23 09:00-10:00) does, which is exclusive."
      ])
  }

  @Test("A cause that goes and one that comes are told apart by their link, not by their sessions")
  func comesAndGoes() throws {
    var scenario = try meeting()
    scenario.links = [
      Link(
        from: .session(0), to: .session(1), kind: .apart, strength: .cost(5), askedBy: "the MAG"),
      Link(
        from: .session(0), to: .session(1), kind: .before, strength: .cost(5), maxGap: 0,
        askedBy: "Ann"),
    ]
    // Side by side both are broken; behind the other the second alone is.
    let answer = PlaceAnswer(study(scenario), session: 0, at: time(660), room: 0)
    let row = try #require(
      texts(Report(answer), "costs").first { $0.hasPrefix("Links that are not kept | 10 | 5") })
    #expect(row.contains("gone: s1") && row.contains("(asked by the MAG)"))
    #expect(!row.contains("new: ") && !row.contains("asked by Ann"))
  }

  @Test("What more would buy: the most first, what is not known last, each at its place")
  func prices() throws {
    var scenario = try meeting()
    scenario.wishes = [
      Wish(
        subject: .session(0), wantsIt: true, window: [Interval(start: time(720), minutes: 60)],
        strength: 7)
    ]
    scenario.links = [
      Link(from: .session(0), to: .session(1), kind: .sameDay, strength: .must, line: 4)
    ]
    let prices = Prices(study(scenario), Request.all(of: scenario, RowPlaces()))
    #expect(
      prices.lines.map(\.change) == [
        .room(like: 0), .hour(day: 0), .hourEveryDay, .giveUp(.link(0)),
      ])
    #expect(prices.lines.map { prices.gain($0) } == [0, 7, 7, 0])
    #expect(
      prices.lines.map(\.place.words) == [
        "rooms.csv", "meeting.json", "meeting.json", "links.csv:4",
      ])
    let rows = texts(Report(prices), "prices").dropFirst(2)
    #expect(
      Array(rows) == [
        "one more hour on 2025-06-23 | meeting.json | 0 | 7 | proven: it buys no more",
        "one more hour every day | meeting.json | 0 | 7 | proven: it buys no more",
        "one more room like r1 (40 seats) | rooms.csv | 7 | 0 | proven: it buys no more",
        "drop the link s1 same-day s10 | links.csv:4 | 7 | 0 | proven: it buys no more",
      ])
  }

  @Test("A person whose time is too short is named by id where another has the name")
  func counting() throws {
    var scenario = try meeting()
    scenario.people[1].name = "Ann"
    scenario.people[0].available = [Interval(start: time(540), minutes: 60)]
    scenario.roles.append(Role(person: 0, subject: .session(1), role: ""))
    let demands = Loosening(scenario).demands
    let counting = try #require(CountingFact.sharpest(demands, PlanningProblem(demands)))
    #expect(counting.resource == .person(id: "p1", name: "Ann (p1)"))
    #expect(counting.words.contains("all need Ann (p1), 2 h"))
  }
}
