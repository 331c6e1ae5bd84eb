// SPDX-License-Identifier: GPL-3.0-or-later

/// A wish or demand about the times of two sessions, where both are placed.
struct TimeRelation: Sendable {
  enum Kind: Sendable, Hashable {
    /// `min ≤ start(b) − end(a) ≤ max`.
    case before(min: Int, max: Int)
    case sameDay
    case otherDay
    /// Same day, no overlap, at most so many minutes between them.
    case backToBack(max: Int)
  }

  let a: Int
  let b: Int
  let kind: Kind
  /// Price where it is broken; `nil` where it must hold.
  let price: Int?
  /// The row of links.csv, for names.
  let line: Int

  /// Whether it holds for `a` at a start and a day, `b` at others.
  func holds(_ aStart: Int, _ aDay: Int, _ aLength: Int, _ bStart: Int, _ bDay: Int, _ bLength: Int)
    -> Bool
  {
    switch kind {
    case .before(let min, let max):
      let gap = bStart - aStart - aLength
      return gap >= min && gap <= max
    case .sameDay: return aDay == bDay
    case .otherDay: return aDay != bDay
    case .backToBack(let max):
      guard aDay == bDay else { return false }
      let gap = aStart < bStart ? bStart - aStart - aLength : aStart - bStart - bLength
      return gap >= 0 && gap <= max
    }
  }
}

/// Two sessions that should share a room, where both are placed.
struct SameRoom: Sendable {
  let a: Int
  let b: Int
  let price: Int?
  let line: Int
}

/// At most so many of some sessions at a moment, on a day or at the meeting.
struct LimitTerm: Sendable {
  enum Scope: Sendable { case moment, day, meeting }
  let id: String
  let members: [Int]
  /// Only places in these rooms count; `nil` for all.
  let rooms: Set<Int>?
  let atMost: Int
  let scope: Scope
  /// Price of one session over; `nil` where it must hold.
  let price: Int?
  /// What counts besides the members, whatever is chosen.
  var held: [HeldStay] = []
}

/// A session outside the problem that stays where it is.
struct HeldStay: Sendable {
  let start: Int
  let day: Int
  let minutes: Int

  func runs(at moment: Int) -> Bool { start <= moment && moment < start + minutes }
}

/// A price on each session above a number on one day (`day-balance`, `overload`).
struct DayCap: Sendable {
  let name: String
  let members: [Int]
  let atMost: Int
  let price: Int
  /// Days of what counts besides the members, whatever is chosen.
  var heldDays: [Int] = []
}

/// A price on each room beyond the first that some sessions use (`room-change`).
struct RoomGroup: Sendable {
  let name: String
  let members: [Int]
  let price: Int
  /// Rooms in use besides the members', whatever is chosen; none twice.
  var heldRooms: [Int] = []
}

/// At most so many sessions may leave their place in the baseline (`max-moves`).
struct MoveCap: Sendable {
  struct Home: Sendable {
    let session: Int
    /// Start and room in the baseline; `nil` where it was left out.
    let place: (start: Int, room: Int)?
  }
  let homes: [Home]
  /// The allowance less what is moved already whatever is chosen.
  let atMost: Int
}

/// At most so many of some sessions may be left out; no session is in two of these.
struct LeftOutCap: Sendable {
  let members: [Int]
  /// The allowance less what is left out already whatever is chosen.
  let atMost: Int
}
