// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Meetings
import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("Whole tracks are moved to reach a first schedule")
struct TrackSearchTests {
  @Test("Where a schedule made of tracks exists, one is found", arguments: 0..<24)
  func planted(seed: UInt64) throws {
    let planted = try PlantedTracks(seed: seed, rooms: 2 + Int(seed) % 4)
    let problem = PlanningProblem(planted.scenario)
    let known = WorkingSchedule(problem, planted.assignment(problem))
    try #require(known.score.violations == 0, "what was planted keeps the rules")
    var search = TrackSearch(PriceBoard(problem), seed: 1)
    let found = try #require(search.run(mostWork: 4_000_000) { _ in false })
    #expect(WorkingSchedule(problem, found).score.violations == 0)
    #expect(found.places.allSatisfy { $0 != nil })
  }

  @Test("A session without any place ends the search when its work is done")
  func ends() throws {
    var planted = try PlantedTracks(seed: 2, rooms: 2).scenario
    planted.sessions[0].audience = 10_000
    var search = TrackSearch(PriceBoard(PlanningProblem(planted)), seed: 1)
    let found = search.run(mostWork: 50_000) { _ in false }
    #expect(found == nil)
  }

  @Test("The same seed leads to the same schedule", arguments: [3, 9])
  func repeats(seed: UInt64) throws {
    let problem = PlanningProblem(try PlantedTracks(seed: seed, rooms: 3).scenario)
    let found = try (0..<2).map { _ in
      var search = TrackSearch(PriceBoard(problem), seed: 7)
      return try #require(search.run(mostWork: 1_000_000) { _ in false })
    }
    #expect(found[0] == found[1])
  }

  @Test("What is known and breaks nothing stays where it is")
  func keeps() throws {
    let planted = try PlantedTracks(seed: 4, rooms: 3)
    let problem = PlanningProblem(planted.scenario)
    var known = planted.assignment(problem)
    let track = Tracks(problem).members[0]
    for p in track { known.places[p] = nil }
    var search = TrackSearch(PriceBoard(problem), seed: 1, from: known)
    let found = try #require(search.run(mostWork: 1_000_000) { _ in false })
    let others = known.places.indices.filter { !track.contains($0) }
    #expect(others.allSatisfy { found.places[$0] == known.places[$0] })
  }

  @Test(
    "A track that finds no place leaves the schedule as it was", .judges(atLeast: 27),
    arguments: 0..<32)
  func fails(seed: UInt64) throws {
    let planted = try PlantedTracks(seed: seed, rooms: 2)
    let problem = PlanningProblem(planted.scenario)
    let board = PriceBoard(problem)
    let tracks = Tracks(problem)
    let full = PricedSchedule(board, planted.assignment(problem))
    var packing = TrackPacking(board, tracks)
    for members in tracks.members {
      for p in members { full.make([PricedSchedule.Step(leavingOut: p)]) }
      let before = full.assignment
      for room in problem.rooms where !problem.places[members[0]].rooms.contains(room) {
        judged()
        let site = TrackPacking.Site(room: room, day: 0)
        let isIn = packing.pack(members, at: site, in: full)
        #expect(!isIn)
        #expect(full.assignment == before)
      }
    }
  }

  @Test("Ties join sessions to tracks, also through others; links that only order do not")
  func joins() throws {
    var planted = try PlantedTracks(seed: 1, rooms: 1).scenario
    planted.links = [
      Link(from: .session(0), to: .session(2), kind: .sameDay, strength: .must, minGap: 0),
      Link(from: .session(2), to: .session(3), kind: .sameRoom, strength: .must, minGap: 0),
      Link(from: .session(1), to: .session(0), kind: .before, strength: .must, minGap: 0),
      Link(from: .session(4), to: .session(0), kind: .sameRoom, strength: .cost(3), minGap: 0),
    ]
    let tracks = Tracks(PlanningProblem(planted))
    #expect(tracks.members[tracks.trackOf[0]] == [0, 2, 3])
    #expect(tracks.members[tracks.trackOf[1]] == [1])
    #expect(tracks.members[tracks.trackOf[4]] == [4])
    #expect(!tracks.areMost)
    let whole = try PlantedTracks(seed: 1, rooms: 1).scenario
    #expect(Tracks(PlanningProblem(whole)).areMost)
  }
}
