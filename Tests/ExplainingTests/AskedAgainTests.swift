// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPKSolver
import IntegerPrograms
import Judging
import Meetings
import Planning
import PlanningProblems
import Rules
import ScenarioFiles
import Tables
import Testing

@testable import Explaining

@Suite("What explain claims, asked again as a what-if on the tables")
struct AskedAgainTests {
  private let planner = Planner(solver: GLPK())
  private let effort = Planner.Effort(movesPerSession: 300, isSideBySide: false)

  private func tables(_ seed: Int) throws -> TinyTables {
    var tiny = try TinyMeeting(seed: UInt64(seed), sessions: 3 + seed % 4)
    if seed % 5 == 0 { tiny.scenario.sessions[1].placement = .optional }
    return try TinyTables(tiny.scenario)
  }

  /// Whether the tables with some changes have a schedule; the search decides all of these sizes.
  private func isPossible(_ tables: TinyTables, _ edits: [WhatIfEdit]) throws -> Bool {
    let reading = try tables.read(edits.map(\.object))
    #expect(reading.findings.allSatisfy { $0.severity == .warning }, "\(reading.findings)")
    let scenario = try #require(reading.scenario)
    switch planner.draft(PlanningProblem(scenario), effort: effort) {
    case .optimal, .feasible: return true
    case .infeasible: return false
    case .unknown:
      Issue.record("a tiny meeting was left undecided")
      return false
    }
  }

  @Test(
    "Each verdict, each request given up alone and each way out", .judges(atLeast: 230),
    arguments: 0..<40)
  func contradictions(seed: Int) throws {
    let tables = try tables(seed)
    let reading = try tables.read()
    let scenario = try #require(reading.scenario)
    let explanation = Explanation(scenario, reading.places, planner)
    switch explanation.verdict {
    case .undecided: Issue.record("a tiny meeting was left undecided")
    case .possible: #expect(try isPossible(tables, []))
    case .impossible: #expect(try !isPossible(tables, []))
    }
    for contradiction in explanation.contradictions {
      for (request, claim) in zip(contradiction.requests, contradiction.givenUp) {
        #expect(claim != .notReached && claim != .undecided)
        guard let edits = Correction.Change.giveUp(request.demand).edits(of: scenario) else {
          continue
        }
        judged()
        #expect(try isPossible(tables, edits) == (claim == .possible), "\(request.way)")
      }
    }
    for way in explanation.ways {
      let changes = way.corrections.map(\.change)
      let edits = changes.compactMap { $0.edits(of: scenario) }
      guard edits.count == changes.count, WhatIfEdit.canBeJoined(changes) else { continue }
      judged()
      #expect(try isPossible(tables, edits.flatMap(\.self)), "\(way.words)")
    }
  }

  @Test("The claims are of both sorts, so no test here passes for lack of them")
  func bothSorts() throws {
    var counts: [GivenUp: Int] = [:]
    var several = 0
    for seed in 0..<16 {
      let tables = try tables(seed)
      let reading = try tables.read()
      let explanation = Explanation(try #require(reading.scenario), reading.places, planner)
      for claim in explanation.contradictions.flatMap(\.givenUp) { counts[claim, default: 0] += 1 }
      if explanation.contradictions.count > 1 { several += 1 }
    }
    #expect(counts[.possible, default: 0] > 8, "\(counts)")
    #expect(counts[.impossible, default: 0] > 20, "\(counts)")
    #expect(several > 3)
  }

  /// A draft of some tables with its proof, where there is one.
  private func study(_ tables: TinyTables) throws -> (DraftAnalysis, [Request])? {
    let reading = try tables.read()
    let scenario = try #require(reading.scenario)
    let problem = PlanningProblem(scenario)
    guard case .optimal(let best, let cost) = planner.draft(problem, effort: effort) else {
      return nil
    }
    return (
      DraftAnalysis(scenario, problem.schedule(best), planner, known: .proven(cost)),
      Request.all(of: scenario, reading.places)
    )
  }

  /// The least that the tables with some changes cost, proven; `nil` where nothing is possible.
  private func optimum(
    _ tables: TinyTables, _ edits: [WhatIfEdit], baseline: Schedule? = nil
  ) throws -> Int? {
    let reading = try tables.read(edits.map(\.object))
    #expect(reading.findings.allSatisfy { $0.severity == .warning }, "\(reading.findings)")
    let scenario = try #require(reading.scenario)
    switch planner.draft(PlanningProblem(scenario, baseline: baseline), effort: effort) {
    case .optimal(_, let cost): return cost
    case .infeasible: return nil
    case .feasible, .unknown:
      Issue.record("a tiny meeting was left undecided")
      return nil
    }
  }

  @Test(
    "What more would buy, and no bound below the draft's own", .judges(atLeast: 24),
    arguments: 0..<60)
  func prices(seed: Int) throws {
    let tables = try tables(seed)
    guard let (study, requests) = try study(tables) else { return }
    let prices = Prices(study, requests)
    #expect(prices.now == study.cost && prices.bound == study.known.bound)
    for line in prices.lines {
      guard case .found(let outcome) = line.answer,
        let edits = line.change.edits(of: study.scenario)
      else { continue }
      judged()
      let least = try #require(try optimum(tables, edits))
      #expect(
        outcome.bound <= least && least <= min(prices.now, outcome.objective), "\(line.words)")
      // The draft is the best one, so this is what the change truly buys.
      #expect(prices.certain(line)?.contains(study.cost - least) == true, "\(line.words)")
    }
    // Nothing is known beforehand, and every answer is the draft itself.
    let stopped = Cancellation()
    let halted = DraftAnalysis(study.scenario, study.draft, planner, cancellation: stopped) {
      if case .asking = $0 { stopped.cancel() }
    }
    let blind = Prices(halted, requests)
    #expect(blind.bound <= study.cost && blind.now == study.cost)
    for line in blind.lines {
      guard let certain = blind.certain(line), let edits = line.change.edits(of: study.scenario)
      else { continue }
      let least = try #require(try optimum(tables, edits))
      #expect(certain.contains(study.cost - least), "\(line.words)")
    }
  }

