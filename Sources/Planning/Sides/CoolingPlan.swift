// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// How long each cooling of a search is, and where it begins.
///
/// One long cooling finds more than many short ones (a meeting of 300 sessions, 12 million moves: 1024
/// in one, 1048 in four). So where the end is known, each is four times as long as the one before, and
/// the last takes all that is left, at least two thirds of it. Where no end is known, each is twice as
/// long: that wastes no more than half.
///
/// Heats are in usual prices.
struct CoolingPlan {
  /// A cooling to come.
  struct Cooling: Equatable {
    var moves: Int
    var hot: Double
    var cold: Double
  }

  /// Moves of the first cooling.
  let firstMoves: Int
  /// The search began at a schedule that was known.
  let hasStart: Bool
  /// Coolings before the next.
  private(set) var round = 0

  /// While a first schedule is looked for, everything moves, or what was found is loosened.
  private static let (hot, warm) = (4.0, 1.5)
  /// A schedule that breaks nothing is loosened so far that most of what it has found stays within
  /// reach. More heat loses the tracks that stand together, and they take longest to come back.
  private static let tepid = 0.6
  /// Nothing gets worse.
  private static let cold = 0.04
  /// A schedule that was known is mended first: what it breaks is priced, and little else moves,
  /// each round less. More heat would lose what a long search once found.
  private static let (mending, settling) = (0.3, 0.8)
  /// Rounds of mending. A search that goes on longer wants another schedule.
  private static let mendingRounds = 5

  init(firstMoves: Int, hasStart: Bool) {
    self.firstMoves = firstMoves
    self.hasStart = hasStart
  }

  /// The next cooling.
  ///
  /// - Parameters:
  ///   - affordable: moves that are left for coolings, where that is known.
  ///   - hasIncumbent: whether a schedule that breaks nothing is known.
  func next(affordable: Int?, hasIncumbent: Bool) -> Cooling {
    Cooling(
      moves: moves(affordable, hasIncumbent: hasIncumbent), hot: heat(hasIncumbent: hasIncumbent),
      cold: Self.cold)
  }

  /// A cooling is done.
  mutating func advance() { round += 1 }

  private func moves(_ affordable: Int?, hasIncumbent: Bool) -> Int {
    let doubled = firstMoves << min(round, 20)
    guard let affordable else { return doubled }
    // Many short ones mend a schedule sooner, and raise the price of what stays broken.
    let longer = hasStart || !hasIncumbent ? doubled : firstMoves << min(2 * round, 20)
    // What would be left after it is not enough for the next.
    return affordable / 3 < longer ? max(1_000, affordable) : longer
  }

  private func heat(hasIncumbent: Bool) -> Double {
    if hasStart, round < Self.mendingRounds {
      return Self.mending * pow(Self.settling, Double(round))
    }
    if hasIncumbent { return hasStart && round % 2 == 0 ? Self.mending : Self.tepid }
    return round % 2 == 1 ? Self.warm : Self.hot
  }
}
