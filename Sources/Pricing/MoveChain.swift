// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Sessions that move together, each but the last into the place of the next: the last one goes to a free
/// place, or to where the first came from. Two that exchange places are a swap.
public struct MoveChain: Sendable, Hashable {
  /// One session and where it goes.
  public struct Step: Sendable, Hashable {
    /// Index into `Scenario.sessions`.
    public let session: Int
    /// When it begins there.
    public let start: WallTime
    /// Index into `Scenario.rooms`.
    public let room: Int
  }

  /// How much more the whole programme costs afterwards, in points of the objective: what two reviews
  /// of the referee differ by.
  public let change: Int
  /// The lifted session first, then each whose place is taken by the one before it.
  public let steps: [Step]
}

extension MoveChain: Comparable {
  /// The cheaper first; of equal ones that with fewer moves, then by the order of the sessions' table,
  /// then by start and room.
  public static func < (one: MoveChain, other: MoveChain) -> Bool {
    if one.change != other.change { return one.change < other.change }
    if one.steps.count != other.steps.count { return one.steps.count < other.steps.count }
    for (a, b) in zip(one.steps, other.steps) where a.session != b.session {
      return a.session < b.session
    }
    for (a, b) in zip(one.steps, other.steps) where a != b {
      return (a.start, a.room) < (b.start, b.room)
    }
    return false
  }
}

/// What a search for swaps and chains found.
public struct MoveChains: Sendable, Hashable {
  /// The best ones, in order.
  public let best: [MoveChain]
  /// Whether all were tried: then no better one exists. Otherwise these are the best of those that were.
  public let isComplete: Bool
}

/// How far swaps and chains are looked for.
public struct ChainSearchLimits: Sendable, Hashable {
  /// How many are kept, at most.
  public var most: Int
  /// How many sessions are looked at, at most, over and over; a count and not a time, so that every
  /// machine finds the same.
  public var work: Int

  /// - Parameters:
  ///   - most: how many chains are kept.
  ///   - work: how many sessions are looked at; the default is less than a second.
  public init(most: Int = 30, work: Int = 5_000_000) {
    self.most = most
    self.work = work
  }
}
