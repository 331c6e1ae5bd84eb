// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Texts

/// A schedule as the rules see it: each session's first row, resolved against the tables once.
public struct ReviewedSchedule: Sendable {
  struct Placed: Sendable, Hashable {
    /// Index into `Scenario.sessions`.
    let session: Int
    let stay: Interval
    /// Index into `Scenario.rooms`; `nil` for a room that the scenario does not have, or none.
    let room: Int?
    /// `nil` where no room is known yet.
    let roomID: String?
    /// Whether the schedule itself says when it ends.
    var hasEnd = false
  }

  /// A session whose day is known but not its hour: judged by what the day settles.
  struct DayOnly: Sendable, Hashable {
    let session: Int
    let date: CalendarDate
    let room: Int?
    let roomID: String?
  }

  /// A session of which at least the day is known.
  enum Entry: Sendable, Hashable {
    case placed(Placed)
    case dayOnly(DayOnly)

    var session: Int {
      switch self {
      case .placed(let placed): placed.session
      case .dayOnly(let day): day.session
      }
    }

    var date: CalendarDate {
      switch self {
      case .placed(let placed): placed.stay.start.date
      case .dayOnly(let day): day.date
      }
    }

    /// `nil` where only the day is known.
    var stay: Interval? { if case .placed(let placed) = self { placed.stay } else { nil } }

    var room: Int? {
      switch self {
      case .placed(let placed): placed.room
      case .dayOnly(let day): day.room
      }
    }

    var roomID: String? {
      switch self {
      case .placed(let placed): placed.roomID
      case .dayOnly(let day): day.roomID
      }
    }
  }

  let scenario: Scenario
  /// What its findings call sessions, rooms and people.
  let names: ReviewNames
  let baseline: Schedule?
  let maxMoves: Int?
  let eligibility: Eligibility
  let attendances: Attendances
  /// In the order of the sessions' table.
  let placed: [Placed]
  /// In the order of the sessions' table; none of them is in `placed`.
  let dayOnly: [DayOnly]
  /// Sessions that are placed but not fully, with what is missing.
  let partly: [(session: Int, lacks: [Review.Shortfall.Lack])]
  /// Sessions that have more than one row with status placed.
  let placedTwice: [Int]
  /// Sessions that take part but are not placed, not even in part.
  let absent: [Int]
  /// Held sessions that are not placed: they take no part in anything.
  let heldBack: [Int]
  /// Pairs of placed sessions that overlap, as positions in `placed`, the first before the second.
  let overlaps: [(first: Int, second: Int)]

  init(_ scenario: Scenario, _ schedule: Schedule, baseline: Schedule?, maxMoves: Int?) {
    self.scenario = scenario
    names = ReviewNames(scenario)
    self.baseline = baseline
    self.maxMoves = maxMoves
    let eligibility = Eligibility(scenario)
    self.eligibility = eligibility
    attendances = Attendances(scenario)
    let rooms = Dictionary(scenario.rooms.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let rows = schedule.firstRows
    var counts: [String: Int] = [:]
    for row in schedule.rows where row.status == .placed { counts[row.session, default: 0] += 1 }
    var placed: [Placed] = []
    var absent: [Int] = []
    var heldBack: [Int] = []
    var dayOnly: [DayOnly] = []
    var partly: [(session: Int, lacks: [Review.Shortfall.Lack])] = []
    for (index, session) in scenario.sessions.enumerated() {
      if let row = rows[session.id], row.status == .placed {
        let room = row.room.flatMap { rooms[$0] }
        if let stay = row.stay(lasting: session.minutes) {
          placed.append(
            Placed(
              session: index, stay: stay, room: room, roomID: row.room, hasEnd: row.end != nil))
        } else if let date = row.date {
          dayOnly.append(DayOnly(session: index, date: date, room: room, roomID: row.room))
        }
        let lacks = Self.lacks(row)
        if !lacks.isEmpty { partly.append((index, lacks)) }
      } else if eligibility.held.contains(index) {
        heldBack.append(index)
      } else {
        absent.append(index)
      }
    }
    self.placed = placed
    self.dayOnly = dayOnly
    self.partly = partly
    self.absent = absent
    self.heldBack = heldBack
    placedTwice = scenario.sessions.indices.filter { counts[scenario.sessions[$0].id] ?? 0 > 1 }
    overlaps = Self.overlaps(placed)
  }

  private static func lacks(_ row: Schedule.Row) -> [Review.Shortfall.Lack] {
    var lacks: [Review.Shortfall.Lack] = []
    if row.start == nil { lacks.append(row.date == nil ? .day : .hour) }
    if row.room == nil { lacks.append(.room) }
    return lacks
  }

  private static func overlaps(_ placed: [Placed]) -> [(first: Int, second: Int)] {
    var pairs: [(first: Int, second: Int)] = []
    for a in placed.indices {
      for b in placed.indices where b > a && placed[a].stay.overlaps(placed[b].stay) {
        pairs.append((a, b))
      }
    }
    return pairs
  }

  /// Position in `placed` by session.
  var position: [Int: Int] {
    Dictionary(uniqueKeysWithValues: placed.enumerated().map { ($1.session, $0) })
  }

  /// Position in `dayOnly` by session.
  var dayPosition: [Int: Int] {
    Dictionary(uniqueKeysWithValues: dayOnly.enumerated().map { ($1.session, $0) })
  }

  /// The day of each session whose day is known.
  var dates: [(session: Int, date: CalendarDate)] {
    placed.map { ($0.session, $0.stay.start.date) } + dayOnly.map { ($0.session, $0.date) }
  }

  /// All sessions of which at least the day is known: those with an hour first, each in the order of
  /// the sessions' table.
  var entries: [Entry] { placed.map { .placed($0) } + dayOnly.map { .dayOnly($0) } }

  /// Whether a session could begin on a day and lie inside one of some windows.
  static func isPossible(on date: CalendarDate, _ minutes: Int, in windows: [Interval]) -> Bool {
    let day = Interval(start: WallTime(date, minuteOfDay: 0), minutes: 1440)
    return windows.contains { window in
      let first = max(window.start, day.start)
      return first < day.end && window.end.minutes - first.minutes >= minutes
    }
  }

  func session(_ placed: Placed) -> Session { scenario.sessions[placed.session] }

  func id(_ session: Int) -> String { scenario.sessions[session].id }

  /// Minutes between two stays, negative where they overlap.
  static func gap(_ a: Interval, _ b: Interval) -> Int {
    max(b.start.minutes - a.end.minutes, a.start.minutes - b.end.minutes)
  }
}
