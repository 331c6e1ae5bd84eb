// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Rules
import ScenarioFiles
import Testing

/// The worked examples of the contract: tiny scenarios, a schedule each, and what a review must find.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))) ?? [])
    .filter { $0.first?.isNumber ?? false }.sorted()
}

@Suite("The contract's worked examples")
struct GoldenTests {
  private struct Expected: Decodable {
    struct Violation: Decodable, Hashable {
      let rule: String
      let sessions: Set<String>
    }
    let violations: [Violation]
    let costs: [String: Int]
    let objective: Int
    let held: [String]?
    let whatIf: String?
    let maxMoves: Int?
  }

  @Test("All worked examples are there")
  func complete() { #expect(Golden.cases.count == 20) }

  @Test("A review finds what the example says", arguments: Golden.cases)
  func review(name: String) throws {
    let folder = Golden.folder.appending(path: name)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let expected = try decoder.decode(
      Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    let reading = ScenarioFolder.read(
      folder.appending(path: "scenario"), whatIf: expected.whatIf)
    let scenario = try #require(reading.scenario)
    let schedule = try #require(
      ScheduleFile.read(folder.appending(path: "schedule.csv"), against: scenario).schedule)
    let baseline = ScheduleFile.read(folder.appending(path: "baseline.csv"), against: nil).schedule
    let review = Review(
      scenario: scenario, schedule: schedule, baseline: baseline, maxMoves: expected.maxMoves)
    #expect(
      Set(
        review.violations.map {
          Expected.Violation(rule: $0.rule.rawValue, sessions: Set($0.sessions))
        }) == Set(expected.violations))
    #expect(review.violations.count == expected.violations.count)
    let units = review.costs.filter { $0.units != 0 }.map { ($0.rule.rawValue, $0.units) }
    #expect(Dictionary(uniqueKeysWithValues: units) == expected.costs)
    #expect(review.objective == expected.objective)
    if let held = expected.held { #expect(Set(review.held) == Set(held)) }
  }
}
