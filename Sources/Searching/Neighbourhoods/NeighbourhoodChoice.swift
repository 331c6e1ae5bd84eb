// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// Chooses which sessions of a schedule to set free next.
///
/// Each kind of neighbourhood has a size of its own, that grows while neighbourhoods are settled
/// without gain and shrinks when they are cut short, and is taken the more often the more its last
/// tries gained for their work. Chance comes from the seed alone.
struct NeighbourhoodChoice: Sendable {
  enum Kind: CaseIterable, Sendable {
    /// Sessions of one day, those nearest a moment.
    case day
    /// Sessions that share a theme.
    case theme
    /// Sessions in rooms of one class.
    case roomClass
    /// All that runs at one moment, and at another.
    case moments
    /// A room's day and another room's day.
    case roomDays
    /// A session that pays much, what it pays for, and what stands where it could go.
    case worst
    /// Sessions that pay much.
    case dear
    /// Sessions that share people, links, activities or limits with one another.
    case partners
    case random
  }

  struct Pick: Sendable {
    let kind: Kind
    /// Positions in order.
    let sessions: [SessionPosition]
  }

  /// How a kind has done.
  struct Record: Sendable {
    var size = 10.0
    var gain = 0.0
    var work = 0.0
  }

  static let sizes = 4.0...60.0

  private let problem: PlanningProblem
  private let rooms: RoomClasses
  private let themes: [[SessionPosition]]
  /// Sessions that have a place at all.
  let movable: [SessionPosition]
  private var random: SeededGenerator
  private(set) var records = Array(repeating: Record(), count: Kind.allCases.count)
  /// What the schedule at hand is like.
  private var assignment: Assignment
  private var dues: TypedArray<SessionPosition, Int> = []
  private var settled: Set<[SessionPosition]> = []

  init(_ problem: PlanningProblem, seed: UInt64, _ assignment: Assignment) {
    self.problem = problem
    self.assignment = assignment
    random = SeededGenerator(seed: seed)
    rooms = RoomClasses(problem, .coarse)
    movable = problem.sessions.indices.filter { !problem.places[$0].isEmpty }
    let names = Set(problem.sessions.indices.flatMap { problem.session($0).themes }).sorted()
    themes = names.map { name in
      problem.sessions.indices.filter { problem.session($0).themes.contains(name) }
    }
    look()
  }

  /// Turns to another schedule.
  mutating func turn(to assignment: Assignment) {
    self.assignment = assignment
    settled = []
    look()
  }

  /// What each session pays where it is: what the schedule would cost less without it.
  private mutating func look() {
    var working = WorkingSchedule(problem, assignment)
    dues = TypedArray(over: problem.sessions.indices) { p in
      guard let place = assignment.places[p] else {
        return problem.unplacedCost[p] ?? problem.absenceCost[p]
      }
      let with = working.score.cost
      working.take(p)
      let without =
        working.score.cost - (problem.unplacedCost[p] ?? problem.absenceCost[p])
      working.put(p, at: place)
      return max(0, with - without)
    }
  }

  /// The next sessions to set free: some that are not settled yet, where they are soon found.
  mutating func next() -> Pick {
    for _ in 0..<50 {
      let kind = nextKind()
      let size = Int(records[index(kind)].size)
      let sessions = sessions(kind, size).sorted()
      if sessions.count > 1, !settled.contains(sessions) {
        return Pick(kind: kind, sessions: sessions)
      }
      // Few of this kind are left that are new.
      records[index(kind)].size = min(records[index(kind)].size + 1, Self.sizes.upperBound)
    }
    return Pick(
      kind: .random, sessions: sample(movable, Int(records[index(.random)].size)).sorted())
  }

  /// Takes note of what came of a pick.
  mutating func learn(_ pick: Pick, gain: Int, work: Int, isSettled: Bool) {
    let i = index(pick.kind)
    // Older tries fade: what gained at first may be exhausted.
    records[i].gain = records[i].gain * 0.95 + Double(gain)
    records[i].work = records[i].work * 0.95 + Double(work)
    if isSettled {
      settled.insert(pick.sessions)
      if gain == 0 { records[i].size = min(records[i].size * 1.06, Self.sizes.upperBound) }
    } else {
      records[i].size = max(records[i].size * 0.85, Self.sizes.lowerBound)
    }
  }

  private func index(_ kind: Kind) -> Int { Kind.allCases.firstIndex(of: kind) ?? 0 }

  private mutating func nextKind() -> Kind {
    let work = records.reduce(0) { $0 + $1.work } / Double(records.count) + 1
    let gain = records.reduce(0) { $0 + $1.gain } / Double(records.count) + 1
    // Half of an average try is credited to each, so that none is given up for good.
    let weights = records.map { ($0.gain + gain / 2) / ($0.work + work / 2) }
    var draw = random.fraction() * weights.reduce(0, +)
    for (kind, weight) in zip(Kind.allCases, weights) {
      draw -= weight
      if draw < 0 { return kind }
    }
    return .random
  }

  // MARK: The kinds

