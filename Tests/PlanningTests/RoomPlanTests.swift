// SPDX-License-Identifier: GPL-3.0-or-later

import Judging
import Meetings
import Testing

@testable import PlanningProblems
@testable import Searching

@Suite("Rooms first, then times")
struct RoomPlanTests {
  /// Tracks that fit into full rooms in few ways: by room, the sizes of those that fill it.
  private func full(_ rooms: [[Int]]) throws -> PlanningProblem {
    let zone = try #require(ZoneClock("Europe/Oslo"))
    let days = [20_262, 20_263].map {
      Day(
        date: CalendarDate(dayNumber: $0), label: "Day", open: [540..<720],
        starts: [540, 570, 600, 630, 660, 690])
    }
    var scenario = Scenario(
      meeting: Meeting(
        id: "full", name: "Full", zone: zone, days: days, gridMinutes: 30, turnoverMinutes: 0,
        transferMinutes: 0, localHours: 240..<1320))
    for room in rooms.indices {
      scenario.rooms.append(
        Room(id: "r\(room)", name: "Room \(room)", capacity: 40, turnoverMinutes: 0))
    }
    for size in rooms.flatMap(\.self) {
      let track = scenario.activities.count
      scenario.activities.append(
        Activity(id: "t\(track)", name: "Track \(track)", kind: Kind("WS"), themes: []))
      for _ in 0..<size {
        let number = scenario.sessions.count
        scenario.sessions.append(
          Session(
            id: "s\(number)", activities: [track], title: "Talk \(number)", minutes: 30,
            audience: 30, themes: ["track \(track)"], needs: [], placement: .must, priority: 3,
            pin: Session.Pin(), allowed: nil, isExclusive: false))
      }
    }
    return PlanningProblem(scenario)
  }

  @Test("Rooms that are full come out with each track in one, and none at once with itself")
  func fillsRooms() throws {
    let problem = try full([[7, 5], [8, 4], [9, 3], [6, 6]])
    var search = try #require(RoomPlanSearch(problem))
    let found = try #require(
      search.schedule(of: problem, seed: 1, moves: 200_000, goal: 0) { _ in false })
    #expect(WorkingSchedule(problem, found).score == Score(violations: 0, cost: 0))
  }

  @Test(
    "Where tracks must keep a room and a day, what is found keeps all rules", .judges(atLeast: 5),
    arguments: 0..<16)
  func keepsRules(seed: UInt64) throws {
    let problem = PlanningProblem(try PlantedTracks(seed: seed, rooms: 3).scenario)
    guard var search = RoomPlanSearch(problem) else { return }
    guard
      let found = search.schedule(
        of: problem, seed: seed, moves: 400_000, goal: 0, isStopped: { _ in false })
    else { return }
    judged()
    #expect(WorkingSchedule(problem, found).score.violations == 0)
    #expect(found.places.allSatisfy { $0 != nil })
  }

  @Test("The same seed leads to the same schedule")
  func repeats() throws {
    let problem = try full([[7, 5], [8, 4], [9, 3]])
    let found = (0..<2).map { _ in
      var search = RoomPlanSearch(problem)
      return search?.schedule(of: problem, seed: 5, moves: 50_000, goal: 0) { _ in false }
    }
    #expect(found[0] == found[1])
  }

  @Test("Of a meeting of sessions that stand alone there is no plan")
  func onlyForTracks() throws {
    #expect(RoomPlanSearch(try full([[1, 1, 1, 2], [2, 1, 1]])) == nil)
  }

  @Test(
    "What a move of the packing changes is what a count from the start changes",
    .judges(atLeast: 500), arguments: 0..<12)
  func countsAsItMoves(seed: UInt64) throws {
    let problem = PlanningProblem(try TiedScenario(seed: seed, sessions: 8).scenario)
    var packing = RoomPacking(RoomUnits(problem), seed: seed)
    let movable = packing.units.bins.indices.filter { !packing.units.bins[$0].isEmpty }
    if movable.isEmpty { return }
    for _ in 0..<200 {
      var steps: [(unit: Int, bin: Int)] = []
      packing.draw(movable, &steps)
      let before = packing.total
      guard let change = packing.make(&steps) else { continue }
      judged()
      #expect(abs(packing.total - before - change) < 1e-6)
      if steps.count % 2 == 1 {
        _ = packing.make(&steps)
        #expect(abs(packing.total - before) < 1e-6, "the steps lead back")
      }
    }
  }
}

extension RoomPacking {
  /// What a plan costs, counted from where each unit is.
  fileprivate var total: Double {
    var sum = 0.0
    let placed = binOf.indices.filter { binOf[$0] >= 0 }
    func room(_ u: Int) -> Int { binOf[u] / (units.days + 1) }
    func day(_ u: Int) -> Int { binOf[u] % (units.days + 1) }
    for u in placed { sum += Double(units.price[u][binOf[u]]) }
    for (group, price) in units.groupPrice.enumerated() {
      let rooms = Set(placed.filter { units.groupOf[$0] == group }.map(room))
      sum += Double(rooms.count * price)
    }
    for u in placed {
      for other in units.clashes[u] where other.unit > u && binOf[other.unit] >= 0 {
        if day(u) == day(other.unit), room(u) != room(other.unit) { sum += Double(other.price) }
      }
    }
    for r in 0..<units.rooms {
      let here = placed.filter { room($0) == r }
      let all = here.reduce(0) { $0 + units.load[$1][r] }
      let daily = (0..<units.days).reduce(0) { sum, d in
        let load = here.filter { day($0) == d }.reduce(0) { $0 + units.load[$1][r] }
        return sum + max(0, load - units.capacity[r][d])
      }
      sum += excessPrice * Double(max(daily, all - units.capacity[r].reduce(0, +)))
    }
    return sum
  }
}
