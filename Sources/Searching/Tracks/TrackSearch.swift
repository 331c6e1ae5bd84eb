// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// Looks for a first schedule in which nothing is broken, by moving whole tracks.
///
/// No rule is ever broken on the way: tracks that find no place wait outside. One of them is put
/// where it could stand, whatever stands there is taken out, and all that is out is packed in again
/// where there is room (ruin and recreate; Schrimpf et al. 2000). A track weighs more each time
/// it had to wait, so that the hard ones come in first and the easy ones make way (the ejection
/// pool of Nagata and Bräysy, "A powerful route minimization heuristic", 2009).
package struct TrackSearch {
  private let board: PriceBoard
  private let tracks: Tracks
  private let sites: TrackSites
  private var packing: TrackPacking
  private var ejections: EjectionSearch
  private let schedule: PricedSchedule
  private var random: SeededGenerator
  /// How often each track had to wait.
  private var weights: [Int]
  /// Tracks of which a session that must be placed is out.
  private var outside: [Int] = []

  /// How much of the order of sites and tracks is left to chance.
  private static let noise = 0.3
  /// One ruin in this many takes out another part of the schedule too.
  private static let widerRuins = 4
  /// One part in this many of the work moves tracks; what they do not bring in then pushes its way in
  /// session by session.
  private static let exchangesPart = 4

  init(_ board: PriceBoard, seed: UInt64, from start: Assignment? = nil) {
    self.board = board
    tracks = Tracks(board.problem)
    sites = TrackSites(board, tracks)
    packing = TrackPacking(board, tracks)
    random = SeededGenerator(seed: seed)
    weights = tracks.members.map(\.count)
    schedule = PricedSchedule(board, board.problem.nothingPlaced)
    ejections = EjectionSearch(schedule, seed: seed)
    if let start { keep(start) }
  }

  /// Whether any track is longer than one session.
  package var hasTies: Bool { tracks.hasTies }

  /// Exchanges tried; an exchange that comes to nothing at once is work too, or the search might not end.
  private var exchanges = 0

  /// Starts looked at so far, and exchanges.
  package var work: Int { packing.work + exchanges + ejections.work }

  /// A schedule that breaks nothing, if one is found.
  ///
  /// - Parameter mostWork: starts to look at, about as dear as as many moves of the local search.
  package mutating func run(mostWork: Int, isStopped: (_ work: Int) -> Bool) -> Assignment? {
    let end = work + mostWork
    enter(tracks.members.indices.filter { !isInside($0) }, noise: 0)
    let share = work + mostWork / Self.exchangesPart
    while !outside.isEmpty, work < share, !isStopped(work) { exchange() }
    if !outside.isEmpty {
      let before = work
      ejections.run(mostWork: end - before) { [ejected = ejections.work] in
        isStopped(before + $0 - ejected)
      }
      outside = tracks.members.indices.filter { !isInside($0) }
    }
    return outside.isEmpty && schedule.score.violations == 0 ? schedule.assignment : nil
  }

  /// Keeps of a known schedule the tracks that stand whole and break nothing.
  private func keep(_ start: Assignment) {
    for members in tracks.members {
      var steps: [PricedSchedule.Step] = []
      for p in members {
        guard let place = start.places[p] else { continue }
        let step = PricedSchedule.Step(session: p, at: place, in: board.problem)
        let before = schedule.score.violations
        schedule.make([step])
        steps.append(step)
        if schedule.score.violations != before - board.absence[p].violations {
          for step in steps { takeOut(step.session) }
          break
        }
      }
    }
  }

  private func takeOut(_ p: SessionPosition) {
    if schedule.isPlaced(p) {
      schedule.make([PricedSchedule.Step(leavingOut: p)])
    }
  }

  private func isInside(_ track: Int) -> Bool {
    tracks.members[track].allSatisfy {
      schedule.isPlaced($0) || board.problem.unplacedCost[$0] != nil
    }
  }

  /// Packs tracks in, the large ones first; those that find no place stay outside.
  private mutating func enter(_ waiting: [Int], noise: Double) {
    let order = waiting.map { ($0, Double(sites.minutes[$0]) * (1 + noise * random.fraction())) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
    outside = order.filter { !enter($0, noise: noise) }
  }

  private mutating func enter(_ track: Int, noise: Double) -> Bool {
    let out = tracks.members[track].filter { !schedule.isPlaced($0) }
    for site in sites.ordered(for: track, in: schedule, noise: noise, &random)
    where packing.pack(out, at: site, in: schedule) { return true }
    return false
  }

  /// Puts a track that is outside where it could stand, in exchange for what stands there.
  private mutating func exchange() {
    exchanges += 1
    let track = outside[random.below(outside.count)]
    weights[track] += tracks.members[track].count
    guard let site = sites.any(for: track, &random) else { return }
    let before = outside
    let victims = ruined(by: track, at: site)
    let saved = victims.flatMap { tracks.members[$0] }.compactMap { p in
      schedule.isPlaced(p)
        ? PricedSchedule.Step(session: p, start: schedule.start(of: p), room: schedule.room(of: p))
        : nil
    }
    for step in saved { takeOut(step.session) }
    let all = before + victims
    let isIn = packing.pack(
      tracks.members[track].filter { !schedule.isPlaced($0) }, at: site, in: schedule)
    enter(all.filter { $0 != track || !isIn }, noise: Self.noise)
    if outside.reduce(0, { $0 + weights[$1] }) > before.reduce(0, { $0 + weights[$1] }) {
      for t in all { for p in tracks.members[t] { takeOut(p) } }
      for step in saved { schedule.make([step]) }
      outside = before
    }
  }

  /// The tracks that make way: those in the site's room on its day, and now and then those elsewhere too.
  private mutating func ruined(by track: Int, at site: TrackPacking.Site) -> [Int] {
    var ruined = sites.tracks(in: site.room, on: site.day, schedule)
    if random.below(Self.widerRuins) == 0 {
      ruined += sites.tracks(
        in: RoomPosition(random.below(board.rooms)), on: random.below(board.days), schedule)
    }
    let members = tracks.members[track]
    let p = members[random.below(members.count)]
    let partners = board.firstPartner[p.next] - board.firstPartner[p]
    if partners > 0, random.below(2) == 0 {
      let q = board.partners[board.firstPartner[p] + random.below(partners)].session.position
      if board.requiredGap[board.pair(p, q)] >= 0, schedule.isPlaced(q) {
        ruined.append(tracks.trackOf[q])
      }
    }
    return Set(ruined).subtracting(outside).sorted()
  }
}
