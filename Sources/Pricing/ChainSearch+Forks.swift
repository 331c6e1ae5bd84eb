// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A list in which one session displaces two, or is going to.
struct Fork: Comparable {
  /// A session that is nowhere meanwhile.
  struct Waiting {
    let session: Int
    /// What the programme costs more without it than with it at its old place.
    let out: Int
  }

  /// Those that have their new places.
  let steps: [MoveChain.Step]
  /// Those that have lost theirs.
  let waiting: [Waiting]
  /// Those that the last step displaces; still where they were.
  let leaving: [Int]
  /// Whether one has displaced two.
  let hasForked: Bool
  /// What the programme costs more as it then is.
  let change: Int
  /// What a chain made of it may cost.
  let estimate: Int
  /// What those break that have their places, with all others nowhere.
  var early: Offences.Verdict
  /// Whether only the children are meant that break something as they are: a session that goes later may
  /// mend it.
  var isForBroken: Bool
  /// Who goes where and who waits, so that the order of lists is the same each time.
  private let order: [Int]

  init(
    steps: [MoveChain.Step], waiting: [Waiting] = [], leaving: [Int] = [],
    hasForked: Bool = false, change: Int, estimate: Int, early: Offences.Verdict = .kept,
    isForBroken: Bool = false
  ) {
    self.steps = steps
    self.waiting = waiting
    self.leaving = leaving
    self.hasForked = hasForked
    self.change = change
    self.estimate = estimate
    self.early = early
    self.isForBroken = isForBroken
    order =
      steps.flatMap { [$0.session, $0.start.minutes, $0.room] } + [-1]
      + waiting.map(\.session) + [-1] + leaving
  }

  var moves: Int { steps.count + waiting.count + leaving.count }

  private var rank: Int { isForBroken || early == .broken ? 1 : 0 }

  static func == (one: Fork, other: Fork) -> Bool { !(one < other) && !(other < one) }

  static func < (one: Fork, other: Fork) -> Bool {
    if one.rank != other.rank { return one.rank < other.rank }
    if one.estimate != other.estimate { return one.estimate < other.estimate }
    return one.order.lexicographicallyPrecedes(other.order)
  }
}

/// Lists in which one session displaces two. Whoever is displaced is taken out first and then put down, one
/// after the other: what those break that have their places is then broken whatever comes.
extension ChainSearch {
  mutating func look(at fork: Fork) {
    var stands = programme.stands
    for step in fork.steps {
      stands[step.session] = stand(of: step.session, at: Spot(start: step.start, room: step.room))
    }
    for one in fork.waiting { stands[one.session] = nil }
    let out = takenOut(fork.leaving, of: &stands)
    let now = Fork(
      steps: fork.steps, waiting: fork.waiting + out, hasForked: fork.hasForked,
      change: fork.change + out.reduce(0) { $0 + $1.out }, estimate: fork.estimate,
      early: fork.early, isForBroken: fork.isForBroken)
    goOn(with: now, stands, isJustOut: !out.isEmpty)
  }

  private mutating func takenOut(
    _ leaving: [Int], of stands: inout [Stand?]
  ) -> [Fork.Waiting] {
    var out: [Fork.Waiting] = []
    for session in leaving {
      count(starts: 1)
      let lifted = programme.lifted(session, among: stands)
      out.append(
        Fork.Waiting(
          session: session, out: lifted.cost(of: nil) - lifted.cost(of: lifted.stand)))
      stands[session] = nil
    }
    return out
  }

  /// - Parameter isJustOut: some were taken out of the way just now.
  private mutating func goOn(with fork: Fork, _ stands: [Stand?], isJustOut: Bool) {
    guard let next = fork.waiting.first?.session else { return }
    let moving = fork.steps.map(\.session) + fork.waiting.map(\.session)
    // The last one to be put down comes last.
    var readings = ChainReadings(programme, moving, stands)
    defer { count(readings: readings) }
    var fork = fork
    if isJustOut {
      fork.early = earlyVerdict(fork.steps.map(\.session), stands, &readings)
    }
    let isFull = fork.hasForked && fork.moves == Self.mostMoves
    guard fork.early != .broken || !isFull else { return }
    let starts = options.starts(of: next)
    count(starts: starts.count)
    let places = programme.lifted(next, among: stands).places(at: starts)
    guard fork.hasForked else {
      spread(fork, places)
      return
    }
    if fork.waiting.count == 1 {
      if fork.early != .broken { close(fork, places, &readings) }
    } else {
      putDown(fork, places, &readings)
    }
    if !isFull && !fork.isForBroken { displace(fork, places) }
  }

