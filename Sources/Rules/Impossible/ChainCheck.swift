// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Links that push sessions later and later, from one's first possible start to the next one's, until
/// one is pushed beyond its last.
struct ChainCheck {
  private enum Push {
    /// At least this many minutes after the start of the other.
    case after(Int)
    /// Not on an earlier day than the other.
    case day
  }

  private struct Arc {
    let from: Int
    let to: Int
    let link: Int
    let push: Push
  }

  private struct Cause {
    let arc: Int
    let needed: Int
  }

  private let places: PossiblePlaces
  private var arcs: [Arc] = []
  private let dayStarts: [Int]

  private init(_ places: PossiblePlaces, _ links: LinkPairs) {
    self.places = places
    let scenario = places.scenario
    dayStarts = scenario.meeting.days.map { $0.date.dayNumber * 1440 }
    for pair in links.pairs {
      let link = scenario.links[pair.link]
      let (a, b) = (pair.a, pair.b)
      let (longA, longB) = (scenario.sessions[a].minutes, scenario.sessions[b].minutes)
      func add(_ from: Int, _ to: Int, _ push: Push) {
        arcs.append(Arc(from: from, to: to, link: pair.link, push: push))
      }
      switch link.kind {
      case .before:
        add(a, b, .after(longA + link.minGap))
        if let most = link.maxGap { add(b, a, .after(-longA - most)) }
      case .backToBack:
        let most = link.maxGap ?? 30
        for push in [Push.day, .after(-longA - most)] { add(b, a, push) }
        for push in [Push.day, .after(-longB - most)] { add(a, b, push) }
      case .sameDay:
        add(a, b, .day)
        add(b, a, .day)
      case .apart, .otherDay, .sameRoom: break
      }
    }
  }

  /// Chains of different rows, until the only ones left share the last row of one of these.
  static func chains(_ places: PossiblePlaces, _ links: LinkPairs) -> [Impossibility] {
    var check = ChainCheck(places, links)
    var found: [Impossibility] = []
    while let chain = check.chain() {
      found.append(.chain(chain))
      let last = chain.links.max()
      check.arcs.removeAll { $0.link == last }
    }
    return found
  }

  private func chain() -> Impossibility.Chain? {
    guard let end = overrun(arcs) else { return nil }
    // What led there is enough by itself, unless a session was pushed by one that it pushes.
    let rows = Set(end.path.map { arcs[$0].link })
    let own = arcs.filter { rows.contains($0.link) }
    let isEnough = overrun(own) != nil
    let sessions = end.path.map { arcs[$0].from } + [end.session]
    return Impossibility.Chain(
      sessions: sessions,
      links: (isEnough ? rows : Set(arcs.map(\.link))).sorted(),
      latest: WallTime(minutes: places.profile(end.session)?.latest ?? 0),
      needed: WallTime(minutes: end.needed))
  }

  /// The first session that is pushed beyond its last start, with the arcs that led there, in order.
  private func overrun(_ arcs: [Arc]) -> (session: Int, needed: Int, path: [Int])? {
    var outgoing: [Int: [Int]] = [:]
    for (index, arc) in arcs.enumerated() { outgoing[arc.from, default: []].append(index) }
    /// Positions among a session's starts.
    var first: [Int: Int] = [:]
    var cause: [Int: Int] = [:]
    var queue = outgoing.keys.sorted()
    var isWaiting = Set(queue)
    var next = 0
    while next < queue.count {
      let from = queue[next]
      next += 1
      isWaiting.remove(from)
      guard let own = places.profile(from) else { continue }
      let start = own.starts[first[from] ?? 0]
      let day = own.dayOf[first[from] ?? 0]
      for index in outgoing[from] ?? [] {
        let arc = arcs[index]
        guard let other = places.profile(arc.to) else { continue }
        let needed =
          switch arc.push {
          case .after(let minutes): start + minutes
          case .day: dayStarts[day]
          }
        let there = first[arc.to] ?? 0
        if other.starts[there] >= needed { continue }
        guard let later = other.starts[there...].firstIndex(where: { $0 >= needed }) else {
          return (arc.to, needed, path(to: from, arcs, cause) + [index])
        }
        first[arc.to] = later
        cause[arc.to] = index
        if isWaiting.insert(arc.to).inserted { queue.append(arc.to) }
      }
    }
    return nil
  }

  private func path(to session: Int, _ arcs: [Arc], _ cause: [Int: Int]) -> [Int] {
    var path: [Int] = []
    var seen: Set<Int> = [session]
    var place = session
    while let index = cause[place] {
      path.append(index)
      place = arcs[index].from
      guard seen.insert(place).inserted else { break }
    }
    return path.reversed()
  }
}
