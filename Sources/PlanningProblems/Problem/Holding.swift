// SPDX-License-Identifier: GPL-3.0-or-later

/// Some sessions of a problem free, all others held where an assignment has them.
package struct Holding {
  /// A held session that is placed.
  package struct Held {
    /// Its position in the whole.
    package let session: SessionPosition
    /// Where it stands.
    package let stay: Stay
  }

  /// The problem of which some sessions are free.
  package let whole: PlanningProblem
  /// The free sessions.
  package let free: Selection
  /// The held sessions that are placed, in order of start.
  private let held: [Held]
  private let heldStarts: [Int]
  private let longestHeld: Int
  /// The place tables of the free sessions, with what the held ones ask of them.
  package private(set) var places: TypedArray<SessionPosition, PlaceTable>
  private let stays: TypedArray<SessionPosition, Stay?>

  /// Holds every session that is not free where `rest` has it.
  package init(_ whole: PlanningProblem, _ free: Selection, _ rest: Assignment) {
    self.whole = whole
    self.free = free
    places = free.chosen.mapped { whole.places[$0] }
    let stays = TypedArray(over: whole.sessions.indices) { q in
      free.position(of: q) == nil ? rest.places[q].map { whole.places[q].stay($0) } : nil
    }
    self.stays = stays
    held = stays.enumerated()
      .compactMap { q, stay in stay.map { Held(session: q, stay: $0) } }
      .sorted { ($0.stay.start, $0.session) < ($1.stay.start, $1.session) }
    heldStarts = held.map(\.stay.start)
    longestHeld = held.map { whole.minutes[$0.session] }.max() ?? 0
  }

  /// Where a session of the whole is held; `nil` where it is free or left out.
  package func stay(of q: SessionPosition) -> Stay? { stays[q] }

  /// Where those of some sessions stand that are held.
  func stays(of members: [SessionPosition]) -> [Stay] { members.compactMap(stay) }

  /// Adds a price to some places of a free session, or strikes them out where there is none.
  package mutating func charge(
    _ own: SessionPosition, _ price: Int?, where isCharged: (Stay) -> Bool
  ) {
    for s in places[own].starts.indices {
      for (r, room) in places[own].rooms.enumerated() where places[own].price(s, r) != nil {
        let stay = Stay(start: places[own].starts[s], day: places[own].days[s], room: room)
        if isCharged(stay) { places[own].charge(price, start: s, room: r) }
      }
    }
  }

  /// Looks at each start of a free session beside each held session that stands close to it.
  ///
  /// - Parameters:
  ///   - rest: minutes within which a held session is close.
  ///   - body: may change the place table; `distance` are the minutes between the two, negative
  ///     where they overlap.
  mutating func forEachClose(
    to own: SessionPosition, within rest: Int,
    _ body: (_ table: inout PlaceTable, _ start: StartOption, _ other: Held, _ distance: Int) ->
      Void
  ) {
    let minutes = whole.minutes[free.chosen[own]]
    for s in places[own].starts.indices {
      let start = places[own].starts[s]
      let from = heldStarts.firstIndex(above: start - longestHeld - rest)
      let until = heldStarts.firstIndex(above: start + minutes + rest - 1)
      for other in held[from..<max(from, until)] {
        let distance = max(
          start - other.stay.start - whole.minutes[other.session],
          other.stay.start - start - minutes)
        if distance < rest { body(&places[own], s, other, distance) }
      }
    }
  }
}

extension PlanningProblem {
  /// The problem of some sessions alone, every other one held where an assignment has it.
  ///
  /// What the held ones ask of a free session at a place becomes part of that place's price, or
  /// strikes it out; what ties many sessions together keeps the held ones as a count
  /// (`TermSet.among`). Nothing is rounded: with the free sessions at places that are to be had, the
  /// whole costs `constant` more than the part, and breaks as many hard rules.
  ///
  /// - Returns: `nil` where the held sessions break a hard rule among themselves.
  package func restricted(
    to free: [SessionPosition], given fixed: Assignment
  ) -> (problem: PlanningProblem, constant: Int)? {
    var rest = fixed
    for p in free { rest.places[p] = nil }
    let selection = Selection(free, of: self)
    var holding = Holding(self, selection, rest)
    var part = withSessions(of: selection)
    part.terms = terms.among(&holding)
    part.places = holding.places
    for p in part.places.indices { part.places[p].dropDeadStartsAndRooms() }
    let whole = WorkingSchedule(self, rest).score
    let empty = WorkingSchedule(part).score
    guard whole.violations == empty.violations else { return nil }
    return (part, whole.cost - empty.cost)
  }

  /// The places of the sessions of a part, as the part knows them; `nil` where one of them stands
  /// at a place that the part has struck out.
  package func assignment(_ whole: Assignment, of free: [SessionPosition], in part: PlanningProblem)
    -> Assignment?
  {
    var own = Assignment(places: TypedArray(repeating: nil, count: free.count))
    for (i, p) in free.asPositions.enumerated() {
      guard let place = whole.places[p] else { continue }
      let table = part.places[i]
      guard let s = table.starts.firstIndexSorted(places[p].starts[place.start]),
        let r = table.rooms.firstIndexSorted(places[p].rooms[place.room]), table.price(s, r) != nil
      else { return nil }
      own.places[i] = .init(start: s, room: r)
    }
    return own
  }

  /// An assignment with the free sessions where a part's assignment has them.
  package func assignment(
    _ own: Assignment, of free: [SessionPosition], in part: PlanningProblem,
    within whole: Assignment
  ) -> Assignment? {
    var result = whole
    for (i, p) in free.asPositions.enumerated() {
      guard let place = own.places[i] else {
        result.places[p] = nil
        continue
      }
      let table = part.places[i]
      guard let s = places[p].starts.firstIndexSorted(table.starts[place.start]),
        let r = places[p].rooms.firstIndexSorted(table.rooms[place.room])
      else { return nil }
      result.places[p] = .init(start: s, room: r)
    }
    return result
  }
}

extension [SessionPosition] {
  /// By the positions that they have in a part of their own.
  fileprivate var asPositions: TypedArray<SessionPosition, SessionPosition> { TypedArray(self) }
}
