// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPKSolver
import Meetings
import Planning
import PlanningProblems
import ScenarioFiles
import Testing

/// The worked examples are written for the referee. Here the planner has no choice but their
/// schedules, and must count them alike.
@Suite("The planner counts the contract's worked examples as the referee does")
struct PlannedGoldenTests {
  private struct Expected: Decodable {
    struct Violation: Decodable { let rule: String }
    let violations: [Violation]
    let objective: Int
    let whatIf: String?
    let maxMoves: Int?
  }

  static let folder = ContractPage.top.appending(path: "Tests/RulesTests/Golden")
  static let cases =
    (try? FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false)))?.filter { $0 != "README.md" }.sorted() ?? []

  @Test("All worked examples are there")
  func complete() { #expect(Self.cases.count == 20) }

  @Test("What costs and what is broken", arguments: cases)
  func planned(name: String) throws {
    let folder = Self.folder.appending(path: name)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let expected = try decoder.decode(
      Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    var scenario = try #require(
      ScenarioFolder.read(folder.appending(path: "scenario"), whatIf: expected.whatIf).scenario)
    let schedule = try #require(
      ScheduleFile.read(folder.appending(path: "schedule.csv"), against: scenario).schedule)
    let baseline = ScheduleFile.read(folder.appending(path: "baseline.csv"), against: nil).schedule
    scenario.leaveNoChoice(but: schedule)
    let result = Planner(solver: GLPK()).draft(
      PlanningProblem(scenario, baseline: baseline, maxMoves: expected.maxMoves))
    // The planner leaves out what its activity's requirements hold back, whatever a schedule says.
    let isBroken = expected.violations.contains { $0.rule != HardRule.eligible.rawValue }
    switch result {
    case .optimal(_, let objective):
      #expect(!isBroken)
      #expect(objective == expected.objective)
    case .infeasible: #expect(isBroken)
    default: Issue.record("\(result)")
    }
  }
}

extension Scenario {
  /// Pins what the schedule places, and gives what it leaves out an audience that fits nowhere.
  fileprivate mutating func leaveNoChoice(but schedule: Schedule) {
    let rows = schedule.firstRows
    for index in sessions.indices {
      let row = rows[sessions[index].id]
      if let start = row?.start, let room = rooms.firstIndex(where: { $0.id == row?.room }) {
        sessions[index].pin = .init(date: start.date, start: start.minuteOfDay, room: room)
      } else {
        sessions[index].audience = 1_000_000_000
      }
    }
  }
}
