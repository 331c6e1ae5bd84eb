// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Texts

/// Whether some sessions fit into some tracks (of a room, or of a person's time), in each of which
/// they run one after the other: by their minutes, and by their number.
///
/// A session that begins at a grid time and is followed by a rest takes its minutes and the rest,
/// rounded up to the grid; the last of a stretch may leave what it has beyond its minutes to the
/// closed hours.
struct Load {
  /// A number of sessions of one length, each of which takes a number of tracks at once.
  struct Share: Hashable {
    let minutes: Int
    let tracks: Int
    var count: Int
  }

  /// Tracks that are open at the same times.
  struct Track {
    let time: Stretches
    let count: Int
  }

  struct Excess {
    let unit: Impossibility.Overload.Unit
    /// Only sessions as long as this count.
    let atLeast: Int
    let needed: Int
    let available: Int
    let usesExclusive: Bool
  }

  let grid: Int
  let rest: Int
  let tracks: [Track]
  let shares: [Share]
  /// Sessions beside which nothing runs in any track, and which are not among these.
  let exclusive: [PossiblePlaces.Profile]

  /// Minutes from one start to the next after a session.
  private func step(_ minutes: Int) -> Int { (minutes + rest + grid - 1) / grid * grid }

  /// How much more is asked for than there is: in minutes of all sessions, or in the number of
  /// longer ones.
  ///
  /// - Parameter starts: all times at which one of them may begin, in order.
  func excess(starts: [Int]) -> Excess? {
    shares.isEmpty ? nil : byMinutes() ?? byNumber(starts)
  }

  private func byMinutes() -> Excess? {
    let shortest = shares.map(\.minutes).min() ?? 0
    let slack = shares.map { step($0.minutes) - $0.minutes }.max() ?? 0
    let needed = shares.reduce(0) { $0 + step($1.minutes) * $1.tracks * $1.count }
    let usable = tracks.map {
      Track(time: $0.time.trimmed(to: grid, atLeast: shortest), count: $0.count)
    }
    let available = usable.reduce(0) { sum, track in
      sum + track.count * track.time.parts.reduce(0) { $0 + $1.count + slack }
    }
    func excess(_ available: Int, usesExclusive: Bool) -> Excess? {
      guard needed > available else { return nil }
      return Excess(
        unit: .minutes, atLeast: 0, needed: needed, available: available,
        usesExclusive: usesExclusive)
    }
    if let excess = excess(available, usesExclusive: false) { return excess }
    let most = exclusive.reduce(0) { $0 + $1.minutes } * usable.reduce(0) { $0 + $1.count }
    guard needed > available - most else { return nil }
    let taken = usable.reduce(0) { sum, track in
      sum + track.count * exclusive.reduce(0) { $0 + cut($1, of: track.time, slack: slack) }
    }
    return excess(available - taken, usesExclusive: true)
  }

  /// What an exclusive session takes from a track, wherever it is. It splits one stretch into two,
  /// each with its own slack.
  private func cut(_ profile: PossiblePlaces.Profile, of time: Stretches, slack: Int) -> Int {
    var least = profile.minutes
    for start in profile.starts where least > slack {
      least = min(least, time.shared(start..<start + profile.minutes))
    }
    return max(0, least - slack)
  }

  private func byNumber(_ starts: [Int]) -> Excess? {
    for shortest in Set(shares.map(\.minutes)).sorted() {
      let needed = shares.filter { $0.minutes >= shortest }.reduce(0) { $0 + $1.tracks * $1.count }
      let available = tracks.reduce(0) { $0 + $1.count * most(in: $1.time, of: shortest, starts) }
      if needed > available {
        return Excess(
          unit: .sessions, atLeast: shortest, needed: needed, available: available,
          usesExclusive: false)
      }
    }
    return nil
  }

  /// How many sessions of a length a track can have at most: each as early as it may begin.
  private func most(in track: Stretches, of minutes: Int, _ starts: [Int]) -> Int {
    var count = 0
    var free = Int.min
    var part = 0
    for start in starts where start >= free {
      while part < track.parts.count && track.parts[part].upperBound < start + minutes { part += 1 }
      guard part < track.parts.count else { break }
      if track.parts[part].lowerBound <= start {
        count += 1
        free = start + minutes + rest
      }
    }
    return count
  }
}
