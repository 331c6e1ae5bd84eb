// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What a limit counts: the sessions that match every column which asks something.
struct LimitReading {
  let schedule: ReviewedSchedule

  struct Over {
    let excess: Int
    /// The sessions of the worst moment, of a day, or of the meeting.
    let sessions: [ReviewedSchedule.Placed]
    /// When, in words.
    let when: String
  }

  /// The moments (the worst alone), days or meeting at which there are too many.
  func over(_ limit: Limit) -> [Over] {
    let matching = schedule.placed.filter { matches($0, limit) }
    switch limit.per {
    case .meeting:
      return over(limit, matching, "in the whole meeting").map { [$0] } ?? []
    case .day:
      let days = Dictionary(grouping: matching) { $0.stay.start.date }
      return days.sorted { $0.key < $1.key }.compactMap { date, sessions in
        over(limit, sessions, "on \(date)")
      }
    case .moment:
      var worst: Over?
      for moment in matching.map(\.stay.start).sorted() {
        let running = matching.filter { $0.stay.start <= moment && moment < $0.stay.end }
        if let over = over(limit, running, "at \(moment)"), over.excess > worst?.excess ?? 0 {
          worst = over
        }
      }
      return worst.map { [$0] } ?? []
    }
  }

  func words(_ limit: Limit, _ over: Over) -> String {
    "\(limit.id): \(over.sessions.count) sessions \(over.when), at most \(limit.atMost):"
      + " \(over.sessions.map { schedule.id($0.session) }.joined(separator: ", "))"
      + (limit.reason.isEmpty ? "." : " (\(limit.reason)).")
  }

  private func over(
    _ limit: Limit, _ sessions: [ReviewedSchedule.Placed], _ when: String
  ) -> Over? {
    sessions.count > limit.atMost
      ? Over(excess: sessions.count - limit.atMost, sessions: sessions, when: when) : nil
  }

  private func matches(_ placed: ReviewedSchedule.Placed, _ limit: Limit) -> Bool {
    let session = schedule.session(placed)
    func asks<Value: Equatable>(_ wanted: [Value], _ own: [Value]) -> Bool {
      wanted.isEmpty || wanted.contains { own.contains($0) }
    }
    return asks(limit.kinds, schedule.scenario.kinds(ofSession: placed.session))
      && asks(limit.themes, session.themes) && asks(limit.needs, Array(session.needs))
      && asks(limit.activities, session.activities)
      && asks(limit.rooms, placed.room.map { [$0] } ?? [])
  }
}