  @Test(
    "Where a session can be, what bars it whatever moves, and what it costs",
    .judges(atLeast: 15), arguments: 0..<60)
  func places(seed: Int) throws {
    let tables = try tables(seed)
    guard let (study, _) = try study(tables) else { return }
    let scenario = study.scenario
    // For a session that already has a pin, another pin would be another question.
    guard
      let session = scenario.sessions.indices.first(where: {
        scenario.sessions[$0].pin == Session.Pin() && scenario.sessions[$0].placement == .must
      })
    else { return }
    let places = SessionPlaces(study, session: session)
    for option in places.options where !option.isHere {
      var least: Int?
      for room in option.rooms {
        let pin = WhatIfEdit.set(
          table: "sessions", id: scenario.sessions[session].id,
          cells: ["day": "\(option.start.date)", "start": option.start.clock, "room": room])
        let cost = try optimum(tables, [pin], baseline: study.draft)
        least = [least, cost].compactMap(\.self).min()
      }
      if !option.always.isEmpty { #expect(least == nil, "\(option.start) \(option.always)") }
      switch option.solved {
      case .found(let outcome):
        judged()
        let least = try #require(least)
        #expect(outcome.bound <= least && least <= outcome.objective)
        #expect(outcome.bound >= study.floor)
      case .impossible: #expect(least == nil)
      case .undecided, .notReached, nil: break
      }
    }
  }

  @Test("A bound that the draft itself undercuts is none; one that no search reached is kept")
  func knownBound() throws {
    var kept = 0
    for seed in 0..<20 {
      let tables = try tables(seed)
      guard let (study, _) = try study(tables) else { continue }
      let lie = DraftAnalysis(study.scenario, study.draft, planner, known: .proven(study.cost + 1))
      #expect(lie.known == .otherQuestion && lie.floor == 0)
      let stopped = Cancellation()
      stopped.cancel()
      let halted = DraftAnalysis(
        study.scenario, study.draft, planner, known: study.known, cancellation: stopped)
      let prices = Prices(halted, [])
      #expect(prices.bound == study.cost && prices.now == study.cost)
      #expect(!prices.notReached.isEmpty)
      kept += 1
    }
    #expect(kept > 2)
  }

  @Test("Each single loss, its repair or that there is none, and which sessions are stuck")
  func fragile() throws {
    var answers = (found: 0, impossible: 0, stuck: 0)
    for seed in 0..<36 {
      let tables = try tables(seed)
      guard let (study, _) = try study(tables) else { continue }
      let fragility = Fragility(study)
      for loss in fragility.losses {
        for edit in loss.lost.edits(of: study.scenario) {
          let least = try optimum(tables, [edit], baseline: study.draft)
          switch loss.repair {
          case .found(let outcome):
            let least = try #require(least, "\(seed) \(loss.words)")
            #expect(outcome.bound <= least && least <= outcome.objective, "\(seed) \(loss.words)")
            #expect(outcome.bound >= study.floor + study.roomMove * loss.sessions.count)
            answers.found += 1
          case .impossible:
            #expect(least == nil, "\(seed) \(loss.words)")
            answers.impossible += 1
          case .undecided, .notReached: Issue.record("\(seed): \(loss.words) was left open")
          }
        }
      }
      let stuck = Self.stuck(study)
      #expect(Set(fragility.stuck + fragility.single) == stuck, "\(seed)")
      answers.stuck += stuck.count
    }
    #expect(answers.found > 5 && answers.impossible > 5 && answers.stuck > 5, "\(answers)")
  }

  /// Sessions that the referee allows nowhere else while the others stay.
  private static func stuck(_ study: DraftAnalysis) -> Set<String> {
    let scenario = study.scenario
    let starts = scenario.meeting.days.flatMap { day in
      stride(from: 0, to: 1440, by: scenario.meeting.gridMinutes).map {
        WallTime(day.date, minuteOfDay: $0)
      }
    }
    let placed = study.draft.rows.indices.filter { study.draft.rows[$0].status == .placed }
    return Set(
      placed.filter { index in
        let row = study.draft.rows[index]
        return !starts.contains { start in
          scenario.rooms.contains { room in
            guard start != row.start || room.id != row.room else { return false }
            var moved = study.draft.rows
            moved[index] = .placed(row.session, start, room.id)
            return Review(scenario: scenario, schedule: Schedule(rows: moved)).violations.isEmpty
          }
        }
      }.map { study.draft.rows[$0].session })
  }
}