  /// Sessions of a kind of neighbourhood, at most so many, none twice.
  mutating func sessions(_ kind: Kind, _ size: Int) -> [SessionPosition] {
    guard let seed = movable.randomElement(using: &random) else { return [] }
    let placed = movable.filter { assignment.places[$0] != nil }
    switch kind {
    case .random: return sample(movable, size)
    case .dear: return byDues(movable, size)
    case .day:
      guard let place = assignment.places[seed] else { return sample(movable, size) }
      let table = problem.places[seed]
      let (moment, day) = (table.starts[place.start], table.days[place.start])
      let here = placed.filter { self.day($0) == day }
      let starts = TypedArray(over: problem.sessions.indices) {
        problem.start($0, in: assignment) ?? 0
      }
      return nearest(here, size) { abs(starts[$0] - moment) }
    case .theme:
      guard let theme = themes.randomElement(using: &random) else { return [] }
      return byDues(theme.filter { !problem.places[$0].isEmpty }, size)
    case .roomClass:
      guard let room = problem.room(seed, in: assignment) else { return sample(movable, size) }
      let like = rooms.classOf[room]
      return sample(
        placed.filter { problem.room($0, in: assignment).map { rooms.classOf[$0] } == like }, size)
    case .moments:
      guard let other = placed.randomElement(using: &random),
        let first = problem.start(seed, in: assignment),
        let second = problem.start(other, in: assignment)
      else { return sample(movable, size) }
      return sample(placed.filter { runs($0, at: first) }, size / 2)
        + sample(placed.filter { runs($0, at: second) && !runs($0, at: first) }, size - size / 2)
    case .roomDays:
      guard let other = placed.randomElement(using: &random) else { return [] }
      let first = (problem.room(seed, in: assignment), day(seed))
      let second = (problem.room(other, in: assignment), day(other))
      return sample(
        placed.filter {
          let here = (problem.room($0, in: assignment), day($0))
          return here == first || here == second
        }, size)
    case .worst: return aroundWorst(size, placed)
    case .partners: return partners(of: seed, size)
    }
  }

  /// A session that pays, what it pays for, and all around a few places that it could take.
  private mutating func aroundWorst(_ size: Int, _ placed: [SessionPosition])
    -> [SessionPosition]
  {
    guard let worst = byDues(movable, 1).first else { return [] }
    var chosen = [worst]
    func add(_ more: [SessionPosition], atMost count: Int) {
      for p in more.prefix(count) where !chosen.contains(p) && chosen.count < size {
        chosen.append(p)
      }
    }
    let paidFor = placed.filter {
      $0 != worst && problem.overlapCost[worst, $0] > 0
        && problem.overlaps(worst, $0, in: assignment)
    }
    add(shuffled(paidFor), atMost: max(1, size / 3))
    let table = problem.places[worst]
    for _ in 0..<20 where chosen.count < size {
      let start = table.starts[StartOption(random.below(table.starts.count))]
      let room = table.rooms[RoomOption(random.below(table.rooms.count))]
      let end = start + problem.minutes[worst]
      // What stands in that place, and what would be paid for there.
      let there = placed.filter { q in
        guard let from = problem.start(q, in: assignment) else { return false }
        let isMet = from < end && start < from + problem.minutes[q]
        return isMet
          && (problem.overlapCost[worst, q] > 0
            || problem.room(q, in: assignment).map { problem.roomGap[room, $0] >= 0 } ?? false)
      }
      add(there, atMost: size)
    }
    return chosen
  }

  /// Sessions that have most to do with one another, added one by one.
  private mutating func partners(of seed: SessionPosition, _ size: Int) -> [SessionPosition] {
    var chosen = [seed]
    var ties = TypedArray<SessionPosition, Double>(
      repeating: 0, count: problem.sessions.count)
    while chosen.count < min(size, movable.count) {
      guard let last = chosen.last else { break }
      for terms in problem.terms.all { terms.addPull(of: last, to: &ties) }
      let inside = Set(chosen)
      var best: (session: SessionPosition, score: Double)?
      for q in movable where !inside.contains(q) {
        let score = ties[q] * (0.5 + random.fraction())
        if score > best?.score ?? -1 { best = (q, score) }
      }
      guard let best else { break }
      chosen.append(best.session)
    }
    return chosen
  }

  // MARK: Draws

  private func day(_ p: SessionPosition) -> Int? {
    assignment.places[p].map { problem.places[p].days[$0.start] }
  }

  private func runs(_ p: SessionPosition, at moment: Int) -> Bool {
    problem.start(p, in: assignment).map { $0 <= moment && moment < $0 + problem.minutes[p] }
      ?? false
  }

  private mutating func shuffled(_ sessions: [SessionPosition]) -> [SessionPosition] {
    sessions.shuffled(using: &random)
  }

  private mutating func sample(_ sessions: [SessionPosition], _ size: Int) -> [SessionPosition] {
    Array(sessions.shuffled(using: &random).prefix(size))
  }

  /// By chance, each session the more likely the more it pays.
  private mutating func byDues(_ sessions: [SessionPosition], _ size: Int) -> [SessionPosition] {
    let drawn = sessions.map { (session: $0, key: random.fraction() * (1 + Double(dues[$0]))) }
    return drawn.sorted { ($1.key, $0.session) < ($0.key, $1.session) }
      .prefix(size).map(\.session)
  }

  /// Those at the least distance; among equals by chance.
  private mutating func nearest(
    _ sessions: [SessionPosition], _ size: Int, _ distance: (SessionPosition) -> Int
  ) -> [SessionPosition] {
    let drawn = shuffled(sessions).enumerated().map { ($1, distance($1), $0) }
    return drawn.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.prefix(size).map(\.0)
  }
}
