// SPDX-License-Identifier: GPL-3.0-or-later

/// What sessions that run at one moment cost each other, and the set of them that gains most.
///
/// Of all sets that may run together, the one with the largest gain: the worth of its sessions less
/// what they cost each other. Branch and bound; a set is bounded by the best of its candidates,
/// where those of one clique pay for each other.
struct PatternSearch: Sendable {
  /// Price of a pair; infinite where the two may not overlap.
  let prices: SquareTable<Double>
  /// No more than so many run at once.
  let most: Int
  /// A number for each session; those with the same pay at least `cliquePrice` for each other.
  let clique: [Int]
  let cliquePrice: [Double]

  struct Best: Sendable {
    var sessions: [Int]
    var gain: Double
    /// Sets met on the way that gained more than all before them, the best last.
    var others: [[Int]]
    /// No set gains more; the gain itself where the search was not cut short.
    var atMost: Double
  }

  private struct Candidate {
    let session: Int
    var worth: Double
  }

  /// - Parameters:
  ///   - worth: by session; sessions of no worth stay out.
  ///   - steps: sets looked at before the search is cut short.
  func best(_ worth: [(session: Int, worth: Double)], steps: Int) -> Best {
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
    var best: [Int] = []
    var others: [[Int]] = []
    var bestGain = 0.0
    var openBound = 0.0

    mutating func extend(_ chosen: [Int], gain: Double, _ candidates: [Candidate]) {
      if gain > bestGain + 1e-9 {
        bestGain = gain
        best = chosen
        others.append(chosen)
      }
      guard chosen.count < search.most else { return }
      var rest = candidates[...]
      while let first = rest.first {
        let bound = gain + search.bound(rest, count: search.most - chosen.count)
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

  /// What `count` candidates, largest first, can gain at most.
  private func bound(_ candidates: ArraySlice<Candidate>, count: Int) -> Double {
    var seen = [Int](repeating: 0, count: cliquePrice.count)
    var gains: [Double] = []
    gains.reserveCapacity(candidates.count)
    for candidate in candidates {
      let group = clique[candidate.session]
      // The k-th of a clique pays for each of those before it, at the least price of the clique.
      let gain = candidate.worth - cliquePrice[group] * Double(seen[group])
      if gain > 0 {
        seen[group] += 1
        gains.append(gain)
      }
    }
    if gains.count > count {
      gains.sort(by: >)
      return gains[..<count].reduce(0, +)
    }
    return gains.reduce(0, +)
  }
}
