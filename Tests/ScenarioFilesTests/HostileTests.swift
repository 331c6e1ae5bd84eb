// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Judging
import Meetings
import ScenarioFiles
import Tables
import Testing

@Suite("Whatever is in the files, reading ends with a scenario or with findings")
struct HostileTests {
  private static let pieces = [
    "", ",", ";", "\"", "\n", "\r", "\t", "-", "{", "}", "[", "]", ":", "99999999999999999999",
    "-9223372036854775808", "0", "24:00", "2025-06-23", "9999-12-31", "0001-01-01", "s1", "r1",
    "ada",
    "ws", "must", "yes", "no", "é", "\u{0}", "\u{FEFF}", "\\ud800", "👩‍👩‍👧", "null", "1e308",
  ]

  @Test(
    "Files with pieces put in, taken out and swapped", .judges(atLeast: 120), arguments: 0..<200)
  func mutated(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, sides)))
    }
    let names = Folder.base.keys.sorted()
    var changes: [String: String?] = [:]
    for _ in 0...roll(3) {
      let name = names[roll(names.count)]
      var scalars = Array(
        (changes[name] ?? Folder.base[name] ?? "")?.unicodeScalars ?? "".unicodeScalars)
      for _ in 0...roll(3) {
        let start = roll(scalars.count)
        let end = min(scalars.count, start + roll(8))
        scalars.replaceSubrange(
          start..<end, with: Self.pieces[roll(Self.pieces.count)].unicodeScalars)
      }
      changes[name] = String(String.UnicodeScalarView(scalars))
    }
    let reading = try Folder.read(changes, whatIf: "w")
    #expect(reading.scenario != nil || reading.findings.contains { $0.isGrave })
    #expect(try Folder.read(changes, whatIf: "w").findings == reading.findings)
    if let scenario = reading.scenario {
      judged()
      expectSound(scenario)
    }
  }

  /// Every index points at something, also where findings left rows out.
  private func expectSound(_ scenario: Scenario) {
    let (rooms, people) = (scenario.rooms.indices, scenario.people.indices)
    let (activities, sessions) = (scenario.activities.indices, scenario.sessions.indices)
    func isThere(_ subject: Subject) -> Bool {
      switch subject {
      case .session(let session): sessions.contains(session)
      case .activity(let activity): activities.contains(activity)
      }
    }
    #expect(scenario.rooms.allSatisfy { $0.parts.allSatisfy(rooms.contains) })
    #expect(
      scenario.activities.allSatisfy { $0.people.values.joined().allSatisfy(people.contains) })
    #expect(
      scenario.sessions.allSatisfy {
        !$0.activities.isEmpty && $0.activities.allSatisfy(activities.contains)
          && $0.pin.room.map(rooms.contains) != false
      })
    #expect(scenario.roles.allSatisfy { people.contains($0.person) && isThere($0.subject) })
    #expect(scenario.links.allSatisfy { isThere($0.from) && isThere($0.to) })
    #expect(
      scenario.wishes.allSatisfy {
        isThere($0.subject) && $0.room.map(rooms.contains) != false
      })
    #expect(
      scenario.limits.allSatisfy {
        $0.activities.allSatisfy(activities.contains) && $0.rooms.allSatisfy(rooms.contains)
      })
  }
}
