// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// How often each of many may do something: a bucket of turns that fills up again by itself.
public final class RateLimit: Sendable {
  private struct Bucket: Sendable {
    var turns: Double
    var instant: Double
  }

  private let buckets = Mutex<[String: Bucket]>([:])
  private let most: Double
  private let perSecond: Double

  /// Whoever comes is remembered until the bucket is full again, up to this many.
  private static let room = 10_000

  /// - Parameters:
  ///   - most: turns that a full bucket has.
  ///   - perSecond: turns that come back each second.
  public init(most: Int, perSecond: Double) {
    self.most = Double(max(1, most))
    self.perSecond = perSecond
  }

  /// Takes a turn.
  ///
  /// - Parameters:
  ///   - who: whose bucket.
  ///   - instant: seconds on any clock that does not go back.
  /// - Returns: `false` if there is none left.
  public func takes(_ who: String, at instant: Double) -> Bool {
    buckets.withLock { buckets in
      if buckets.count >= Self.room && buckets[who] == nil {
        buckets = buckets.filter { filled($0.value, at: instant) < most }
        // All of them are busy: nobody new.
        guard buckets.count < Self.room else { return false }
      }
      let turns = buckets[who].map { filled($0, at: instant) } ?? most
      guard turns >= 1 else {
        buckets[who] = Bucket(turns: turns, instant: instant)
        return false
      }
      buckets[who] = Bucket(turns: turns - 1, instant: instant)
      return true
    }
  }

  /// Whether there is a turn, without taking it.
  public func has(_ who: String, at instant: Double) -> Bool {
    buckets.withLock { buckets in
      (buckets[who].map { filled($0, at: instant) } ?? most) >= 1
    }
  }

  private func filled(_ bucket: Bucket, at instant: Double) -> Double {
    min(most, bucket.turns + max(0, instant - bucket.instant) * perSecond)
  }
}
