// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("Moves of whole blocks")
struct BlockMovesTests {
  @Test(
    "A track moved keeps every rule that was kept, and costs what was worked out",
    .judges(atLeast: 300), arguments: 0..<12)
  func tracks(seed: UInt64) throws {
    let meeting = try PlantedTracks(seed: seed, rooms: 4)
    let problem = PlanningProblem(meeting.scenario)
    let board = PriceBoard(problem)
    let schedule = PricedSchedule(board, meeting.assignment(problem))
    #expect(schedule.score.violations == 0)
    var blocks = BlockMoves(board)
    let tracks = Tracks(problem)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let p = SessionPosition(random.below(problem.sessions.count))
      var steps: [PricedSchedule.Step] = []
      guard blocks.draw(p, schedule, into: &steps, &random) else { continue }
      judged()
      #expect(Set(steps.map(\.session)).count == steps.count, "no session moves twice")
      #expect(steps.count <= BlockMoves.mostSteps)
      expectWhole(steps, tracks, schedule)
      let before = schedule.score
      let change = schedule.change(steps) + schedule.groupChange(steps)
      schedule.make(steps)
      #expect(schedule.score == before + change)
      #expect(schedule.score == WorkingSchedule(problem, schedule.assignment).score)
      let met = steps.filter { schedule.roomConflicts(with: $0) != 0 }
      #expect(met.isEmpty, "nobody stands in anybody's way")
      if change.violations > 0 { undo(steps, meeting, problem, schedule) }
    }
  }

  /// Those of one track that stood in one room on one day go together.
  private func expectWhole(
    _ steps: [PricedSchedule.Step], _ tracks: Tracks, _ schedule: PricedSchedule
  ) {
    let moving = Set(steps.map(\.session))
    for p in moving {
      for q in tracks.members[tracks.trackOf[p]]
      where schedule.room(of: q) == schedule.room(of: p)
        && schedule.day(of: q) == schedule.day(of: p)
      { #expect(moving.contains(q)) }
    }
  }

  /// Back to the planted schedule.
  private func undo(
    _ steps: [PricedSchedule.Step], _ meeting: PlantedTracks, _ problem: PlanningProblem,
    _ schedule: PricedSchedule
  ) {
    let planted = meeting.assignment(problem)
    for p in problem.sessions.indices {
      guard let place = planted.places[p] else { continue }
      schedule.make([PricedSchedule.Step(session: p, at: place, in: problem)])
    }
  }
}

extension PricedSchedule {
  /// How many sessions stand in the way of a step that was made.
  fileprivate func roomConflicts(with step: Step) -> Int {
    var found = 0
    let (p, here) = (step.session, stand(of: step.session))
    forEachOccupant(of: step.room, on: Int(here.day)) {
      let q = $0.session.position
      if q != p, here.minute < $0.end, $0.begin < here.end { found += 1 }
    }
    return found
  }
}
