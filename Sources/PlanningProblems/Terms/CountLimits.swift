// SPDX-License-Identifier: GPL-3.0-or-later

/// At most so many of some sessions at a moment, on a day or at the meeting.
package struct CountLimit: Sendable {
  enum Scope: Sendable { case moment, day, meeting }
  /// Of limits.csv.
  package let id: String
  /// The sessions that count.
  package let members: [SessionPosition]
  /// Only places in these rooms count; `nil` for all.
  package let rooms: Set<RoomPosition>?
  /// So many are free of charge.
  package let atMost: Int
  let scope: Scope
  /// Price of one session over; `nil` where it must hold.
  package let price: Int?
  /// What counts besides the members, whatever is chosen.
  package var held: [HeldStay] = []

  /// A session outside the problem that stays where it is.
  package struct HeldStay: Sendable {
    /// Venue minute.
    package let start: Int
    /// Index into `Meeting.days`.
    package let day: Int
    /// How long it lasts.
    package let minutes: Int

    /// Whether it runs at a venue minute.
    package func runs(at moment: Int) -> Bool { start <= moment && moment < start + minutes }
  }

  /// Whether a session in a room counts.
  package func counts(_ room: RoomPosition) -> Bool { rooms?.contains(room) ?? true }

  /// The same for other members; `nil` where there are too few to break it.
  package func of(_ members: [SessionPosition], held: [HeldStay] = []) -> CountLimit? {
    guard !members.isEmpty, members.count + held.count > atMost else { return nil }
    return CountLimit(
      id: id, members: members, rooms: rooms, atMost: atMost, scope: scope, price: price, held: held
    )
  }
}

/// The limits of a meeting, hard and soft.
package struct CountLimits: TermSet {
  /// In the order of the tables.
  package var all: [CountLimit] = []

  package static let sort = TermSort.countLimits
  package static var list: WritableKeyPath<Terms, Self> { \.countLimits }

  package var longestRest: Int { 0 }

  package func tally(in problem: PlanningProblem) -> Tally {
    .counts(CountLimitTally(all, problem))
  }

  package func inside(_ selection: Selection) -> CountLimits {
    CountLimits(all: all.compactMap { $0.of(selection.inside($0.members)) })
  }

  package func among(_ holding: inout Holding) -> CountLimits {
    let holding = holding
    return CountLimits(
      all: all.compactMap { limit in
        let held = limit.members.compactMap { q -> CountLimit.HeldStay? in
          guard let stay = holding.stay(of: q), limit.counts(stay.room) else { return nil }
          return .init(start: stay.start, day: stay.day, minutes: holding.whole.minutes[q])
        }
        return limit.of(holding.free.inside(limit.members), held: held)
      })
  }

  package func sight(in problem: PlanningProblem) -> RoomSight {
    let rooms = problem.rooms
    return RoomSight(
      marks: all.compactMap { limit in
        limit.rooms.map { counted in TypedArray(over: rooms) { .like(counted.contains($0) ? 1 : 0) }
        }
      }, tied: [])
  }

  package func encode(to container: inout KeyedEncodingContainer<TermSort>) throws {
    try container.encode(all.map(JSON.init), forKey: Self.sort)
  }

  private struct JSON: Encodable {
    let id: String
    let members: [SessionPosition]
    let rooms: [RoomPosition]?
    let atMost: Int
    let scope: String
    let price: Int?

    init(_ limit: CountLimit) {
      id = limit.id
      members = limit.members
      rooms = limit.rooms?.sorted()
      atMost = limit.atMost
      scope = "\(limit.scope)"
      price = limit.price
    }
  }

  package var crowds: [[SessionPosition]] { all.map(\.members) }

  package func addPull(
    of p: SessionPosition, to weights: inout TypedArray<SessionPosition, Double>
  ) {}
}
