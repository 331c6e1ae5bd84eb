// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Testing

@Suite("What the seed asks of each kind")
struct EligibilityTests {
  /// Meeting from 23 June 2025; ada is of the MAG, sol of the Secretariat, ben neither, eve unknown.
  private func scenario(
    _ kind: Kind, _ cells: [String: String], _ people: [String: [Int]] = [:]
  ) throws -> Scenario {
    let zone = try #require(ZoneClock("UTC"))
    let day = try #require(CalendarDate("2025-06-23"))
    var scenario = Scenario(
      meeting: Meeting(
        id: "m", name: "M", zone: zone,
        days: [Day(date: day, label: "Day 1", open: [540..<780])]))
    scenario.people = [
      Person(id: "ada", name: "Ada", zone: zone, isMAGMember: true, isSecretariat: false),
      Person(id: "sol", name: "Sol", zone: zone, isMAGMember: false, isSecretariat: true),
      Person(id: "ben", name: "Ben", zone: zone, isMAGMember: false, isSecretariat: false),
      Person(id: "eve", name: "Eve", zone: zone),
    ]
    scenario.activities = [
      Activity(id: "a", name: "A", kind: kind, cells: cells, people: people)
    ]
    scenario.sessions = [Session(id: "s", activities: [0], title: "S", minutes: 60)]
    return scenario
  }

  struct Case: Sendable, CustomStringConvertible {
    let id: String
    let cells: [String: String]
    var people: [String: [Int]] = [:]
    let state: Eligibility.State
    var description: String { "\(id) \(state) \(cells)" }
  }

  static let cases: [Case] = [
    Case(id: "DC-1", cells: ["open_membership": "yes"], state: .met),
    Case(id: "DC-2", cells: ["open_mailing_list": "no"], state: .missing),
    Case(id: "DC-3", cells: [:], state: .unknown),
    Case(
      id: "DC-4",
      cells: ["statement_of_need": "x", "action_plan": "x", "mailing_list": "x", "contact": "ada"],
      state: .met),
    Case(id: "DC-4", cells: ["statement_of_need": "no"], state: .missing),
    Case(id: "DC-4", cells: ["statement_of_need": "x"], state: .unknown),
    Case(id: "DC-5", cells: ["stakeholder_groups": "a;b;c"], state: .met),
    Case(id: "DC-5", cells: ["stakeholder_groups": "a;b;a"], state: .missing),
    Case(id: "DC-6", cells: ["recognised": "2019-01-01"], state: .met),
    Case(id: "DC-6", cells: ["recognised": "no"], state: .missing),
    Case(id: "DC-6", cells: ["recognised": "yes"], state: .unknown),
    Case(id: "DC-7", cells: ["annual_report": "2024-03-23"], state: .met),
    Case(id: "DC-7", cells: ["annual_report": "2024-03-22"], state: .missing),
    Case(id: "DC-7", cells: ["annual_report": "2025-06-23"], state: .met),
    Case(id: "DC-8", cells: ["coordination_group": "no"], state: .missing),
    Case(id: "BPF-1", cells: ["proposed_by": "ada"], people: ["proposed_by": [0]], state: .met),
    Case(id: "BPF-1", cells: ["proposed_by": "ben"], people: ["proposed_by": [2]], state: .missing),
    Case(id: "BPF-1", cells: ["proposed_by": "eve"], people: ["proposed_by": [3]], state: .unknown),
    Case(id: "BPF-1", cells: ["proposed_by": "no"], state: .missing),
    Case(id: "BPF-2", cells: ["selected_by_mag": "2025-01-01"], state: .met),
    Case(
      id: "BPF-3", cells: ["mag_facilitators": "ada", "coordinating_team": "ada"],
      people: ["mag_facilitators": [0], "coordinating_team": [0]], state: .met),
    Case(
      id: "BPF-3", cells: ["mag_facilitators": "ada", "coordinating_team": "ben"],
      people: ["mag_facilitators": [0], "coordinating_team": [2]], state: .missing),
    Case(
      id: "BPF-3", cells: ["mag_facilitators": "ada"], people: ["mag_facilitators": [0]],
      state: .unknown),
    Case(id: "BPF-4", cells: ["open_meetings": "1"], state: .met),
    Case(id: "BPF-4", cells: ["open_meetings": "0"], state: .missing),
    Case(id: "BPF-5", cells: ["output": "Report"], state: .met),
    Case(id: "BPF-6", cells: ["last_mag_update": "2024-12-22"], state: .missing),
    Case(id: "BPF-7", cells: ["penholder": "sol"], people: ["penholder": [1]], state: .met),
    Case(
      id: "BPF-7", cells: ["penholder": "sol", "mag_facilitators": "sol"],
      people: ["penholder": [1], "mag_facilitators": [1]], state: .missing),
    Case(id: "NRI-1", cells: ["written_statement": "yes"], state: .met),
    Case(id: "NRI-3", cells: ["transparent": "no"], state: .missing),
    Case(id: "NRI-7", cells: ["non_commercial": "yes"], state: .met),
    Case(id: "NRI-8", cells: ["recognised": "2020-02-02"], state: .met),
    Case(id: "PN-1", cells: ["priority": "AI"], state: .met),
    Case(id: "PN-2", cells: ["proposal": "no"], state: .missing),
    Case(id: "PN-3", cells: ["mag_liaisons": "ada"], people: ["mag_liaisons": [0]], state: .met),
    Case(id: "PN-4", cells: [:], state: .unknown),
    Case(id: "PN-5", cells: ["expert_groups": "a"], state: .missing),
    Case(
      id: "PN-6", cells: ["secretariat_focal_point": "ben"],
      people: ["secretariat_focal_point": [2]], state: .missing),
  ]

