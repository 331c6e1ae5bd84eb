// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules
import Tables
import Testing

@Suite("Sessions that fit nowhere are named before any search")
struct SessionPlaceCheckTests {
  private func finding(_ change: (inout Fixture) -> Void) -> Finding? {
    var tiny = Fixture()
    tiny.add("s1")
    change(&tiny)
    return ImpossibilityCheck.findings(tiny.scenario).first
  }

  @Test("Longer than any open interval")
  func tooLong() {
    let finding = finding { $0.scenario.sessions[0].minutes = 300 }
    #expect(
      finding?.sentence
        == "s1: 300 minutes are longer than any open interval; the longest has 240.")
    #expect(finding?.column == "minutes")
    #expect(finding?.severity == .error)
  }

  @Test("No room is large enough, or none has a feature")
  func noRoom() {
    let large = finding { $0.scenario.sessions[0].audience = 60 }
    #expect(large?.sentence == "s1: no room holds 60 people; the largest has 50 seats.")
    let strange = finding {
      $0.scenario.rooms[0].features = ["stage"]
      $0.scenario.sessions[0].needs = ["stag"]
    }
    #expect(strange?.sentence == "s1: no room has 'stag'.")
    #expect(strange?.suggestion == "did you mean 'stage'?")
  }

  @Test("A pin outside the open hours, in a room too small, or where the people are not")
  func pins() {
    let early = finding { $0.scenario.sessions[0].pin.start = 480 }
    #expect(early?.rule == "open-hours")
    #expect(early?.column == "start")
    let small = finding {
      $0.scenario.rooms[1].capacity = 500
      $0.scenario.sessions[0].audience = 100
      $0.scenario.sessions[0].pin.room = 0
    }
    #expect(small?.sentence == "s1: is pinned to r1 with 50 seats and wants 100.")
    let absent = finding {
      $0.add(person: "ada", in: [0]) { $0.available = Fixture.window("09:00", "10:00") }
      $0.scenario.sessions[0].pin.date = Fixture.second
    }
    #expect(absent?.rule == "person-available")
  }

  @Test("No room is open at any of its times")
  func noPlace() {
    let finding = finding { tiny in
      for room in 0..<4 { tiny.scenario.rooms[room].available = Fixture.window("09:00", "09:30") }
    }
    #expect(finding?.rule == "room-available")
  }

  @Test("Two pins in one room at one time")
  func pinnedPair() {
    let finding = finding { tiny in
      tiny.add("s2")
      for session in 0..<2 {
        tiny.scenario.sessions[session].pin = .init(date: Fixture.first, start: 540, room: 0)
      }
    }
    #expect(finding?.rule == "room-free")
  }

  @Test("Optional and held sessions are only warned of")
  func warnings() {
    let optional = finding {
      $0.scenario.sessions[0].minutes = 300
      $0.scenario.sessions[0].placement = .optional
    }
    #expect(optional?.severity == .warning)
    #expect(finding { _ in } == nil)
  }
}
