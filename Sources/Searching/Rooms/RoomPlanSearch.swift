// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// Finds a schedule of a meeting made of tracks in two steps: rooms first, then times.
///
/// A search that moves sessions one at a time, or in pairs, leaves each track where it first came to rest:
/// on the way to another room its sessions pay for two rooms, or break ties. By their time alone tracks
/// can be packed into rooms in a second; with rooms given, what is left is an order in each room, which
/// the local search finds (Pylyavskyy, Jacko and Kheiri, "A generic approach to conference scheduling with
/// integer programming", EJOR 317, 2024, decides tracks before talks too).
package struct RoomPlanSearch {
  private let problem: PlanningProblem
  private let units: RoomUnits
  /// Moves of both steps so far.
  package private(set) var work = 0

  /// Of all moves, one part in this many packs rooms.
  private static let packingPart = 4
  private static let (hot, warm, cold) = (4.0, 1.5, 0.05)

  /// - Returns: `nil` where a meeting is not made of tracks.
  package init?(_ problem: PlanningProblem) {
    guard problem.homelessSession == nil, RoomUnits.areMost(of: problem) else { return nil }
    // The same schedules, with fewer pairs to look at.
    self.problem = problem.withFewestTies
    guard self.problem.homelessSession == nil else { return nil }
    units = RoomUnits(self.problem)
  }

  /// A schedule that keeps the hard rules, for one plan of rooms; `nil` where none is found.
  ///
  /// - Parameters:
  ///   - whole: the problem that the answer is about: the one that the search was made for.
  ///   - goal: a cost that is good enough.
  ///   - isStopped: asked between moves, with the work of this call.
  package mutating func schedule(
    of whole: PlanningProblem, seed: UInt64, moves: Int, goal: Int,
    isStopped: (_ work: Int) -> Bool
  ) -> Assignment? {
    let begun = work
    var packing = RoomPacking(units, seed: seed)
    let packingMoves = moves / Self.packingPart
    packing.run(moves: packingMoves) { isStopped(0) }
    work += packingMoves
    guard let planned = planned(packing.binOf) else { return nil }
    var local = LocalSearch(planned, seed: seed)
    local.buildGreedily { isStopped(work - begun) }
    let done = work
    for hot in [Self.hot, Self.warm] {
      local.returnToBest(or: nil)
      local.cool(
        moves: (moves - packingMoves) / 2, hot: hot, cold: Self.cold, goal: goal,
        isStopped: { isStopped(done - begun + $0) }, onBetter: { _, _, _ in })
    }
    work += local.work
    return local.best.flatMap { planned.translate($0, to: whole) }
  }

  /// The problem with each session in the rooms of its track, and each track on its day.
  private func planned(_ binOf: [Int]) -> PlanningProblem? {
    var planned = problem
    for (u, members) in units.members.enumerated() where binOf[u] >= 0 {
      let group = units.groupOf[u]
      let isTrack = members.count > 1
      let shared = isTrack || group < 0 ? [u] : units.unitsOf[group]
      let rooms = Set(shared.filter { binOf[$0] >= 0 }.map { binOf[$0] / (units.days + 1) })
      let day = binOf[u] % (units.days + 1)
      for p in members {
        planned.places[p].keepRooms { rooms.contains($0.index) }
        if isTrack, day < units.days { planned.places[p].keepDays { $0 == day } }
      }
    }
    return planned.homelessSession == nil ? planned : nil
  }
}

extension PlanningProblem {
  /// An assignment of this problem as one of another that has the same sessions and all of its places.
  func translate(_ assignment: Assignment, to other: PlanningProblem) -> Assignment? {
    var places = TypedArray<SessionPosition, Assignment.Place?>(
      repeating: nil, count: sessions.count)
    for p in sessions.indices {
      guard let place = assignment.places[p] else { continue }
      guard
        let start = other.places[p].starts.firstIndexSorted(self.places[p].starts[place.start]),
        let room = other.places[p].rooms.firstIndexSorted(self.places[p].rooms[place.room])
      else { return nil }
      places[p] = Assignment.Place(start: start, room: room)
    }
    return Assignment(places: places)
  }
}
