// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("Where tracks can begin, and how they are packed")
struct TrackSitesTests {
  @Test(
    "A planted track's own room and day are among its sites", .judges(atLeast: 60),
    arguments: 0..<16)
  func sites(seed: UInt64) throws {
    let planted = try PlantedTracks(seed: seed, rooms: 2 + Int(seed) % 3)
    let problem = PlanningProblem(planted.scenario)
    let assignment = planted.assignment(problem)
    let board = PriceBoard(problem)
    let tracks = Tracks(problem)
    let sites = TrackSites(board, tracks)
    let empty = PricedSchedule(board, problem.nothingPlaced)
    var random = SeededGenerator(seed: seed)
    for (track, members) in tracks.members.enumerated() {
      #expect(sites.minutes[track] == members.reduce(0) { $0 + problem.minutes[$1] })
      let ordered = sites.ordered(for: track, in: empty, noise: 0, &random)
      let place = try #require(assignment.places[members[0]])
      let (room, day) = (
        problem.places[members[0]].rooms[place.room], problem.places[members[0]].days[place.start]
      )
      #expect(ordered.contains { $0.room == room && $0.day == day })
      judged()
    }
  }

  @Test(
    "A track is packed whole and breaks nothing, or not at all", .judges(atLeast: 30),
    arguments: 0..<16)
  func packs(seed: UInt64) throws {
    let problem = PlanningProblem(try PlantedTracks(seed: seed, rooms: 3).scenario)
    let board = PriceBoard(problem)
    let tracks = Tracks(problem)
    let sites = TrackSites(board, tracks)
    let schedule = PricedSchedule(board, problem.nothingPlaced)
    var packing = TrackPacking(board, tracks)
    var random = SeededGenerator(seed: seed)
    for (track, members) in tracks.members.enumerated() {
      for site in sites.ordered(for: track, in: schedule, noise: 0.1, &random) {
        let before = schedule.assignment
        let isIn = packing.pack(members, at: site, in: schedule)
        #expect(isIn || schedule.assignment == before)
        guard isIn else { continue }
        judged()
        let absent = problem.sessions.indices.count { schedule.assignment.places[$0] == nil }
        #expect(members.allSatisfy { schedule.assignment.places[$0] != nil })
        #expect(schedule.score.violations == absent, "what is out, and nothing else, is broken")
        break
      }
    }
  }
}
