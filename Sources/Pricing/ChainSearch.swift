// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Rules

/// A search for chains: lists of sessions, each but the last in the place of the next, go through a queue;
/// where the last one could go is priced for all places at once.
struct ChainSearch {
  /// A start and a room.
  struct Spot: Hashable {
    let start: WallTime
    let room: Int
  }

  /// A list whose last session has lost its place.
  private struct Node: Comparable {
    let sessions: [Int]
    /// What the programme costs more with all but the last at their new places, and the last at its old.
    let change: Int
    /// What a chain made of it may cost.
    var estimate: Int

    static func < (one: Node, other: Node) -> Bool {
      if one.estimate != other.estimate { return one.estimate < other.estimate }
      return one.sessions.lexicographicallyPrecedes(other.sessions)
    }
  }

  static let mostMoves = 4

  let programme: PricedProgramme
  let lifted: Int
  private let mayUseFreePlaces: Bool
  private let limits: ChainSearchLimits
  let offences: Offences
  /// By session; none where it has no whole place.
  let spots: [Spot?]
  let held: Set<Spot>
  /// Those whose place may be taken, in the table's order.
  let movable: [Int]
  var options: OwnPlaces
  /// Lists in which one displaces two.
  private var forks = Heap<Fork>()
  /// What is in a session's way, where two may be.
  let ways: RoomWays
  /// By number of sessions.
  private var queues = [Heap<Node>](repeating: Heap(), count: mostMoves + 1)
  /// Lists of three without their estimates.
  private var waiting: [Node] = []
  private(set) var found: BestChains
  /// Lists of two, once they were looked at.
  private var pairs: [Node] = []
  private(set) var work = 0

  init(
    _ programme: PricedProgramme, _ lifted: Int, staying: Set<Int>, mayUseFreePlaces: Bool,
    _ limits: ChainSearchLimits
  ) {
    self.programme = programme
    self.lifted = lifted
    self.mayUseFreePlaces = mayUseFreePlaces
    self.limits = limits
    found = BestChains(mostMoves: Self.mostMoves, mostOfEach: limits.mostOfEach)
    offences = Offences(programme)
    let spots = programme.stands.map { stand -> Spot? in
      guard let hours = stand?.time?.hours, let room = programme.tables.room(stand?.room) else {
        return nil
      }
      return Spot(start: WallTime(minutes: hours.start), room: room)
    }
    self.spots = spots
    held = Set(spots.compactMap(\.self))
    movable = spots.indices.filter {
      $0 != lifted && spots[$0] != nil && !staying.contains($0)
    }
    options = OwnPlaces(programme, besides: Set(held.map(\.start)))
    ways = RoomWays(programme, movable: Set(movable))
  }

  mutating func run() -> MoveChains {
    let isComplete = searches()
    return MoveChains(best: found.all, isComplete: isComplete)
  }

  /// - Returns: whether all were tried.
  private mutating func searches() -> Bool {
    look(at: Node(sessions: [lifted], change: 0, estimate: 0))
    while let node = queues[2].popLeast() {
      guard work < limits.work else { return false }
      look(at: node)
      pairs.append(node)
    }
    // Only now is it known what becomes of those that would have to go next.
    for var node in waiting {
      guard work < limits.work else { return false }
      guard let last = node.sessions.last, let end = leastChange(of: last) else { continue }
      node.estimate += end
      queues[3].insert(node)
    }
    waiting = []
    if mayUseFreePlaces { plantForks() }
    return searchesByTurns()
  }

  /// By turns: chains of four cost less and would leave none of three.
  private mutating func searchesByTurns() -> Bool {
    var turn = 0
    var idle = 0
    while idle < 3 {
      guard work < limits.work else { return false }
      var isFound = true
      if turn == 2 {
        if let fork = forks.popLeast() { look(at: fork) } else { isFound = false }
      } else if let node = queues[3 + turn].popLeast() {
        look(at: node)
      } else {
        isFound = false
      }
      idle = isFound ? 0 : idle + 1
      turn = (turn + 1) % 3
    }
    return true
  }

  /// Where lists begin in which one displaces two: with the first, or with the second.
  private mutating func plantForks() {
    insert(Fork(steps: [], leaving: [lifted], change: 0, estimate: 0))
    for node in pairs {
      guard let last = node.sessions.last, let end = leastChange(of: last),
        let spot = spots[last]
      else { continue }
      insert(
        Fork(
          steps: [MoveChain.Step(session: lifted, start: spot.start, room: spot.room)],
          leaving: [last], change: node.change, estimate: node.change + end))
    }
  }

  private mutating func look(at node: Node) {
    guard let last = node.sessions.last else { return }
    var stands = programme.stands
    for (session, next) in zip(node.sessions, node.sessions.dropFirst()) {
      stands[session] = spots[next].map { stand(of: session, at: $0) }
    }
    var readings = ChainReadings(programme, node.sessions, stands)
    defer { work += readings.work }
    var others = stands
    others[last] = nil
    let early = earlyVerdict(node.sessions.dropLast(), others, &readings)
    let isFull = node.sessions.count == Self.mostMoves
    guard early != .broken || !isFull else { return }
    let starts = options.starts(of: last)
    count(starts: starts.count)
    let places = programme.lifted(last, among: stands).places(at: starts)
    if node.sessions.count == 2 { options.note(places, offences) }
    if early != .broken && node.sessions.count > 1 { close(node, places, early, &readings) }
    if !isFull { extend(node, last, places) }
  }

