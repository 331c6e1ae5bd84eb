// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Rules
import Testing

@Suite("What check calls impossible is impossible")
struct ImpossiblePropertyTests {
  /// `IMPOSSIBLE_SEEDS` tries more.
  static let seeds: Int = {
    let text = ProcessInfo.processInfo.environment["IMPOSSIBLE_SEEDS"]
    return text.flatMap { Int($0) } ?? 150
  }()

  @Test("Every meeting with an error has no schedule, by trying all")
  func sound() {
    var named: [String: Int] = [:]
    for seed in 0..<Self.seeds {
      let meeting = CrowdedMeeting(seed: UInt64(seed))
      let errors = StandingCheck.findings(meeting.scenario).filter { $0.severity == .error }
      guard !errors.isEmpty else { continue }
      for error in errors { named[error.rule, default: 0] += 1 }
      #expect(!meeting.hasSchedule, "seed \(seed): \(errors.map(\.sentence))")
    }
    // Each sort of proof was tried.
    for rule in ["link-ring", "link", "link-days", "overload", "room-free", "person-free"] {
      #expect(named[rule] ?? 0 > 0, "no meeting had \(rule)")
    }
    if ProcessInfo.processInfo.environment["IMPOSSIBLE_SEEDS"] != nil { print(named) }
  }

  @Test("Meetings with a schedule have no error", arguments: 0..<60)
  func complete(seed: Int) {
    let meeting = CrowdedMeeting(seed: UInt64(seed))
    guard meeting.hasSchedule else { return }
    let errors = StandingCheck.findings(meeting.scenario).filter { $0.severity == .error }
    #expect(errors.map(\.sentence) == [])
  }
}
