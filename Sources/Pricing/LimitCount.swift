// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A limit that a session counts for, at least in some rooms, and what the others already use of it.
struct LimitCount: Sendable {
  /// What the limit says of a programme.
  struct Outcome: Sendable {
    /// In points of the objective.
    let cost: Int
    /// It must hold, and the session is among those of its worst moment or day.
    let isBroken: Bool

    static let none = Outcome(cost: 0, isBroken: false)
  }

  /// Whose hours or days are counted.
  private let limit: Limit
  private let weight: Int
  /// By room; a session without one counts where the limit names none.
  private let countsIn: [Bool]
  /// By day, for limits by the day.
  private var byDay: [(day: Int, count: Int)] = []
  /// All of them, for limits of the whole meeting.
  private var total = 0
  /// In order of time, for limits of a moment: each start, with how many run then.
  private var moments: [(start: Int, count: Int)] = []
  private var starts: [Int] = []
  private var ends: [Int] = []
  /// What it says without the session.
  private(set) var without = Outcome.none

  /// `nil` where the session never counts.
  init?(_ index: Int, _ session: Int, _ tables: PricingTables, _ others: [Stand?]) {
    guard tables.counts[index][session] else { return nil }
    limit = tables.scenario.limits[index]
    weight = tables.weight(.limit)
    countsIn = tables.countsIn[index]
    var times: [Time] = []
    for (other, stand) in others.enumerated() where tables.counts[index][other] {
      if let stand, let time = stand.time, counts(in: tables.room(stand.room)) {
        times.append(time)
      }
    }
    switch limit.per {
    case .meeting: total = times.count
    case .day:
      let days = Dictionary(times.map { ($0.day, 1) }, uniquingKeysWith: +)
      byDay = days.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    case .moment:
      let hours = times.compactMap(\.hours)
      // One that ends before it begins runs at no moment, but its start is one.
      let real = hours.filter { $0.end > $0.start }
      starts = real.map(\.start).sorted()
      ends = real.map(\.end).sorted()
      moments = hours.map(\.start).sorted().map { ($0, running(at: $0)) }
    }
    without = outcome(with: nil)
  }

  /// Whether a session counts in a room.
  ///
  /// - Parameter room: `nil` for one that the scenario does not have, or none.
  func counts(in room: Int?) -> Bool { room.map { countsIn[$0] } ?? limit.rooms.isEmpty }

  /// What it says with the session at a time, in a room where it counts.
  func outcome(with time: Time?) -> Outcome {
    switch limit.per {
    case .meeting:
      let excess = max(0, total + (time == nil ? 0 : 1) - limit.atMost)
      return outcome(excess, isIn: excess > 0 && time != nil)
    case .day: return dayOutcome(time?.day)
    case .moment: return momentOutcome(time?.hours)
    }
  }

  func add(_ outcome: Outcome, to part: inout LiftedSession.Part) {
    part.cost += outcome.cost
    part.broken.insert(.limit, if: outcome.isBroken)
  }

  private func outcome(_ excess: Int, isIn: Bool) -> Outcome {
    switch limit.strength {
    case .must: Outcome(cost: 0, isBroken: isIn)
    case .cost(let strength): Outcome(cost: weight * strength * excess, isBroken: false)
    }
  }

  /// Every day above it costs; at fault are the sessions of the worst, of equal ones the first.
  private func dayOutcome(_ own: Int?) -> Outcome {
    var (sum, worst, isIn, isSeen) = (0, 0, false, own == nil)
    func look(_ day: Int, _ count: Int) {
      let excess = count - limit.atMost
      guard excess > 0 else { return }
      sum += excess
      if excess > worst { (worst, isIn) = (excess, day == own) }
    }
    for (day, count) in byDay {
      if let own, !isSeen, own < day {
        look(own, 1)
        isSeen = true
      }
      look(day, count + (day == own ? 1 : 0))
      if day == own { isSeen = true }
    }
    if let own, !isSeen { look(own, 1) }
    return outcome(sum, isIn: isIn)
  }

  /// The worst moment alone counts, of equal ones the first.
  private func momentOutcome(_ own: Time.Hours?) -> Outcome {
    var (worst, isIn, isSeen) = (0, false, own == nil)
    func look(_ moment: Int, _ count: Int) {
      let runs = own.map { $0.start <= moment && moment < $0.end } ?? false
      let excess = count + (runs ? 1 : 0) - limit.atMost
      if excess > worst { (worst, isIn) = (excess, runs) }
    }
    for (start, count) in moments {
      if let own, !isSeen, own.start <= start {
        look(own.start, running(at: own.start))
        isSeen = true
      }
      look(start, count)
    }
    if let own, !isSeen { look(own.start, running(at: own.start)) }
    return outcome(worst, isIn: isIn)
  }

  /// How many of the others run at a moment: those that have begun, without those that are over.
  private func running(at moment: Int) -> Int {
    starts.count(upTo: moment) - ends.count(upTo: moment)
  }
}

extension [Int] {
  /// How many of these, in order, are no later than a moment.
  fileprivate func count(upTo moment: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
