// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

/// What the referee says of the sessions of a chain, all others being where they will be and the last one
/// of the chain nowhere; read only for what was broken before, and then once for each session.
struct ChainReadings {
  private let programme: PricedProgramme
  private let sessions: [Int]
  private let stands: [Stand?]
  private var made: [Int: LiftedReview] = [:]
  /// Sessions looked at.
  private(set) var work = 0

  /// - Parameter stands: by session; those of the chain but the last have their new places.
  init(_ programme: PricedProgramme, _ sessions: [Int], _ stands: [Stand?]) {
    self.programme = programme
    self.sessions = sessions
    self.stands = stands
  }

  /// What a session of the chain breaks at a place, of some rules.
  mutating func violations(
    of session: Int, at start: WallTime, _ room: Int, _ rules: [HardRule]
  ) -> [Review.Violation] {
    guard !rules.isEmpty else { return [] }
    work += 4 * stands.count
    let reading = made[session] ?? read(session)
    made[session] = reading
    return reading.violations(at: start, room: room, of: rules)
  }

  private mutating func read(_ session: Int) -> LiftedReview {
    // Measured.
    work += 100 * stands.count
    let scenario = programme.scenario
    let moved = Set(sessions.map { scenario.sessions[$0].id })
    let placed = sessions.dropLast().compactMap { session -> Schedule.Row? in
      guard let hours = stands[session]?.time?.hours,
        let room = programme.tables.room(stands[session]?.room)
      else { return nil }
      return .placed(
        scenario.sessions[session].id, WallTime(minutes: hours.start), scenario.rooms[room].id)
    }
    return LiftedReview(
      scenario: scenario,
      schedule: Schedule(
        rows: programme.schedule.rows.filter { !moved.contains($0.session) } + placed),
      lifting: session, baseline: programme.baseline, maxMoves: programme.maxMoves)
  }
}
