// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// A complete schedule that knows for every session and start what score there would break and
/// cost, as the others stand now.
///
/// So a move is priced in a few look-ups, and only moves that are made cost work: the tables of
/// those that deal with the moved session are brought up to date. `WorkingSchedule` prices the same
/// terms the plain way and is what this is held against.
final class PricedSchedule {
  let board: PriceBoard
  var score: Score
  let stands: Table<Stand>
  /// By start among those of all sessions: dealings in time with the sessions that are placed.
  let dealings: Table<Score>
  /// Sessions by room and day, in no order.
  let occupants: Table<Occupant>
  let occupantCount: Table<Int>
  /// Sessions that the change being priced takes elsewhere.
  let isMoving: Table<Bool>
  let counts: Counts
  private let arena = Arena()

  /// Where a session stands, all that moves ask for side by side in memory.
  struct Stand: BitwiseCopyable {
    /// The start among those of all sessions, -1 where the session is left out.
    var start: Int32 = -1
    var room: Int32 = -1
    var minute: Int32 = 0
    var end: Int32 = 0
    var day: Int32 = 0
    var cell: Int32 = 0
    /// Of the place.
    var price = 0
  }

  /// A session in a room, with the minutes between which it stands there.
  struct Occupant: BitwiseCopyable {
    var session: Int32 = 0
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
    isMoving = arena.table(repeating: false, count: board.count)
    counts = Counts(problem)
    score = counts.empty
    for p in 0..<board.count { score += board.absence[p] }
    for (p, place) in assignment.places.enumerated() {
      guard let place else { continue }
      make([Step(session: p, at: place, in: problem)])
    }
  }

  var assignment: Assignment {
    Assignment(
      places: (0..<board.count).map { p in
        guard isPlaced(p) else { return nil }
        return board.problem.places[p].rooms.firstIndexSorted(room(of: p)).map {
          Assignment.Place(start: StartOption(start(of: p)), room: $0)
        }
      })
  }

  /// By the session's own list; only of those that are placed.
  @inline(__always) func start(of p: Int) -> Int {
    Int(stands[p].start) - board.firstStart[p]
  }
  @inline(__always) func room(of p: Int) -> Int { Int(stands[p].room) }
  @inline(__always) func isPlaced(_ p: Int) -> Bool { stands[p].start >= 0 }
  @inline(__always) func minute(of p: Int) -> Int { Int(stands[p].minute) }
  @inline(__always) func day(of p: Int) -> Int { Int(stands[p].day) }
  @inline(__always) func stand(of p: Int) -> Stand { stands[p] }

  /// The sessions in a room on a day.
  @inline(__always)
  func forEachOccupant(of room: Int, on day: Int, _ body: (Occupant) -> Void) {
    let cell = room * board.days + day
    for i in 0..<occupantCount[cell] { body(occupants[cell * board.count + i]) }
  }

  /// What a session deals with in time at one of its starts.
  @inline(__always)
  func dealings(of p: Int, at s: Int) -> Score { dealings[board.firstStart[p] + s] }

  /// That and the price of the place, which it must be able to take.
  @inline(__always)
  func worthInTime(_ p: Int, _ s: Int, _ r: Int) -> Score {
    let index = board.firstStart[p] + s
    var sum = dealings[index]
    sum.cost &+= board.price(ofStart: index, r)
    return sum
  }

  /// The same of a session where it stands.
  @inline(__always)
  func worth(of stand: Stand) -> Score {
    var sum = dealings[Int(stand.start)]
    sum.cost &+= stand.price
    return sum
  }

  /// What one step alone changes, but for the groups.
  func changeOfOne(_ step: Step) -> Score {
    changeInTime(step) + changeInRooms(step)
  }

  /// What several steps change together, but for the groups.
  func change(_ steps: [Step]) -> Score { changeInTime(steps) + changeInRooms(steps) }

  func startOrNone(of p: Int) -> Int { isPlaced(p) ? start(of: p) : -1 }
}
