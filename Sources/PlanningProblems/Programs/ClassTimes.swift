// SPDX-License-Identifier: GPL-3.0-or-later

/// Moments at which rooms can be in use, and moments that sessions take of them.
struct ClassTimes {
  private let problem: PlanningProblem
  private let classes: RoomClasses
  private let samples: TimeSamples
  private var loads: [Key: Int] = [:]

  private struct Key: Hashable {
    let session: SessionPosition
    let roomClass: RoomClass
    let resting: Bool
  }

  init(_ program: AggregateProgram) {
    problem = program.problem
    classes = program.classes
    samples = program.grain.samples
  }

  /// The least that a session takes of a class's time, its turnover included, at any place there.
  mutating func load(_ p: SessionPosition, _ roomClass: RoomClass, resting: Bool = true) -> Int {
    let key = Key(session: p, roomClass: roomClass, resting: resting)
    if let known = loads[key] { return known }
    let room = classes.anyRoom(of: roomClass)
    let table = problem.places[p]
    var least: Int?
    if let r = table.rooms.firstIndexSorted(room) {
      let minutes = problem.minutes[p] + (resting ? problem.roomGap[room, room] : 0)
      for (s, start) in table.starts.enumerated() where table.price(s, r) != nil {
        let count = samples.met(from: start, minutes: minutes).count
        least = min(least ?? count, count)
      }
    }
    loads[key] = least ?? 0
    return least ?? 0
  }

  /// Moments at which any session can be, or rest, in one of some rooms.
  func moments(ofRooms rooms: [RoomPosition]) -> Int {
    var usable = Array(repeating: false, count: samples.minutes.count)
    for p in problem.sessions.indices {
      let table = problem.places[p]
      for room in rooms {
        guard let r = table.rooms.firstIndexSorted(room) else { continue }
        let minutes = problem.minutes[p] + problem.roomGap[room, room]
        for (s, start) in table.starts.enumerated() where table.price(s, r) != nil {
          for m in samples.met(from: start, minutes: minutes) { usable[m] = true }
        }
      }
    }
    return usable.count { $0 }
  }
}
