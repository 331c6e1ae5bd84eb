// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Testing

@Suite("Values of a meeting")
struct ValueTests {
  private func stay(_ start: Int, _ end: Int) throws -> Interval {
    let date = try #require(CalendarDate("2025-06-23"))
    return Interval(
      start: WallTime(date, minuteOfDay: start), end: WallTime(date, minuteOfDay: end))
  }

  @Test("Stretches that share an end point do not overlap, and are one when merged")
  func intervals() throws {
    let (early, late, far) = (try stay(540, 600), try stay(600, 660), try stay(700, 720))
    #expect(!early.overlaps(late) && !late.overlaps(early))
    #expect(early.overlaps(try stay(599, 601)))
    #expect([far, late, early].merged() == [try stay(540, 660), far])
    #expect([early, late].merged().hold(try stay(590, 610)))
    #expect(![early, late].hold(try stay(590, 610)))
    #expect(try stay(1380, 1440).description == "2025-06-23 23:00-24:00")
    #expect([Interval]().merged().isEmpty)
  }

  @Test("Days of the week, also before 1970")
  func weekdays() throws {
    #expect(CalendarDate("1970-01-01")?.weekdayName == "Thursday")
    #expect(CalendarDate("2023-10-09")?.weekdayName == "Monday")
    #expect(CalendarDate("1969-12-28")?.weekday == 6)
    #expect(CalendarDate("1969-12-29")?.weekday == 0)
  }

  @Test(
    "Clocks are described by how far they are from UTC",
    arguments: [
      ("UTC", "UTC"), ("Asia/Tokyo", "UTC+9"), ("Asia/Kathmandu", "UTC+5:45"),
      ("America/St_Johns", "UTC−3:30"), ("Europe/Oslo", "UTC+1"),
    ])
  func offsets(_ name: String, _ text: String) throws {
    // 2023-01-15, in the north's winter.
    #expect(try #require(ZoneClock(name)).offsetText(at: 1_673_740_800) == text)
  }

  @Test("A gap is a share of the cost, 0 where nothing is left, of 1 where the cost is none")
  func gaps() {
    #expect(CostGap.share(cost: 200, bound: 150) == 0.25)
    #expect(CostGap.share(cost: 7, bound: 7) == 0)
    #expect(CostGap.share(cost: 0, bound: 0) == 0)
  }

  @Test("Kinds go by their token; four of them work between the meetings")
  func kinds() {
    #expect(Kind.intersessional.map(\.token) == ["DC", "BPF", "NRI", "PN"])
    #expect(Kind.dc.isIntersessional)
    #expect(!Kind("MAIN").isIntersessional)
    #expect([Kind("WS"), Kind.bpf].sorted() == [.bpf, Kind("WS")])
  }

  @Test("Being required is more than being preferred, and a must is not a cost")
  func strengths() {
    #expect(max(Attendance.preferred, .required) == .required)
    #expect(Strength.must.isMust)
    #expect(!Strength.cost(5).isMust)
  }

  @Test("A room is called by its name, with the id where the name is its own")
  func rooms() {
    let named = Room(id: "r1", name: "Main Hall", capacity: 10)
    let bare = Room(id: "r1", name: "", capacity: 10)
    #expect(named.nameWithID == "Main Hall (r1)")
    #expect(bare.nameWithID == "r1")
    #expect(bare.calledName == "r1")
  }

  @Test("Every rule has a weight, and setting one leaves the others")
  func weights() {
    var weights = Weights()
    for rule in SoftRule.allCases { #expect(weights[rule] >= 0) }
    let before = weights[.unplaced]
    weights[.link] = 77
    #expect(weights[.link] == 77)
    #expect(weights[.unplaced] == before)
  }
}
