// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Proving

@Suite("What a relaxation is asked for next")
struct RoundProgressTests {
  private func steps(_ seeksAboutAll: Bool, _ objectives: [Double]) -> [RoundProgress.Step] {
    var progress = RoundProgress(seeksAboutAll: seeksAboutAll)
    return objectives.map { progress.next($0) }
  }

  @Test("Quick rows end after seven rounds that gain nothing, and not before")
  func quickRowsEnd() {
    let gaining = (0..<20).map { Double($0) * 0.03 }
    #expect(steps(false, gaining).allSatisfy { $0 == .quick })
    let standing = Array(repeating: 5.0, count: 8)
    #expect(steps(false, standing) == Array(repeating: .quick, count: 7) + [.end])
  }

  @Test("Lines about all sessions are sought as soon as two rounds gain little")
  func linesAboutAll() {
    #expect(steps(true, [1, 2, 2.1, 2.2]) == [.quick, .quick, .quick, .aboutAll])
  }

  @Test("They are sought anew while they gain, and end when they gained nothing again and again")
  func linesAboutAllEnd() {
    let gaining = (0..<40).flatMap { [Double($0), Double($0), Double($0)] }
    #expect(!steps(true, gaining).contains(.end))
    #expect(steps(true, gaining).count { $0 == .aboutAll } == 40)
    let standing = steps(true, Array(repeating: 1.0, count: 40))
    #expect(standing.prefix { $0 != .end }.count { $0 == .aboutAll } == 7)
  }
}
