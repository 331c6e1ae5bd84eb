// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@testable import Modalities

@Suite("One person under two spellings")
struct PeopleTests {
  @Test(
    "Accents, order, letters of other scripts and single slips are seen through",
    arguments: [
      ("José García", "Jose Garcia"), ("García, José", "José García"),
      ("Søren Kjærgaard", "Soeren Kjaergaard"), ("Müller Anna", "Anna Mueller"),
      ("Иван Петров", "Ivan Petrov"), ("Nadira Al-Araj", "Nadira Al Araj"),
      ("Markus Kummer", "Markus Kumer"),
    ])
  func pairs(first: String, second: String) {
    #expect(NameKey(first).mayBe(NameKey(second)))
  }

  @Test(
    "Different people stay different",
    arguments: [
      ("Anna Berg", "Anna Burg"), ("Person 001", "Person 002"), ("Li Wei", "Li Wen"),
      ("Maria Silva", "Mario Silva"), ("Ada", "Ida"), ("", ""),
    ])
  func strangers(first: String, second: String) {
    #expect(!NameKey(first).mayBe(NameKey(second)))
  }

  @Test("A pair is proposed with both rows, a session without moderator is named")
  func findings() throws {
    let zone = try #require(ZoneClock("UTC"))
    var scenario = Scenario(meeting: Meeting(id: "m", name: "M", zone: zone, days: []))
    scenario.people = [
      Person(id: "a", name: "José García", zone: zone, line: 2),
      Person(id: "b", name: "Garcia Jose", zone: zone, line: 5),
    ]
    scenario.activities = [Activity(id: "x", name: "X", kind: Kind("WS"))]
    scenario.sessions = [
      Session(id: "s1", activities: [0], title: "S1", minutes: 60, line: 2),
      Session(id: "s2", activities: [0], title: "S2", minutes: 60, line: 3),
    ]
    scenario.roles = [
      Role(person: 0, subject: .session(0), role: "onsite moderator"),
      Role(person: 1, subject: .session(1), role: "online moderator"),
    ]
    let findings = PeopleFindings.all(scenario)
    #expect(findings.map(\.rule) == ["same-person", "no-moderator"])
    #expect(
      findings[0].sentence == "'Garcia Jose' (b) may be 'José García' (a), line 2.")
    #expect(findings[1].value == "s2")
  }
}
