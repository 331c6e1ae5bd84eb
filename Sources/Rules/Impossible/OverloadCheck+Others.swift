// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

extension OverloadCheck {
  /// People in more sessions than they have time for.
  func people() -> [Overload] {
    var sessions: [Int: [Int]] = [:]
    for session in places.sessions {
      for person in places.attendances.required(session) {
        sessions[person, default: []].append(session)
      }
    }
    return sessions.sorted { $0.key < $1.key }.flatMap { person, own -> [Overload] in
      let windows = places.scenario.people[person].available
      let time = windows.map { Stretches($0).intersection(places.allOpen) } ?? places.allOpen
      return tried(
        .person(person), own, [.init(time: time, count: 1)],
        rest: places.scenario.meeting.transferMinutes,
        spans: spans(of: own))
    }
  }

  /// Sessions of which no two may overlap: a link of an activity with itself.
  func apart(_ links: LinkPairs) -> [Overload] {
    Set(links.pairs.map(\.link)).sorted().flatMap { index -> [Overload] in
      let link = places.scenario.links[index]
      guard link.kind == .apart, link.from == link.to else { return [] }
      let own = places.sessions(of: link.from)
      return tried(
        .apart(link: index), own, [.init(time: places.allOpen, count: 1)], rest: 0,
        spans: spans(of: own))
    }
  }

  /// Limits that allow fewer sessions than must be placed.
  func limits() -> [Overload] {
    places.scenario.limits.enumerated().flatMap { index, limit -> [Overload] in
      guard limit.strength.isMust else { return [] }
      let members = places.sessions.filter { matches($0, limit) }
      guard members.count > limit.atMost else { return [] }
      switch limit.per {
      case .moment:
        guard limit.atMost > 0 else { return [counted(index, members, 0, 0)] }
        return tried(
          .limit(index), members, [.init(time: places.allOpen, count: limit.atMost)], rest: 0,
          spans: spans(of: members))
      case .meeting: return [counted(index, members, limit.atMost, 0)]
      case .day: return onDays(index, members, limit.atMost)
      }
    }
  }

  /// Sets of days to which more sessions are bound than the limit lets them have.
  private func onDays(_ limit: Int, _ members: [Int], _ atMost: Int) -> [Overload] {
    spans.list.indices.compactMap { span in
      guard spans.list[span].isWhole || spans.list[span].days != nil else { return nil }
      let own = bound(members, to: span)
      let days = spans.list[span].days?.count ?? places.open.count
      return own.count > atMost * days ? counted(limit, own, atMost * days, span) : nil
    }
  }

  private func counted(_ limit: Int, _ sessions: [Int], _ available: Int, _ span: Int) -> Overload {
    Overload(
      resource: .limit(limit), sessions: sessions, exclusive: [], days: spans.list[span].days,
      within: nil, unit: .sessions, needed: sessions.count, available: available, rest: 0)
  }

  /// The spans to which one of these sessions is bound, and the days.
  private func spans(of sessions: [Int]) -> [Int] {
    spans.list.indices.filter { span in
      spans.list[span].isWhole || spans.list[span].days != nil
        || !bound(sessions, to: span).isEmpty
    }
  }

  /// Whether a session counts for a limit wherever it is placed.
  private func matches(_ index: Int, _ limit: Limit) -> Bool {
    let session = places.scenario.sessions[index]
    func asks<Value: Equatable>(_ wanted: [Value], _ own: [Value]) -> Bool {
      wanted.isEmpty || wanted.contains { own.contains($0) }
    }
    let rooms = places.profile(index)?.rooms ?? []
    return asks(limit.kinds, places.scenario.kinds(ofSession: index))
      && asks(limit.themes, session.themes) && asks(limit.needs, Array(session.needs))
      && asks(limit.activities, session.activities)
      && (limit.rooms.isEmpty || rooms.allSatisfy(limit.rooms.contains))
  }
}
