// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// What a limit counts: the sessions that match every column that is not empty.
struct LimitReading {
  let schedule: ReviewedSchedule
  private var standing: [ReviewedSchedule.Placed]

  init(schedule: ReviewedSchedule) {
    self.schedule = schedule
    standing = schedule.placed
  }

  /// Counts a session too that the schedule does not place.
  mutating func add(_ placed: ReviewedSchedule.Placed) { standing.append(placed) }

  struct Over: Hashable {
    enum When: Hashable {
      case moment(WallTime)
      case day(CalendarDate)
      case meeting
    }

    let excess: Int
    /// Indices of the sessions of the worst moment, of a day, or of the meeting, in order.
    let sessions: [Int]
    let when: When
  }

  /// The moments (the worst alone), days or meeting at which there are too many.
  func over(_ limit: Limit) -> [Over] {
    let placed = standing.filter { matches($0.session, $0.room, limit) }
    // A session with only a day counts for the day and for the meeting.
    let dated =
      placed.map { ($0.session, $0.stay.start.date) }
      + schedule.dayOnly.filter { matches($0.session, $0.room, limit) }.map {
        ($0.session, $0.date)
      }
    switch limit.per {
    case .meeting:
      return over(limit, dated.map(\.0), .meeting).map { [$0] } ?? []
    case .day:
      let days = Dictionary(grouping: dated, by: \.1)
      return days.sorted { $0.key < $1.key }.compactMap { date, sessions in
        over(limit, sessions.map(\.0), .day(date))
      }
    case .moment:
      var worst: Over?
      for moment in placed.map(\.stay.start).sorted() {
        let running = placed.filter { $0.stay.start <= moment && moment < $0.stay.end }
        if let over = over(limit, running.map(\.session), .moment(moment)),
          over.excess > worst?.excess ?? 0
        {
          worst = over
        }
      }
      return worst.map { [$0] } ?? []
    }
  }

  private func over(_ limit: Limit, _ sessions: [Int], _ when: Over.When) -> Over? {
    sessions.count > limit.atMost
      ? Over(excess: sessions.count - limit.atMost, sessions: sessions.sorted(), when: when) : nil
  }

  private func matches(_ index: Int, _ room: Int?, _ limit: Limit) -> Bool {
    let session = schedule.scenario.sessions[index]
    func asks<Value: Equatable>(_ wanted: [Value], _ own: [Value]) -> Bool {
      wanted.isEmpty || wanted.contains { own.contains($0) }
    }
    return asks(limit.kinds, schedule.scenario.kinds(ofSession: index))
      && asks(limit.themes, session.themes) && asks(limit.needs, Array(session.needs))
      && asks(limit.activities, session.activities)
      && asks(limit.rooms, room.map { [$0] } ?? [])
  }
}

/// A limit that is passed, as a fact of the rules about limits.
struct LimitPassed: RuleFact {
  /// Index into `Scenario.limits`.
  let limit: Int
  let over: LimitReading.Over

  func sentence(_ names: ReviewNames) -> String {
    let limit = names.scenario.limits[limit]
    return
      "\(limit.id): \(Count.of(over.sessions.count, "session")) \(when), at most \(limit.atMost):"
      + " \(names.ids(over.sessions))"
      + (limit.reason.isEmpty ? "." : " (\(limit.reason)).")
  }

  private var when: String {
    switch over.when {
    case .moment(let moment): "at \(moment)"
    case .day(let date): "on \(date)"
    case .meeting: "in the whole meeting"
    }
  }
}
