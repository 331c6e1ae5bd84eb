// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@testable import Reports

@Suite("Who states nothing is counted apart from who states those very words")
struct StatedGroupTests {
  private var meeting: SmallMeeting {
    var small = SmallMeeting()
    small.room("r1", "Room 1")
    for id in ["p1", "p2", "p3", "p4"] { small.person(id, "Person \(id)") }
    for (place, region) in ["not stated", "", "western", "Africa"].enumerated() {
      small.scenario.people[place].region = region
    }
    small.session("s1", at: "09:00", in: "r1", people: ["p1", "p2", "p3", "p4"])
    small.session("s2", at: "11:00", in: "r1", people: ["p2"])
    small.scenario.sessions[0].themes = ["(none)", "access"]
    return small
  }

  @Test("By region, those who state none last")
  func regions() {
    let rows = SmallMeeting.table(Fairness.section(meeting.view), "By region") ?? []
    #expect(
      rows.map { [$0[0], $0[1]] } == [
        ["Africa", "1"], ["not stated", "1"], ["western", "1"], ["not stated", "2"],
      ])
  }

  @Test("By theme, sessions that have none first")
  func themes() {
    let caption = "Sessions of each theme, by half day"
    let rows = SmallMeeting.table(Pictures.section(meeting.view), caption) ?? []
    #expect(
      rows.map { Array($0.prefix(2)) } == [["(none)", "1"], ["(none)", "1"], ["access", "1"]])
  }
}
