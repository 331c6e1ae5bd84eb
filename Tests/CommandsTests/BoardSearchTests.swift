// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes
import Boards
import Foundation
import IntegerPrograms
import Meetings
import Rules
import Synchronization
import Testing

@testable import Commands

@Suite("What a worker of the board answers")
struct BoardSearchTests {
  private let scenario = Loading(Repository.small).scenario

  /// Where the draft of the small scenario has its sessions.
  private func standing() throws -> [String: BoardPlace] {
    let scenario = try #require(scenario)
    let rows = try ScheduleReading.file(Repository.schedule, against: scenario).rows
    return Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        guard let start = row.start, let room = row.room else { return nil }
        return (row.session, BoardPlace(start: start, room: room))
      })
  }

  /// The last that it says.
  private func answer(
    _ question: [String: Any], pins: [String] = [], floor: Int? = nil,
    _ cancellation: Cancellation = Cancellation()
  ) throws -> SolveWord? {
    let places = try standing().mapValues { ["start": $0.startText, "room": $0.room] }
    let job: [String: Any] = [
      "digest": Loading(Repository.small).digest, "places": places, "pins": pins, "seed": 1,
    ]
    let all = job.merging(question) { _, own in own }
    let data = try JSONSerialization.data(withJSONObject: all)
    let words = Mutex<[SolveWord]>([])
    let asked = BoardWorkerJob(
      scenario: Repository.small, job: try JSONDecoder().decode(SolveJob.self, from: data),
      floor: floor)
    BoardSearch(asked, cancellation) { word in words.withLock { $0.append(word) } }.run()
    return words.withLock { $0.last }
  }

  @Test("A what-if costs what the referee says by its tables, and moves what has to move")
  func whatIf() throws {
    let word = try answer(["question": "what-if", "whatIf": try Self.name()])
    guard case .whatIf("optimal", let places?, let objective?, let bound?, _)? = word else {
      Issue.record("\(String(describing: word))")
      return
    }
    #expect(bound == objective)
    let then = try #require(Loading(Repository.small, whatIf: try Self.name()).scenario)
    let before = try standing()
    func schedule(_ places: [String: BoardPlace]) -> Schedule {
      Schedule(
        rows: then.sessions.map { session in
          places[session.id].map { .placed(session.id, $0.start, $0.room) }
            ?? Schedule.Row(session: session.id, status: .unplaced)
        })
    }
    let review = Review(scenario: then, schedule: schedule(places), baseline: schedule(before))
    #expect(review.objective == objective)
    #expect(!review.violations.contains { $0.rule != .placedOnce && $0.rule != .eligible })
    // The room is lost on the second day.
    #expect(before["access-1"]?.room == "fjord" && places["access-1"] != before["access-1"])
    #expect(
      !places.values.contains { $0.room == "fjord" && "\($0.start.date)" == "2025-06-24" })
  }

  @Test("What is pinned stays in a what-if, or is said to be barred there")
  func pinned() throws {
    let question = ["question": "what-if", "whatIf": try Self.name()]
    guard case .whatIf(_, let places?, _, _, _)? = try answer(question, pins: ["cyber-1"]) else {
      Issue.record("no schedule")
      return
    }
    #expect(places["cyber-1"] == (try standing()["cyber-1"]))
    let barred = try answer(question, pins: ["access-1"])
    guard case .whatIf(_, _, _, _, let sentences)? = barred else {
      Issue.record("\(String(describing: barred))")
      return
    }
    #expect(sentences.contains { $0.hasPrefix("access-1 cannot stay where it is pinned") })
  }

  @Test(
    "A place that is barred takes a change of the tables, with the cell; never of the wish itself")
  func ways() throws {
    let place = ["start": "2025-06-24T10:45", "room": "fjord"]
    let word = try answer(
      ["question": "what-would-it-take", "session": "youth-1", "place": place])
    guard case .answer("infeasible", nil, _, let sentences)? = word else {
      Issue.record("\(String(describing: word))")
      return
    }
    #expect(sentences.first?.hasPrefix("It takes a change of the tables") == true)
    #expect(sentences.contains { $0.contains("sessions.csv") && $0.contains("(needs)") })
    #expect(!sentences.contains { $0.contains("--change") })
    let why = try answer(["question": "why-not", "session": "youth-1", "place": place])
    guard case .answer(_, _, _, let reasons)? = why else {
      Issue.record("\(String(describing: why))")
      return
    }
    #expect(!reasons.contains { $0.hasPrefix("It takes a change") })
  }

  private static func name() throws -> String {
    try #require(BoardWhatIf.all(of: Repository.small).first?.name)
  }

  @Test("A session that is held back takes what its activity lacks, and no row of its own")
  func held() throws {
    let word = try answer(["question": "what-would-it-take", "session": "late-1"])
    guard case .answer("infeasible", nil, _, let sentences)? = word else {
      Issue.record("\(String(describing: word))")
      return
    }
    #expect(sentences.first == "It is held back, and has a place once this is so:")
    #expect(
      sentences.dropFirst().first
        == "Dynamic Coalition without a Report meets annual report (DC-7): complete its row, or lift the"
        + " requirement in waivers.csv")
  }

  @Test("No answer has a weaker bound than the drafts of its tables have proven")
  func floor() throws {
    let stopped = Cancellation()
    stopped.cancel()
    let tables = try #require(scenario)
    let costs = Review(
      scenario: tables, schedule: try ScheduleReading.file(Repository.schedule, against: tables)
    ).objective
    for (floor, expected) in [(costs, "optimal"), (costs - 1, "feasible")] {
      let word = try answer(["question": "improve"], floor: floor, stopped)
      guard case .answer(let status, _, let bound, _)? = word else {
        Issue.record("\(String(describing: word))")
        return
      }
      #expect(status == expected && bound == floor)
    }
    let weaker = try answer(["question": "improve"], stopped)
    guard case .answer(_, _, let bound?, _)? = weaker else {
      Issue.record("\(String(describing: weaker))")
      return
    }
    #expect(bound < costs - 1)
    let why = try answer(["question": "why-not", "session": "iot-1"], floor: costs)
    guard case .answer(_, _, _, let sentences)? = why else {
      Issue.record("\(String(describing: why))")
      return
    }
    #expect(
      sentences.contains { $0.contains("no schedule of these tables costs less than \(costs)") })
    // What matters, and not the tables of all places.
    #expect(sentences.count < 12 && !sentences.contains { $0.hasPrefix("- ") || $0.contains("✗") })
  }
}
