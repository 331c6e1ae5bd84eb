// SPDX-License-Identifier: GPL-3.0-or-later

/// Rooms gathered into classes that no price, permission or limit tells apart.
///
/// Inside a class only `room-change` and same-room links see which room it is. Where no session
/// with such a tie may use the class, a count of its rooms is exact: sessions are intervals, and
/// intervals that nowhere outnumber the rooms can be handed out one by one.
public struct RoomClasses: Sendable {
  /// Each class's rooms, classes in order of their first room.
  public let members: TypedArray<RoomClass, [RoomPosition]>
  /// Class of each room.
  public let classOf: TypedArray<RoomPosition, RoomClass>

  /// How large classes are.
  public enum Grain: Sendable {
    /// As large as prices allow: a relaxation, exact but for ties to one room.
    case coarse
    /// Classes that a session with a tie to its room may use fall apart into single rooms: exact.
    case exact
  }

  /// The classes of a problem's rooms.
  ///
  /// - Complexity: rooms times classes times places.
  package init(_ problem: PlanningProblem, _ grain: Grain) {
    let sights = problem.terms.all.map { $0.sight(in: problem) }
    let marks = sights.flatMap(\.marks)
    var alone: Set<RoomPosition> = []
    if grain == .exact {
      for p in Set(sights.flatMap(\.tied)) { alone.formUnion(problem.places[p].rooms) }
    }
    var members: TypedArray<RoomClass, [RoomPosition]> = []
    var classes: [Signature] = []
    classOf = TypedArray(over: problem.rooms) { room in
      let signature = Signature(
        aloneAs: alone.contains(room) ? room : nil, marks: marks.map { $0[room] },
        prices: problem.places.map { $0.prices(inRoom: room) })
      let known = RoomClass(classes.firstIndex(of: signature) ?? classes.count)
      if known == members.endIndex {
        classes.append(signature)
        members.append([])
      }
      members[known].append(room)
      return known
    }
    self.members = members
  }

  /// Every class, in order.
  package var all: Range<RoomClass> { members.indices }

  /// The rooms of a class, in order; never none.
  package func rooms(of roomClass: RoomClass) -> [RoomPosition] { members[roomClass] }

  /// A room of a class: to all that does not see single rooms it is like the others.
  package func anyRoom(of roomClass: RoomClass) -> RoomPosition { members[roomClass][0] }

  /// All that tells a room from another.
  private struct Signature: Equatable {
    let aloneAs: RoomPosition?
    /// By term that sees rooms (`TermSet.sight`).
    let marks: [RoomSight.Mark]
    /// The room's column in each session's place table; empty where the session cannot use it.
    let prices: [[Int]]
  }
}
