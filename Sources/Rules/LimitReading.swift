// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What a limit counts: the sessions that match every column which asks something.
struct LimitReading {
  let schedule: ReviewedSchedule

  struct Over {
    let excess: Int
    /// Indices of the sessions of the worst moment, of a day, or of the meeting.
    let sessions: [Int]
    /// When, in words.
    let when: String
  }

  /// The moments (the worst alone), days or meeting at which there are too many.
  func over(_ limit: Limit) -> [Over] {
    let placed = schedule.placed.filter { matches($0.session, $0.room, limit) }
    // Where only the day is known, that counts for the day and for the meeting.
    let dated =
      placed.map { ($0.session, $0.stay.start.date) }
      + schedule.dayOnly.filter { matches($0.session, $0.room, limit) }.map {
        ($0.session, $0.date)
      }
    switch limit.per {
    case .meeting:
      return over(limit, dated.map(\.0), "in the whole meeting").map { [$0] } ?? []
    case .day:
      let days = Dictionary(grouping: dated, by: \.1)
      return days.sorted { $0.key < $1.key }.compactMap { date, sessions in
        over(limit, sessions.map(\.0), "on \(date)")
      }
    case .moment:
      var worst: Over?
      for moment in placed.map(\.stay.start).sorted() {
        let running = placed.filter { $0.stay.start <= moment && moment < $0.stay.end }
        if let over = over(limit, running.map(\.session), "at \(moment)"),
          over.excess > worst?.excess ?? 0
        {
          worst = over
        }
      }
      return worst.map { [$0] } ?? []
    }
  }

  func words(_ limit: Limit, _ over: Over) -> String {
    "\(limit.id): \(over.sessions.count) sessions \(over.when), at most \(limit.atMost):"
      + " \(over.sessions.map { schedule.id($0) }.joined(separator: ", "))"
      + (limit.reason.isEmpty ? "." : " (\(limit.reason)).")
  }

  private func over(_ limit: Limit, _ sessions: [Int], _ when: String) -> Over? {
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