  /// Puts the session where two are in its way.
  private mutating func spread(_ fork: Fork, _ places: PricedPlaces) {
    let moving = fork.steps.map(\.session)
    for start in options.ownStarts(of: places.session) {
      for room in 0..<places.roomCount {
        let place = places[start, room]
        let spot = Spot(start: places.starts[start], room: room)
        guard !offences.isBarred(place.broken, places.session), spot != spots[places.session],
          !fork.goesTo(spot),
          let pair = ways.pair(
            displacedBy: places.session, at: spot.start, room, moving: moving),
          let one = leastChange(of: pair[0]), let other = leastChange(of: pair[1])
        else { continue }
        let change = fork.change + place.change
        insert(
          Fork(
            steps: fork.steps + [fork.step(places.session, spot)], leaving: pair,
            hasForked: true, change: change, estimate: change + one + other))
      }
    }
  }

  /// The places where the session can end, with the indices of their starts.
  private mutating func ends(_ fork: Fork, _ places: PricedPlaces) -> [(start: Int, spot: Spot)] {
    var ends: [(start: Int, spot: Spot)] = []
    for start in options.ownStarts(of: places.session) {
      for room in 0..<places.roomCount {
        let spot = Spot(start: places.starts[start], room: room)
        if !held.contains(spot), !fork.goesTo(spot) { ends.append((start, spot)) }
      }
    }
    if let first = spots[lifted], first != spots[places.session], !fork.goesTo(first),
      let start = options.index(of: first.start, for: places.session)
    {
      ends.append((start, first))
    }
    return ends
  }

  /// Puts the session down for good, while others wait.
  private mutating func putDown(
    _ fork: Fork, _ places: PricedPlaces, _ readings: inout ChainReadings
  ) {
    let rest = Array(fork.waiting.dropFirst())
    var later = 0
    for one in rest {
      guard let end = leastChange(of: one.session) else { return }
      later += end - one.out
    }
    let mayMend = fork.moves < Self.mostMoves
    var hasBroken = false
    for (start, spot) in ends(fork, places) {
      let place = places[start, spot.room]
      guard !offences.isBarred(place.broken, places.session) else { continue }
      let verdict = offences.earlyVerdict(place.broken, by: places.session) {
        readings.violations(of: places.session, at: spot.start, spot.room, $0)
      }
      // Of those that break something there may be very many, and little comes of them.
      let isSound = verdict != .broken
      if !isSound { hasBroken = true }
      guard isSound != fork.isForBroken else { continue }
      let change = fork.change + place.change
      insert(
        Fork(
          steps: fork.steps + [fork.step(places.session, spot)], waiting: rest, hasForked: true,
          change: change, estimate: change + later, early: fork.early.joined(with: verdict)))
    }
    guard hasBroken, mayMend, !fork.isForBroken else { return }
    var second = fork
    second.isForBroken = true
    insert(second)
  }

  /// Puts the last session down, which ends a chain.
  private mutating func close(
    _ fork: Fork, _ places: PricedPlaces, _ readings: inout ChainReadings
  ) {
    for (start, spot) in ends(fork, places) {
      let place = places[start, spot.room]
      guard found.isWorthwhile(fork.change + place.change, fork.moves) else { continue }
      let last = fork.step(places.session, spot)
      let steps = (fork.steps + [last]).sorted {
        ($0.session == lifted ? -1 : $0.session) < ($1.session == lifted ? -1 : $1.session)
      }
      keep(
        MoveChain(change: fork.change + place.change, steps: steps, endsInFreePlace: true),
        endingWith: last, place, fork.early, &readings)
    }
  }

  /// Puts the session where another one stands, which then has to go.
  private mutating func displace(_ fork: Fork, _ places: PricedPlaces) {
    let moving = fork.steps.map(\.session) + fork.waiting.map(\.session)
    let rest = Array(fork.waiting.dropFirst())
    var later = 0
    for one in rest {
      guard let end = leastChange(of: one.session) else { return }
      later += end - one.out
    }
    for next in movable where !moving.contains(next) {
      guard let spot = spots[next], spot != spots[places.session], !fork.goesTo(spot),
        let start = options.index(of: spot.start, for: places.session)
      else { continue }
      let place = places[start, spot.room]
      guard !offences.isBarred(place.broken, places.session), let end = leastChange(of: next)
      else { continue }
      let change = fork.change + place.change
      insert(
        Fork(
          steps: fork.steps + [fork.step(places.session, spot)], waiting: rest, leaving: [next],
          hasForked: true, change: change, estimate: change + later + end))
    }
  }
}

extension Fork {
  /// Whether a session goes to a place already.
  fileprivate func goesTo(_ spot: ChainSearch.Spot) -> Bool {
    steps.contains { $0.start == spot.start && $0.room == spot.room }
  }

  fileprivate func step(_ session: Int, _ spot: ChainSearch.Spot) -> MoveChain.Step {
    MoveChain.Step(session: session, start: spot.start, room: spot.room)
  }
}
