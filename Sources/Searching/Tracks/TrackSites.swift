// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// The rooms and days in which each track could begin, and in what order they are tried.
struct TrackSites {
  /// Minutes that the sessions of each track take in all.
  let minutes: [Int]
  private let board: PriceBoard
  private let tracks: Tracks
  private let sites: [[TrackPacking.Site]]
  /// How much each room is asked for: minutes of the tracks that could stand in it, each shared out
  /// among the rooms it has to choose from.
  private let demand: TypedArray<RoomPosition, Double>
  private let mostDemand: Double
  private let openMinutes: [Int]

  init(_ board: PriceBoard, _ tracks: Tracks) {
    self.board = board
    self.tracks = tracks
    let problem = board.problem
    minutes = tracks.members.map { $0.reduce(0) { $0 + problem.minutes[$1] } }
    openMinutes = problem.scenario.meeting.days.map { day in
      day.openIntervals.reduce(0) { $0 + $1.end.minutes - $1.start.minutes }
    }
    sites = tracks.members.map { Self.sites(of: $0, problem) }
    var demand = TypedArray<RoomPosition, Double>(repeating: 0, count: board.rooms)
    for (track, sites) in sites.enumerated() {
      let rooms = Set(sites.map(\.room))
      for room in rooms { demand[room] += Double(minutes[track]) / Double(rooms.count) }
    }
    self.demand = demand
    mostDemand = max(1, demand.max() ?? 1)
  }

  private static func sites(
    of members: [SessionPosition], _ problem: PlanningProblem
  ) -> [TrackPacking.Site] {
    // Where all are tied to one room or day, it must do for all of them.
    let roomTied = members.allSatisfy { p in
      problem.terms.sameRooms.all.contains { $0.price == nil && ($0.a == p || $0.b == p) }
    }
    let tables = members.map { problem.places[$0] }
    guard let first = tables.first else { return [] }
    var rooms = Set(first.rooms)
    if roomTied && members.count > 1 { for table in tables { rooms.formIntersection(table.rooms) } }
    let days = Set(first.days).sorted()
    return rooms.sorted().flatMap { room in days.map { TrackPacking.Site(room: room, day: $0) } }
  }

  /// All sites of a track that have minutes enough left, those that others ask for least and that it
  /// fills best first.
  func ordered(
    for track: Int, in schedule: PricedSchedule, noise: Double, _ random: inout SeededGenerator
  ) -> [TrackPacking.Site] {
    let needed = minutes[track]
    let isWhole = tracks.members[track].count > 1
    return sites[track].compactMap { site -> (TrackPacking.Site, Double)? in
      var left = openMinutes[site.day]
      schedule.forEachOccupant(of: site.room, on: site.day) { left -= Int($0.end - $0.begin) }
      if isWhole && left <= 0 { return nil }
      let rest = Double(left - needed) / Double(max(1, openMinutes[site.day]))
      let score = demand[site.room] / mostDemand + abs(rest) / 2 + noise * random.fraction()
      return (site, score)
    }.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
      .map(\.element.0)
  }

  /// Any site of a track.
  func any(for track: Int, _ random: inout SeededGenerator) -> TrackPacking.Site? {
    let sites = sites[track]
    return sites.isEmpty ? nil : sites[random.below(sites.count)]
  }

  /// The tracks with a session in a room, or in one that shares its space, on a day.
  func tracks(in room: RoomPosition, on day: Int, _ schedule: PricedSchedule) -> [Int] {
    var found: Set<Int> = []
    for i in board.firstSharing[room]..<board.firstSharing[room.next] {
      schedule.forEachOccupant(of: board.sharing[i].room, on: day) {
        found.insert(tracks.trackOf[$0.session.position])
      }
    }
    return found.sorted()
  }
}
