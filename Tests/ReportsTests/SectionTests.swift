// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules
import Testing

@testable import Reports

@Suite("The sections of a review as values")
struct SectionTests {
  /// Two sessions in one room, one after the other, and one beside them.
  private var small: SmallMeeting {
    var small = SmallMeeting()
    small.room("r1", "Hall")
    small.room("r2", "Studio")
    small.person("p1", "Ann")
    small.session("s1", at: "09:00", in: "r1", people: ["p1"], kind: "DC")
    small.session("s2", at: "10:00", in: "r1", people: ["p1"])
    small.session("s3", at: "09:00", in: "r2", kind: "DC")
    return small
  }

  @Test("The verdict says what breaks, what costs most, and how much is placed")
  func verdict() {
    var meeting = small
    let good = Verdict.section(meeting.view, bound: nil)
    let cost = meeting.view.review.objective
    #expect(
      SmallMeeting.texts(good) == [
        "Every hard rule holds: this schedule can be published.",
        "The soft rules cost \(cost), most of it for clashes inside a kind (\(cost)).",
        "3 of 3 sessions are placed.",
      ])
    let bound = SmallMeeting.texts(Verdict.section(meeting.view, bound: cost))
    #expect(bound[1].hasSuffix(" No schedule that keeps the hard rules costs less."))
    meeting.rows[1] = .placed("s2", WallTime(SmallMeeting.date, minuteOfDay: 570), "r1")
    let bad = Verdict.section(meeting.view, bound: nil)
    #expect(
      SmallMeeting.texts(bad)[0]
        == "2 things break a hard rule: this schedule cannot be published as it is.")
    meeting.rows.removeAll()
    #expect(
      SmallMeeting.texts(Verdict.section(meeting.view, bound: nil))[2]
        == "0 of 3 sessions are placed, 3 are left out.")
  }

  @Test("Nothing is tight where everybody has time")
  func slack() {
    #expect(
      SmallMeeting.texts(Slack.section(small.view)) == [
        "Nothing is so tight that a small delay would break a rule."
      ])
  }

  @Test("Each rule's table has its causes with ids, units and cost")
  func rules() throws {
    let view = small.view
    let rows = SmallMeeting.table(
      RulesSection.section(view), "Clashes inside a kind (kind-clash): what they come from")
    let cost = try #require(view.review.costs.first { $0.rule == .kindClash })
    #expect(
      rows == [
        [
          "s1 “Title s1” (Hall, 2025-06-23 09:00-10:00) and s3 “Title s3” (Studio, 2025-06-23"
            + " 09:00-10:00) are both of DC", "s1, s3", "1", "\(cost.weight)",
        ]
      ])
  }

  @Test("Shares of a kind count its own placed sessions")
  func weaving() {
    let rows = SmallMeeting.table(
      Weaving.section(small.view), "Shares of each kind's placed sessions")
    #expect(rows?.map { Array($0.prefix(2)) } == [["DC", "2"]])
    #expect(rows?.first?[5] == "2 of 2 (100 %)" && rows?.first?[6] == "0 of 2 (0 %)")
  }

  @Test("A link is kept or broken, with the number of its pairs")
  func links() {
    var meeting = small
    for kind in [Link.Kind.apart, .before] {
      meeting.scenario.links.append(
        Link(from: .session(0), to: .session(2), kind: kind, strength: .cost(3)))
    }
    meeting.scenario.links.append(
      Link(from: .session(0), to: .session(1), kind: .before, strength: .must))
    let rows = SmallMeeting.table(Linkages.section(meeting.view), "Links")
    #expect(
      rows?.map { Array($0[2...5]) } == [
        ["apart", "3", "✗ broken", "1"], ["before", "3", "✗ broken", "1"],
        ["before", "must", "✓ kept", "0"],
      ])
  }

  @Test("The glossary explains the rules that are broken or cost, and no other")
  func glossary() {
    let rows = SmallMeeting.table(
      Glossary.section(small.view), "The rules that are broken or cost something here")
    #expect(rows?.map { $0[1] } == ["kind-clash"])
  }

  @Test("A share of nothing does not divide by zero")
  func shares() {
    #expect(Report.Cell.share(0, of: 0).words == "0 of 0")
    #expect(Report.Cell.share(1, of: 3).words == "1 of 3 (33 %)")
  }
}
