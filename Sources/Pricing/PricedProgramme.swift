// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

/// A schedule, good or bad, that says for any of its sessions what each other place would cost and
/// break: exactly what two reviews of the referee differ by, without a review for each place.
///
/// A value: made once for a schedule, changed session by session. What a session costs is read only
/// from what it takes part in (the sessions beside it, its links, wishes, limits, people, rooms), so a
/// move is as cheap as the question.
public struct PricedProgramme: Sendable {
  /// The tables that it is judged by.
  public var scenario: Scenario { tables.scenario }
  /// The schedule as it stands.
  public private(set) var schedule: Schedule
  /// What it costs as it stands, hard rules aside.
  public private(set) var objective: Int
  /// The schedule that moves are counted against.
  public let baseline: Schedule?
  /// How many sessions of the baseline may change.
  public let maxMoves: Int?

  let tables: PricingTables
  let stood: [Stood?]
  private(set) var stands: [Stand?]
  /// Ids of rooms that only the schedule or its baseline knows.
  private var strangeRooms: [String]

  /// - Parameters:
  ///   - baseline: the schedule that moves are counted against.
  ///   - maxMoves: how many sessions of the baseline may change.
  ///   - review: of this schedule against this baseline, where there is one already.
  /// - Complexity: one review of the schedule, unless it is given.
  public init(
    _ scenario: Scenario, _ schedule: Schedule, baseline: Schedule? = nil, maxMoves: Int? = nil,
    reviewed review: Review? = nil
  ) {
    self.schedule = schedule
    self.baseline = baseline
    self.maxMoves = maxMoves
    let tables = PricingTables(scenario)
    self.tables = tables
    var strange: [String] = []
    let rows = schedule.firstRows
    stands = scenario.sessions.map { session in
      rows[session.id].flatMap { Stand($0, lasting: session.minutes, tables, &strange) }
    }
    let before = baseline?.firstRows ?? [:]
    stood = scenario.sessions.map { session in
      before[session.id].map { Stood($0, tables, &strange) }
    }
    strangeRooms = strange
    let known =
      review
      ?? Review(scenario: scenario, schedule: schedule, baseline: baseline, maxMoves: maxMoves)
    objective = known.objective
  }

  /// Every start that a session of this kind may have, in every room.
  ///
  /// - Parameter session: index into `Scenario.sessions`.
  /// - Complexity: for each start, once what runs then; for each room at it, a few additions.
  public func places(of session: Int) -> PricedPlaces {
    places(of: session, at: Self.starts(of: session, in: scenario))
  }

  /// Some starts in every room.
  ///
  /// - Parameter session: index into `Scenario.sessions`.
  public func places(of session: Int, at starts: [WallTime]) -> PricedPlaces {
    lifted(session).places(at: starts)
  }

  /// What a session breaks at a place while all others stay, in the referee's own words: the
  /// violations of a review of the whole that name it, in its order.
  ///
  /// - Parameters:
  ///   - session: index into `Scenario.sessions`.
  ///   - room: index into `Scenario.rooms`.
  /// - Complexity: the schedule is resolved once; for many places of one session, `reading(of:)`.
  public func violations(of session: Int, at start: WallTime, room: Int) -> [Review.Violation] {
    reading(of: session).violations(at: start, room: room)
  }

  /// The referee's reading of all others, to be asked about many places of one session.
  ///
  /// - Parameter session: index into `Scenario.sessions`.
  public func reading(of session: Int) -> LiftedReview {
    LiftedReview(
      scenario: scenario, schedule: schedule, lifting: session, baseline: baseline,
      maxMoves: maxMoves)
  }

  /// The schedule as the referee reads it.
  public var review: Review {
    Review(scenario: scenario, schedule: schedule, baseline: baseline, maxMoves: maxMoves)
  }

  /// Moves a session to a place, or places it; it then has one row and lasts its minutes.
  ///
  /// - Parameters:
  ///   - session: index into `Scenario.sessions`.
  ///   - room: index into `Scenario.rooms`.
  public mutating func put(_ session: Int, at start: WallTime, room: Int) {
    replace(
      session, by: .placed(scenario.sessions[session].id, start, scenario.rooms[room].id))
  }

  /// Takes a session out: no place, and its status says so.
  public mutating func takeOut(_ session: Int) {
    let status: Schedule.Status = tables.held.contains(session) ? .held : .unplaced
    replace(session, by: Schedule.Row(session: scenario.sessions[session].id, status: status))
  }

  private mutating func replace(_ session: Int, by row: Schedule.Row) {
    let lifted = lifted(session)
    let stand = Stand(row, lasting: scenario.sessions[session].minutes, tables, &strangeRooms)
    objective += lifted.cost(of: stand) - lifted.cost(of: stands[session])
    stands[session] = stand
    let first = schedule.rows.firstIndex { $0.session == row.session }
    schedule.rows.removeAll { $0.session == row.session }
    schedule.rows.insert(row, at: first ?? schedule.rows.endIndex)
  }

  private func lifted(_ session: Int) -> LiftedSession { lifted(session, among: stands) }

  /// A session taken up while the others stand elsewhere than here.
  func lifted(_ session: Int, among stands: [Stand?]) -> LiftedSession {
    LiftedSession(
      session, tables, stands: stands, stood: stood, hasBaseline: baseline != nil,
      maxMoves: maxMoves)
  }

  /// The starts that a session may have: on each day the day's own, else every time on the grid inside
  /// its open hours; and the one that it is pinned to.
  ///
  /// - Parameter session: index into `Scenario.sessions`.
  public static func starts(of session: Int, in scenario: Scenario) -> [WallTime] {
    let meeting = scenario.meeting
    let row = scenario.sessions[session]
    return meeting.days.flatMap { day -> [WallTime] in
      var minutes = Set(day.starts ?? [])
      if day.starts == nil {
        for open in day.open {
          let first = (open.lowerBound + meeting.gridMinutes - 1) / meeting.gridMinutes
          minutes.formUnion(
            stride(
              from: first * meeting.gridMinutes,
              through: open.upperBound - min(row.minutes, open.count), by: meeting.gridMinutes))
        }
      }
      if let pin = row.pin.start { minutes.insert(pin) }
      return minutes.sorted().map { WallTime(day.date, minuteOfDay: $0) }
        .filter(meeting.zone.shows)
    }
  }
}

extension Stand {
  /// `nil` for a session without even a part of a place.
  init?(
    _ row: Schedule.Row, lasting minutes: Int, _ tables: PricingTables, _ strange: inout [String]
  ) {
    guard row.status == .placed else { return nil }
    if let stay = row.stay(lasting: minutes) {
      time = Time(Time.Hours(start: stay.start.minutes, end: stay.end.minutes))
    } else {
      time = row.date.map { Time(day: $0.dayNumber) }
    }
    room = row.room.map { tables.number($0, &strange) }
  }
}
