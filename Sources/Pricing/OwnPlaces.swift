// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// The starts at which sessions of chains are priced, worked out when one is first asked about.
struct OwnPlaces {
  private struct Starts {
    /// In order of time.
    let all: [WallTime]
    let indices: [WallTime: Int]
    /// Indices of those that it may have anyhow, whoever stands there.
    let own: [Int]
  }

  private enum Least {
    case unknown, none
    case change(Int)
  }

  private let programme: PricedProgramme
  private let taken: Set<WallTime>
  private var starts: [Starts?]
  private var least: [Least]

  /// - Parameter taken: starts of the schedule, which may be none that the house has.
  init(_ programme: PricedProgramme, besides taken: Set<WallTime>) {
    self.programme = programme
    self.taken = taken
    starts = programme.scenario.sessions.map { _ in nil }
    least = programme.scenario.sessions.map { _ in .unknown }
  }

  /// What a lifted session's prices at some starts count for.
  static func work(_ programme: PricedProgramme, starts: Int) -> Int {
    // Measured.
    (4 + starts) * programme.scenario.sessions.count
      + starts * (100 + programme.scenario.rooms.count)
  }

  mutating func starts(of session: Int) -> [WallTime] { known(session).all }

  mutating func ownStarts(of session: Int) -> [Int] { known(session).own }

  mutating func index(of start: WallTime, for session: Int) -> Int? {
    known(session).indices[start]
  }

  /// The least that another place would change while all others stay, of those that the tables do not
  /// bar; `nil` if they bar all.
  mutating func leastChange(
    of session: Int, _ offences: Offences, count: (Int) -> Void
  ) -> Int? {
    switch least[session] {
    case .none: return nil
    case .change(let change): return change
    case .unknown: break
    }
    let starts = starts(of: session)
    count(Self.work(programme, starts: starts.count))
    note(programme.places(of: session, at: starts), offences)
    return leastChange(of: session, offences, count: count)
  }

  /// Reads it from prices that are there anyhow: it is an estimate, and where one other session stands
  /// matters little to it.
  mutating func note(_ places: PricedPlaces, _ offences: Offences) {
    var result: Int?
    for start in places.starts.indices {
      for room in 0..<places.roomCount {
        let place = places[start, room]
        guard place.change < result ?? .max, !offences.isBarred(place.broken, places.session)
        else { continue }
        result = place.change
      }
    }
    least[places.session] = result.map { .change($0) } ?? .none
  }

  private mutating func known(_ session: Int) -> Starts {
    if let known = starts[session] { return known }
    let own = PricedProgramme.starts(of: session, in: programme.scenario)
    let all = taken.union(own).sorted()
    let indices = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    let made = Starts(all: all, indices: indices, own: own.compactMap { indices[$0] })
    starts[session] = made
    return made
  }
}
