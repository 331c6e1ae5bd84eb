// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

/// What sessions that run at one moment cost each other, and the set of them that gains most.
///
/// Of all sets that may run together, the one with the largest gain: the worth of its sessions less
/// what they cost each other. Branch and bound; a set is bounded by the best of its candidates,
/// where those of one clique pay for each other.
///
/// A member is a session, or a type of sessions that are alike.
struct PatternSearch<Member: ListPosition>: Sendable {
  /// Price of a pair; infinite where the two may not overlap.
  let prices: SquareTable<Member, Double>
  /// No more than so many run at once.
  let most: Int
  /// The cliques of each session: sets of which any two pay at least `cliquePrice` for each other.
  let cliques: TypedArray<Member, [Int]>
  let cliquePrice: [Double]

  struct Best: Sendable {
    var sessions: [Member]
    var gain: Double
    /// Sets met on the way that gained more than all before them, the best last.
    var others: [[Member]]
    /// No set gains more; the gain itself where the search was not cut short.
    var atMost: Double
  }

  private struct Candidate {
    let session: Member
    var worth: Double
  }

  /// - Parameters:
  ///   - worth: by session; sessions of no worth stay out.
  ///   - steps: sets looked at before the search is cut short.
  func best(_ worth: [(session: Member, worth: Double)], steps: Int) -> Best {
    var run = Run(search: self, stepsLeft: steps)
    let candidates = worth.filter { $0.worth > 1e-9 }
      .sorted { ($1.worth, $0.session) < ($0.worth, $1.session) }
      .map { Candidate(session: $0.session, worth: $0.worth) }
    run.extend([], gain: 0, candidates)
    return Best(
      sessions: run.best.sorted(), gain: run.bestGain, others: run.others.map { $0.sorted() },
      atMost: max(run.bestGain, run.openBound))
  }

  private struct Run {
    let search: PatternSearch
    var stepsLeft: Int
    var best: [Member] = []
    var others: [[Member]] = []
    var bestGain = 0.0
    var openBound = 0.0
    var seen: [Double]
    var gains: [Double] = []

    init(search: PatternSearch, stepsLeft: Int) {
      self.search = search
      self.stepsLeft = stepsLeft
      seen = Array(repeating: 0, count: search.cliquePrice.count)
    }

    mutating func extend(_ chosen: [Member], gain: Double, _ candidates: [Candidate]) {
      if gain > bestGain + 1e-9 {
        bestGain = gain
        best = chosen
        others.append(chosen)
      }
      guard chosen.count < search.most else { return }
      var rest = candidates[...]
      while let first = rest.first {
        let bound =
          gain
          + search.bound(
            rest, count: search.most - chosen.count, &seen, &gains)
        if bound <= bestGain + 1e-9 { return }
        guard stepsLeft > 0 else {
          openBound = max(openBound, bound)
          return
        }
        stepsLeft -= 1
        rest = rest.dropFirst()
        var next: [Candidate] = []
        next.reserveCapacity(rest.count)
        for other in rest {
          let worth = other.worth - search.prices[first.session, other.session]
          if worth > 1e-9 { next.append(Candidate(session: other.session, worth: worth)) }
        }
        next.sort { ($1.worth, $0.session) < ($0.worth, $1.session) }
        extend(chosen + [first.session], gain: gain + first.worth, next)
      }
    }
  }

  /// What the members of a set cost each other.
  func cost(of pattern: [Member]) -> Double {
    var sum = 0.0
    for (i, p) in pattern.enumerated() {
      for q in pattern[(i + 1)...] { sum += prices[p, q] }
    }
    return sum
  }

  /// What `count` candidates, largest first, can gain at most.
  ///
  /// Each counts in one of its cliques, the one where it gains least; the k-th of a clique pays
  /// for the k − 1 before it at the least price of the clique.
  private func bound(
    _ candidates: ArraySlice<Candidate>, count: Int, _ seen: inout [Double], _ gains: inout [Double]
  ) -> Double {
    for i in seen.indices { seen[i] = 0 }
    gains.removeAll(keepingCapacity: true)
    var least = 0.0
    for candidate in candidates {
      // The largest first: once there are enough, none below the least of them matters.
      if gains.count >= 4 * count, candidate.worth <= least { break }
      var dearest = -1
      for clique in cliques[candidate.session]
      where dearest < 0 || seen[clique] > seen[dearest]
        || (seen[clique] == seen[dearest] && cliquePrice[clique] > cliquePrice[dearest])
      { dearest = clique }
      var gain = candidate.worth
      if dearest >= 0 {
        gain -= seen[dearest]
        if gain > 0 { seen[dearest] += cliquePrice[dearest] }
      }
      if gain > 0 { gains.append(gain) }
      if gains.count == 4 * count {
        gains.sort(by: >)
        gains.removeLast(gains.count - count)
        least = gains[count - 1]
      }
    }
    if gains.count > count {
      gains.sort(by: >)
      gains.removeLast(gains.count - count)
    }
    return gains.reduce(0, +)
  }
}
