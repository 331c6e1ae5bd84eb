// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A proof, found without a search, that no schedule keeps all hard rules (`rules.md`, "What `check` proves").
///
/// Sessions, links, limits, people and rooms are indices into the lists of `Scenario`. Only sessions
/// that must be placed and are not held are ever named.
public enum Impossibility: Hashable, Sendable {
  /// Links that put each session after the one before it, all the way round.
  case ring([Step])
  /// Two sessions whose demands on each other, and on where each may be, cannot all be met.
  case pair(Pair)
  /// Links that push a session beyond its last possible start.
  case chain(Chain)
  /// Sessions that must share a day but have none in common, or must share one and may not.
  case days(Tie)
  /// More sessions that must be on different days than there are days for them.
  case otherDays(sessions: [Int], links: [Int], days: Int)
  /// Sessions that must share a room but have none in common.
  case rooms(Tie)
  /// More asked of rooms, of a person or of a limit than they can give.
  case overload(Overload)

  /// One link of a ring: from a session to the next.
  public struct Step: Hashable, Sendable {
    /// What the link asks of the two.
    public enum Sort: Hashable, Sendable {
      /// The next begins at least this many minutes after the session's end.
      case before(Int)
      /// The session begins at most this many minutes after the next one's end.
      case within(Int)
    }
    /// Session whose end, or start, binds the next.
    public let from: Int
    /// The session that is bound.
    public let to: Int
    /// Index into `Scenario.links`.
    public let link: Int
    /// What is asked of the two.
    public let sort: Sort
  }

  /// Where a session may begin by itself.
  public struct Reach: Hashable, Sendable {
    /// Index into `Scenario.sessions`.
    public let session: Int
    /// Its first possible start, and its last.
    public let first: WallTime
    /// Its last possible start.
    public let last: WallTime
    /// Indices into `Meeting.days`, in order.
    public let days: [Int]
    /// Indices into `Scenario.rooms`, in order.
    public let rooms: [Int]
    /// How many starts.
    public let starts: Int
  }

  /// Two sessions that cannot both be placed.
  public struct Pair: Hashable, Sendable {
    /// What they ask of each other.
    public enum Demand: Hashable, Sendable {
      case link(Int)
      /// A person whom both require.
      case person(Int)
      /// The one that is exclusive.
      case exclusive(Int)
      /// A room without which neither can be, or one that shares its space.
      case room(Int)
    }
    /// Where each of the two may stand.
    public let first: Reach
    /// Where the second may be.
    public let second: Reach
    /// As few as cannot be kept together, with where each may stand.
    public let demands: [Demand]
    /// Pairs of the same links that fare the same, besides this one.
    public var others = 0
  }

  /// Sessions of which each pushes the next.
  public struct Chain: Hashable, Sendable {
    /// In the order in which one pushes the next.
    public let sessions: [Int]
    /// Indices into `Scenario.links`.
    public let links: [Int]
    /// The last start that the last of them may have.
    public let latest: WallTime
    /// No start of it is as late as this, and the links ask for no earlier one.
    public let needed: WallTime
  }

  /// Sessions that links tie to one day or room.
  public struct Tie: Hashable, Sendable {
    /// From one of two that cannot be together to the other, or all of them.
    public let sessions: [Reach]
    /// That tie them.
    public let links: [Int]
    /// That keeps the first and the last on different days, where it is a link that does.
    public let against: Int?
  }

  /// More asked of something than there is.
  public struct Overload: Hashable, Sendable {
    /// What too much is asked of.
    public enum Resource: Hashable, Sendable {
      case rooms([Int])
      /// Sessions that must all be in one room, and the rooms that each of them might be in.
      case oneRoom([Int], links: [Int])
      case person(Int)
      case limit(Int)
      /// Sessions of which no two may overlap.
      case apart(link: Int)
    }
    /// What is counted.
    public enum Unit: Hashable, Sendable { case minutes, sessions }

    /// What there is too little of.
    public let resource: Resource
    /// Those that must take place there, in order.
    public let sessions: [Int]
    /// Exclusive sessions that keep the others out for their time.
    public let exclusive: [Int]
    /// The days to which all of them are bound; `nil` for the whole meeting.
    public let days: [Int]?
    /// The time to which all of them are bound, where that is less than their days.
    public let within: [Interval]?
    /// Of `needed` and `available`.
    public let unit: Unit
    /// What the sessions need of it, in its unit.
    public let needed: Int
    /// What there is of it, in its unit.
    public let available: Int
    /// Minutes that each session takes besides its own, in both numbers.
    public let rest: Int
  }

  /// Short and fixed, for programs.
  public var id: String {
    switch self {
    case .ring: "link-ring"
    case .pair: "pair"
    case .chain: "link-chain"
    case .days, .otherDays: "link-days"
    case .rooms: "link-rooms"
    case .overload: "overload"
    }
  }

  /// The rows of `links.csv` that the proof rests on.
  var links: [Int] {
    switch self {
    case .ring(let steps): steps.map(\.link)
    case .pair(let pair):
      pair.demands.compactMap { if case .link(let link) = $0 { link } else { nil } }
    case .chain(let chain): chain.links
    case .days(let tie), .rooms(let tie): tie.links + (tie.against.map { [$0] } ?? [])
    case .otherDays(_, let links, _): links
    case .overload: []
    }
  }
}