  /// Whether those that have their places break something there while others are nowhere.
  mutating func earlyVerdict(
    _ sessions: some Sequence<Int>, _ others: [Stand?], _ readings: inout ChainReadings
  ) -> Offences.Verdict {
    var result = Offences.Verdict.kept
    for session in sessions {
      count(starts: 1)
      guard let hours = others[session]?.time?.hours, let room = others[session]?.room else {
        continue
      }
      let start = WallTime(minutes: hours.start)
      let place = programme.lifted(session, among: others).places(at: [start])[0, room.number]
      let verdict = offences.earlyVerdict(place.broken, by: session) {
        readings.violations(of: session, at: start, room.number, $0)
      }
      switch verdict {
      case .kept: break
      case .unclear: result = .unclear
      case .broken: return .broken
      }
    }
    return result
  }

  /// Puts the last session down where a chain may end.
  private mutating func close(
    _ node: Node, _ places: PricedPlaces, _ early: Offences.Verdict,
    _ readings: inout ChainReadings
  ) {
    if let first = spots[lifted], isOpen(first, to: node),
      let start = options.index(of: first.start, for: places.session)
    {
      end(node, first, places[start, first.room], early, isFree: false, &readings)
    }
    guard mayUseFreePlaces else { return }
    for start in options.ownStarts(of: places.session) {
      for room in 0..<places.roomCount {
        let place = places[start, room]
        let spot = Spot(start: places.starts[start], room: room)
        if found.isWorthwhile(node.change + place.change, node.sessions.count), !held.contains(spot)
        {
          end(node, spot, place, early, isFree: true, &readings)
        }
      }
    }
  }

  private mutating func end(
    _ node: Node, _ spot: Spot, _ place: PricedPlace, _ early: Offences.Verdict, isFree: Bool,
    _ readings: inout ChainReadings
  ) {
    let goals = node.sessions.dropFirst().compactMap { spots[$0] } + [spot]
    let steps = zip(node.sessions, goals).map {
      MoveChain.Step(session: $0, start: $1.start, room: $1.room)
    }
    guard let last = steps.last else { return }
    keep(
      MoveChain(change: node.change + place.change, steps: steps, endsInFreePlace: isFree),
      endingWith: last, place, early, &readings)
  }

  /// Keeps a chain, if it is good enough and breaks nothing new.
  ///
  /// - Parameters:
  ///   - last: the step that is made last.
  ///   - place: what that means, all others being where they will be.
  ///   - early: what the others break without it.
  mutating func keep(
    _ chain: MoveChain, endingWith last: MoveChain.Step, _ place: PricedPlace,
    _ early: Offences.Verdict, _ readings: inout ChainReadings
  ) {
    let verdict = offences.verdict(place.broken, by: last.session)
    guard verdict != .broken else { return }
    guard found.hasRoom(for: chain) else { return }
    if verdict == .unclear {
      guard
        offences.areKnown(
          readings.violations(of: last.session, at: last.start, last.room, place.broken.rules))
      else { return }
    }
    guard early == .kept || isKept(chain) else { return }
    found.insert(chain)
  }

  /// Where a limit that was passed before may hide another, the whole is reviewed.
  private mutating func isKept(_ chain: MoveChain) -> Bool {
    let count = programme.scenario.sessions.count
    // Measured: a review takes about as long.
    work += count * (200 + 2 * count)
    var after = programme
    for step in chain.steps { after.put(step.session, at: step.start, room: step.room) }
    return offences.isKept(
      after.review, moved: Set(chain.steps.map { programme.scenario.sessions[$0.session].id }))
  }

  /// Puts the last session where another one stands, which then has to go.
  private mutating func extend(_ node: Node, _ last: Int, _ places: PricedPlaces) {
    for next in movable where !node.sessions.contains(next) {
      guard let spot = spots[next], spot != spots[last], isOpen(spot, to: node),
        let start = options.index(of: spot.start, for: last)
      else { continue }
      let place = places[start, spot.room]
      guard !offences.isBarred(place.broken, last) else { continue }
      let change = node.change + place.change
      add(Node(sessions: node.sessions + [next], change: change, estimate: change), next)
    }
  }

  private mutating func add(_ node: Node, _ next: Int) {
    switch node.sessions.count {
    case 2: queues[2].insert(node)
    case 3: waiting.append(node)
    default:
      guard let end = leastChange(of: next) else { return }
      var node = node
      node.estimate += end
      queues[node.sessions.count].insert(node)
    }
  }

  /// Whether no session of a list goes to a place already, and its last does not come from there.
  private func isOpen(_ spot: Spot, to node: Node) -> Bool {
    !node.sessions.dropFirst().contains { spots[$0] == spot }
  }

  mutating func leastChange(of session: Int) -> Int? {
    options.leastChange(of: session, offences) { work += $0 }
  }

  func stand(of session: Int, at spot: Spot) -> Stand {
    let start = spot.start.minutes
    return Stand(
      time: Time(
        Time.Hours(start: start, end: start + programme.scenario.sessions[session].minutes)),
      room: RoomNumber(number: spot.room))
  }

  mutating func count(starts: Int) {
    work += OwnPlaces.work(programme, starts: starts)
  }

  /// Lists that wait for their turn: a meeting with many rooms and few sessions has very many.
  mutating func insert(_ fork: Fork) {
    // Measured.
    work += 100
    forks.insert(fork)
  }

  mutating func count(readings: ChainReadings) { work += readings.work }
}
