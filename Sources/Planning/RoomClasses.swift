// SPDX-License-Identifier: GPL-3.0-or-later

/// Rooms gathered into classes that no price, permission or limit tells apart.
///
/// Inside a class only `room-change` and same-room links see which room it is. Where no session
/// with such a tie may use the class, a count of its rooms is exact: sessions are intervals, and
/// intervals that nowhere outnumber the rooms can be handed out one by one.
public struct RoomClasses: Sendable {
  /// Scenario indices of each class's rooms, classes in order of their first room.
  public let members: [[Int]]
  /// Class of each room.
  public let classOf: [Int]

  public enum Grain: Sendable {
    /// As large as prices allow: a relaxation, exact but for ties to one room.
    case coarse
    /// Classes that a session with a tie to its room may use fall apart into single rooms: exact.
    case exact
  }

  init(_ problem: PlanningProblem, _ grain: Grain) {
    let rooms = problem.scenario.rooms.indices
    var tied: Set<Int> = []
    if grain == .exact {
      let ties =
        problem.roomGroups.flatMap(\.members) + problem.sameRooms.flatMap { [$0.a, $0.b] }
      for p in Set(ties) { tied.formUnion(problem.places[p].rooms) }
    }
    var classes: [(signature: Signature, members: [Int])] = []
    for room in rooms {
      let signature = Signature(of: room, in: problem, isAlone: tied.contains(room))
      if let i = classes.firstIndex(where: { $0.signature == signature }) {
        classes[i].members.append(room)
      } else {
        classes.append((signature, [room]))
      }
    }
    members = classes.map(\.members)
    var classOf = Array(repeating: 0, count: rooms.count)
    for (i, entry) in classes.enumerated() { for room in entry.members { classOf[room] = i } }
    self.classOf = classOf
  }

  /// All that tells a room from another, but for ties.
  private struct Signature: Equatable {
    /// Set for rooms that share space with others or stand alone by demand.
    let identity: Int?
    let turnover: Int
    let limits: [Bool]
    let homes: [Bool]
    /// The room's column in each session's place table; empty where the session cannot use it.
    let prices: [[Int]]

    init(of room: Int, in problem: PlanningProblem, isAlone: Bool) {
      let sharesSpace = problem.scenario.rooms.indices.contains {
        $0 != room && problem.roomGap[room, $0] >= 0
      }
      identity = isAlone || sharesSpace ? room : nil
      turnover = problem.roomGap[room, room]
      limits = problem.limits.compactMap { $0.rooms?.contains(room) }
      homes = (problem.maxMoves?.homes ?? []).map { $0.place?.room == room }
      prices = problem.places.map { table in
        guard let column = table.rooms.firstIndexSorted(room) else { return [] }
        return table.starts.indices.map { table.prices[$0 * table.rooms.count + column] }
      }
    }
  }
}
