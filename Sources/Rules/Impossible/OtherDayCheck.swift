// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Sessions that must all be on different days, and too few days for them
/// (Hall's condition: an assignment of days by augmenting paths).
struct OtherDayCheck {
  private let places: PossiblePlaces
  private var linkOf: [[Int]: Int] = [:]
  private var others: [Int: Set<Int>] = [:]

  private init(_ places: PossiblePlaces, _ links: LinkPairs) {
    self.places = places
    for pair in links.pairs where places.scenario.links[pair.link].kind == .otherDay {
      linkOf[[min(pair.a, pair.b), max(pair.a, pair.b)]] = pair.link
      others[pair.a, default: []].insert(pair.b)
      others[pair.b, default: []].insert(pair.a)
    }
  }

  static func crowds(_ places: PossiblePlaces, _ links: LinkPairs) -> [Impossibility] {
    let check = OtherDayCheck(places, links)
    var found: [Impossibility] = []
    var told: Set<[Int]> = []
    var seen: Set<Int> = []
    for first in check.others.keys.sorted() where !seen.contains(first) {
      let circle = check.circle(around: first)
      // Those tied only to these would make the same circle.
      seen.formUnion(circle.filter { check.others[$0]?.count == circle.count - 1 })
      guard let crowd = check.crowd(circle), told.insert(crowd.links).inserted else { continue }
      found.append(.otherDays(sessions: crowd.sessions, links: crowd.links, days: crowd.days))
    }
    return found
  }

  /// Sessions that are all on different days from one another, those with the fewest days first.
  private func circle(around first: Int) -> [Int] {
    var circle = [first]
    let near = (others[first] ?? []).sorted {
      (places.profile($0)?.days.count ?? 0, $0) < (places.profile($1)?.days.count ?? 0, $1)
    }
    for session in near where circle.allSatisfy({ others[session]?.contains($0) == true }) {
      circle.append(session)
    }
    return circle
  }

  /// The sessions of a circle that are more than their days.
  private func crowd(_ circle: [Int]) -> (sessions: [Int], links: [Int], days: Int)? {
    var holder: [Int: Int] = [:]
    for session in circle {
      var tried: Set<Int> = []
      if takeDay(session, &holder, &tried) { continue }
      // All days within reach are held by sessions that can go nowhere else.
      let sessions = ([session] + tried.compactMap { holder[$0] }).sorted()
      var rows: Set<Int> = []
      for (index, a) in sessions.enumerated() {
        for b in sessions[(index + 1)...] { if let row = linkOf[[a, b]] { rows.insert(row) } }
      }
      return (sessions, rows.sorted(), tried.count)
    }
    return nil
  }

  private func takeDay(
    _ session: Int, _ holder: inout [Int: Int], _ tried: inout Set<Int>
  ) -> Bool {
    for day in (places.profile(session)?.days ?? []).sorted() where tried.insert(day).inserted {
      if let other = holder[day], !takeDay(other, &holder, &tried) { continue }
      holder[day] = session
      return true
    }
    return false
  }
}
