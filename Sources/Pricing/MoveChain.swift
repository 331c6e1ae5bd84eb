// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Sessions that move together, each but the last into the place of the next: the last one goes to a free
/// place, or to where the first came from. Two that exchange places are a swap. One of them may also take the
/// room that two others have.
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
  /// The lifted session first, then each whose place is taken by the one before it; where one displaces two,
  /// the others follow in the order of the table.
  public let steps: [Step]
  /// Whether one goes to a free place; otherwise the same places are taken afterwards.
  public let endsInFreePlace: Bool

  /// Whether two sessions exchange their places.
  public var isSwap: Bool { steps.count == 2 && !endsInFreePlace }
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
  /// In order: every swap, and of the chains of two, three and four moves the best of each.
  public let best: [MoveChain]
  /// Whether all were tried: then there are no better ones. Otherwise these are the best of those that
  /// were.
  public let isComplete: Bool
}

/// How far swaps and chains are looked for.
public struct ChainSearchLimits: Sendable, Hashable {
  /// How many chains of two, of three and of four moves are kept, at most; swaps all are.
  public var mostOfEach: Int
  /// How many sessions are looked at, at most, over and over; a count and not a time, so that every
  /// machine finds the same.
  public var work: Int

  /// - Parameters:
  ///   - mostOfEach: how many chains of each length are kept.
  ///   - work: how many sessions are looked at; the default takes about half a second at 300 sessions.
  public init(mostOfEach: Int = 10, work: Int = 24_000_000) {
    self.mostOfEach = mostOfEach
    self.work = work
  }
}
