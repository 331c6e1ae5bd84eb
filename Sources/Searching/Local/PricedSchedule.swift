// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// A complete schedule that knows for every session and start what score there would break and
/// cost, as the others stand now.
///
/// So a move is priced in a few look-ups, and only moves that are made cost work: the tables of
/// sessions that deal with the moved one are brought up to date. `WorkingSchedule` prices the same
/// terms the plain way; this one is compared with it.
final class PricedSchedule {
  let board: PriceBoard
  var score: Score
  let stands: Table<SessionPosition, Stand>
  /// Dealings in time with the sessions that are placed.
  let dealings: Table<BoardStart, PackedScore>
  /// Sessions by room and day, in no order.
  let occupants: Table<Int, Occupant>
  let occupantCount: Table<Int, Int>
  /// By cell of the grid and room, the session that begins there; where several do, one of them.
  let starters: Table<Int, Packed<SessionPosition>>
  /// Sessions that the change being priced takes elsewhere.
  let isMoving: Table<SessionPosition, Bool>
  let counts: Counts
  private let arena = Arena()

  /// Where a session stands, all that moves ask for side by side in memory.
  struct Stand: BitwiseCopyable {
    /// None where the session is left out.
    var start = Packed(BoardStart.none)
    var room = Packed(RoomPosition.none)
    var minute: Int32 = 0
    var end: Int32 = 0
    var day: Int32 = 0
    var cell: Int32 = 0
    /// Of the place.
    var price = 0
  }

  /// A session in a room, with the minutes between which it stands there.
  struct Occupant: BitwiseCopyable {
    var session = Packed(SessionPosition(0))
    var begin: Int32 = 0
    var end: Int32 = 0
  }

  init(_ board: PriceBoard, _ assignment: Assignment) {
    self.board = board
    let problem = board.problem
    stands = arena.table(repeating: Stand(), count: board.count)
    dealings = arena.table(repeating: .zero, count: board.minuteOf.count)
    occupants = arena.table(
      repeating: Occupant(), count: board.rooms * board.days * board.count)
    occupantCount = arena.table(repeating: 0, count: board.rooms * board.days)
    starters = arena.table(
      repeating: Packed(SessionPosition(-1)), count: board.starts.cellCount * board.rooms)
    isMoving = arena.table(repeating: false, count: board.count)
    counts = Counts(problem)
    score = counts.empty
    for p in board.sessions { score += board.absence[p] }
    for (p, place) in assignment.places.enumerated() {
      guard let place else { continue }
      make([Step(session: p, at: place, in: problem)])
    }
  }

  var assignment: Assignment {
    Assignment(
      places: TypedArray(over: board.sessions) { p in
        guard isPlaced(p) else { return nil }
        return board.problem.places[p].rooms.firstIndexSorted(room(of: p)).map {
          Assignment.Place(start: start(of: p), room: $0)
        }
      })
  }

  /// By the session's own list; only of those that are placed.
  @inline(__always) func start(of p: SessionPosition) -> StartOption {
    StartOption(stands[p].start.position.index - board.firstStart[p].index)
  }
  @inline(__always) func room(of p: SessionPosition) -> RoomPosition { stands[p].room.position }
  @inline(__always) func isPlaced(_ p: SessionPosition) -> Bool { !stands[p].start.isNone }
  @inline(__always) func minute(of p: SessionPosition) -> Int { Int(stands[p].minute) }
  @inline(__always) func day(of p: SessionPosition) -> Int { Int(stands[p].day) }
  @inline(__always) func stand(of p: SessionPosition) -> Stand { stands[p] }

  /// The sessions in a room on a day.
  @inline(__always)
  func forEachOccupant(of room: RoomPosition, on day: Int, _ body: (Occupant) -> Void) {
    let cell = room.index * board.days + day
    for i in 0..<occupantCount[cell] { body(occupants[cell * board.count + i]) }
  }

  /// What a session deals with in time at one of its starts.
  @inline(__always)
  func dealings(of p: SessionPosition, at s: StartOption) -> Score {
    dealings[board.position(of: s, of: p)].score
  }

  /// That and the price of the place, which it must be able to take.
  @inline(__always)
  func worthInTime(_ p: SessionPosition, _ s: StartOption, _ r: RoomPosition) -> Score {
    let start = board.position(of: s, of: p)
    var sum = dealings[start].score
    sum.cost &+= board.price(at: start, r)
    return sum
  }

  /// The same of a session where it stands.
  @inline(__always)
  func worth(of stand: Stand) -> Score {
    var sum = dealings[stand.start.position].score
    sum.cost &+= stand.price
    return sum
  }

  /// What one step alone changes, but for the groups.
  func changeOfOne(_ step: Step) -> Score {
    changeInTime(step) + changeInRooms(step)
  }

  /// What several steps change together, but for the groups.
  func change(_ steps: [Step]) -> Score { changeInTime(steps) + changeInRooms(steps) }

  func startOrNone(of p: SessionPosition) -> StartOption { isPlaced(p) ? start(of: p) : .none }
}
