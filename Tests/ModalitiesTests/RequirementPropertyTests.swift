// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Testing

@Suite("Requirements against trying all")
struct RequirementPropertyTests {
  private static func scenario(from first: String) throws -> Scenario {
    let date = try #require(CalendarDate(first))
    return Scenario(
      meeting: Meeting(
        id: "m", name: "M", zone: try #require(ZoneClock("UTC")),
        days: [Day(date: date, label: "Day 1", open: [540..<780])]))
  }

  private static func state(
    _ id: String, _ cells: [String: String], _ people: [String: [Int]] = [:], in scenario: Scenario
  ) throws -> Eligibility.State {
    let requirement = try #require(Requirement.all.first { $0.id == id })
    var scenario = scenario
    scenario.activities = [
      Activity(id: "a", name: "A", kind: requirement.kind, cells: cells, people: people)
    ]
    return try #require(Eligibility(scenario).answers[0].first { $0.requirement.id == id }).state
  }

  @Test(
    "A report counts on every day from 15 months before the meeting to its first day, and on no other",
    arguments: [
      ("2027-06-21", "2026-03-21"), ("2027-01-01", "2025-10-01"), ("2028-02-29", "2026-11-29"),
      // The month of the earliest day has no 31st.
      ("2027-05-31", "2026-02-28"), ("2028-05-31", "2027-02-28"), ("2025-05-31", "2024-02-29"),
    ])
  func months(first: String, earliest: String) throws {
    let scenario = try Self.scenario(from: first)
    let day = try #require(CalendarDate(first))
    let from = try #require(CalendarDate(earliest))
    for number in (day.dayNumber - 500)...(day.dayNumber + 5) {
      let date = CalendarDate(dayNumber: number)
      let expected: Eligibility.State = from <= date && date <= day ? .met : .missing
      let state = try Self.state("DC-7", ["annual_report": "\(date)"], in: scenario)
      #expect(state == expected, "\(date) for \(first)")
    }
  }

  /// yes, no or not known.
  private static let answers: [Bool?] = [true, false, nil]

  @Test(
    "A BPF's facilitator: met by one person who surely is one, open where one may be, else missing")
  func facilitators() throws {
    var seen: Set<Eligibility.State> = []
    for first in Self.answers {
      for second in Self.answers {
        // Nobody, the first, both or no list of who coordinates.
        for team in [[], [0], [0, 1], nil] as [[Int]?] {
          var scenario = try Self.scenario(from: "2027-06-21")
          let zone = scenario.meeting.zone
          scenario.people = [first, second].enumerated().map {
            Person(id: "p\($0)", name: "P\($0)", zone: zone, isMAGMember: $1)
          }
          let cells = [
            "mag_facilitators": "p0;p1", "coordinating_team": team == nil ? "" : "somebody",
          ]
          let state = try Self.state(
            "BPF-3", cells, ["mag_facilitators": [0, 1], "coordinating_team": team ?? []],
            in: scenario)
          let verdicts = [first, second].enumerated().map { person, isMember in
            Self.both(isMember, team.map { $0.contains(person) })
          }
          let expected: Eligibility.State =
            verdicts.contains(true) ? .met : verdicts.contains(nil) ? .unknown : .missing
          #expect(state == expected, "\(verdicts)")
          seen.insert(expected)
        }
      }
    }
    #expect(seen == Set(Eligibility.State.allCases))
  }

  /// The two together: surely not where one is not, not known where one is not known.
  private static func both(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == false || b == false { return false }
    return a == nil || b == nil ? nil : true
  }

  @Test("A joint session is held exactly where one of its activities lacks what holds it back")
  func joint() throws {
    var scenario = try Self.scenario(from: "2027-06-21")
    let zone = scenario.meeting.zone
    scenario.people = [Person(id: "p", name: "P", zone: zone, isMAGMember: true)]
    // Of the four: nothing known, one thing refused, an advisory thing refused, nothing asked.
    scenario.activities = [
      Activity(id: "open", name: "O", kind: .dc),
      Activity(id: "lacks", name: "L", kind: .dc, cells: ["open_membership": "no"]),
      Activity(id: "advised", name: "A", kind: .dc, cells: ["coordination_group": "no"]),
      Activity(id: "element", name: "E", kind: Kind("WS"), cells: ["open_membership": "no"]),
    ]
    let sets = (1..<16).map { bits in (0..<4).filter { bits >> $0 & 1 == 1 } }
    scenario.sessions = sets.enumerated().map {
      Session(id: "s\($0)", activities: $1, title: "S", minutes: 60)
    }
    let lacking = Set(sets.indices.filter { sets[$0].contains(1) })
    #expect(Eligibility(scenario).held == lacking)
    scenario.waivers = [
      Waiver(activity: 1, requirement: "DC-1", by: "MAG", on: "", reason: "", line: 2)
    ]
    #expect(Eligibility(scenario).held.isEmpty)
    scenario.waivers[0].requirement = "DC-2"
    #expect(Eligibility(scenario).held == lacking)
    scenario.meeting.eligibility = .report
    #expect(Eligibility(scenario).held.isEmpty)
    #expect(!Eligibility(scenario).isEligible(activity: 1))
  }

  @Test("Every requirement is unknown where nothing is filled in, and holds nothing back")
  func empty() throws {
    let scenario = try Self.scenario(from: "2027-06-21")
    for requirement in Requirement.all {
      #expect(try Self.state(requirement.id, [:], in: scenario) == .unknown, "\(requirement.id)")
    }
    #expect(Set(Requirement.all.map(\.id)).count == Requirement.all.count)
  }

  @Test("The strongest attendance counts, in whatever order roles name it")
  func strongest() throws {
    var scenario = try Self.scenario(from: "2027-06-21")
    let zone = scenario.meeting.zone
    scenario.people = [Person(id: "p", name: "P", zone: zone)]
    scenario.activities = [
      Activity(id: "a", name: "A", kind: .bpf, people: ["coordinating_team": [0]])
    ]
    scenario.sessions = [Session(id: "s", activities: [0], title: "S", minutes: 60)]
    #expect(Attendances(scenario).preferred(0) == [0])
    let subjects: [Subject] = [.session(0), .activity(0)]
    for subject in subjects {
      for order in [[Attendance.preferred, .required], [.required, .preferred]] {
        scenario.roles = order.map {
          Role(person: 0, subject: subject, role: "x", attendance: $0)
        }
        #expect(Attendances(scenario).required(0) == [0])
        #expect(Attendances(scenario).preferred(0).isEmpty)
      }
    }
  }
}
