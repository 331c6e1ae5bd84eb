// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@testable import Modalities

@Suite("What a row shows about a requirement")
struct EvidenceTests {
  private static let day = CalendarDate(dayNumber: 20_262)

  private static let examples: [(Evidence, Eligibility.State, String)] = [
    (.yes("report"), .met, "report says yes."),
    (.no("report"), .missing, "report says no."),
    (.empty("report"), .unknown, "report is empty."),
    (.filled(["a", "b"]), .met, "a, b: there."),
    (.date("on", day), .met, "on: 2025-06-23."),
    (
      .recent("on", day, months: 12, before: day), .met,
      "on: 2025-06-23, within 12 months before 2025-06-23."
    ),
    (
      .tooEarly("on", day, months: 12, before: day), .missing,
      "on, 2025-06-23, is more than 12 months before 2025-06-23."
    ),
    (.tooLate("on", day), .missing, "on, 2025-06-23, is after the meeting's first day."),
    (.noDate("on", "soon"), .unknown, "on says 'soon', which is not a date."),
    (.values("groups", 3), .met, "groups names 3."),
    (
      .fewValues("groups", 1, least: 3), .missing, "groups names 1; 3 different ones are asked for."
    ),
    (.number("members", 12), .met, "members: 12."),
    (.smallNumber("members", 2, least: 10), .missing, "members is 2; at least 10 is asked for."),
    (.noNumber("members", "many"), .unknown, "members says 'many', which is not a number."),
    (.nobody("penholder"), .missing, "penholder says there is none."),
    (
      .uncertainPeople("contact"), .unknown,
      "the tables do not say enough about the people in contact."
    ),
    (
      .unfitPeople("penholder", [.isSecretariat, .isNotIn("mag_facilitators")]), .missing,
      "nobody in penholder belongs to the Secretariat and is outside mag_facilitators."
    ),
    (.person("contact", 0), .met, "Ann (p1) (contact)."),
    (.person("contact", 1), .met, "Ann Lee (contact)."),
  ]

  @Test("The state and the words follow from the evidence", arguments: examples.indices)
  func words(index: Int) throws {
    let zone = try #require(ZoneClock("Europe/Oslo"))
    var scenario = Scenario(meeting: Meeting(id: "m", name: "M", zone: zone, days: []))
    scenario.people = [("p1", "Ann"), ("p2", "Ann Lee"), ("p3", "Ann")].map {
      Person(id: $0, name: $1, zone: zone)
    }
    let (evidence, state, words) = Self.examples[index]
    #expect(evidence.state == state)
    #expect(evidence.words(in: scenario) == words)
  }
}