  @Test("Each requirement is met, missing or unknown as the row says", arguments: cases)
  func answers(_ example: Case) throws {
    let kind = Kind(String(example.id.prefix { $0 != "-" }))
    let eligibility = Eligibility(try scenario(kind, example.cells, example.people))
    let answer = try #require(
      eligibility.answers[0].first { $0.requirement.id == example.id })
    #expect(answer.state == example.state, "\(answer.evidence)")
    let holds = example.state == .missing && !answer.requirement.isAdvisory
    #expect(eligibility.held.contains(0) == holds)
  }

  @Test("A waiver lifts one requirement of one activity, and the report mode holds nothing")
  func waivers() throws {
    var scenario = try scenario(.dc, ["open_archives": "no", "open_membership": "no"])
    scenario.waivers = [Waiver(activity: 0, requirement: "DC-3", by: "MAG")]
    #expect(Eligibility(scenario).held == [0])
    scenario.waivers.append(Waiver(activity: 0, requirement: "DC-1", by: "MAG"))
    #expect(Eligibility(scenario).held.isEmpty)
    scenario.waivers = []
    scenario.meeting.eligibility = .report
    #expect(Eligibility(scenario).held.isEmpty)
    #expect(!Eligibility(scenario).isEligible(activity: 0))
  }

  @Test("Nothing is asked of a collective NRI but a Secretariat person in the room")
  func collective() throws {
    var scenario = try scenario(.nri, ["scope": "collective", "open": "no"])
    #expect(Eligibility(scenario).answers[0].isEmpty)
    #expect(ModalityFindings.all(scenario).map(\.rule) == ["collective-support"])
    scenario.roles = [Role(person: 1, subject: .session(0), role: "support")]
    #expect(ModalityFindings.all(scenario).isEmpty)
  }

  @Test("Each kind brings its people, and the strongest attendance counts")
  func attendances() throws {
    let forum = try scenario(
      .bpf, [:], ["mag_facilitators": [0], "coordinating_team": [0, 2], "penholder": [1]])
    let people = Attendances(forum)
    #expect(people.required(0) == [0, 1])
    #expect(people.preferred(0) == [2])
    let network = try scenario(
      .pn, [:], ["mag_liaisons": [0], "consultant": [3], "secretariat_focal_point": [1]])
    #expect(Attendances(network).required(0) == [0, 1, 3])
    #expect(Attendances(try scenario(.dc, [:], ["contact": [2]])).required(0) == [2])
  }

  @Test("Liaisons, Secretariat people and penholders are where the seed has them")
  func findings() throws {
    var group = try scenario(.coord, [:])
    #expect(ModalityFindings.all(group).map(\.rule) == ["dc-liaison"])
    group.roles = [Role(person: 0, subject: .activity(0), role: "dc-liaison")]
    #expect(ModalityFindings.all(group).isEmpty)
    group.roles.append(Role(person: 2, subject: .session(0), role: "dc-liaison"))
    #expect(ModalityFindings.all(group).map(\.rule) == ["dc-liaison"])
    var coalition = try scenario(.dc, [:])
    coalition.roles = [Role(person: 1, subject: .session(0), role: "support")]
    #expect(ModalityFindings.all(coalition).map(\.rule).contains("dc-support"))
    let forum = try scenario(.bpf, [:], ["penholder": [1], "mag_facilitators": [1]])
    #expect(ModalityFindings.all(forum).map(\.rule).contains("penholder"))
  }
}
