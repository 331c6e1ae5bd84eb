// SPDX-License-Identifier: GPL-3.0-or-later

/// The best chains that a search has found: all swaps, and so many of each number of moves.
struct BestChains {
  private var swaps: [MoveChain] = []
  /// By number of moves, each in order.
  private var best: [[MoveChain]]
  private let mostOfEach: Int

  init(mostMoves: Int, mostOfEach: Int) {
    best = Array(repeating: [], count: mostMoves + 1)
    self.mostOfEach = mostOfEach
  }

  /// The best first.
  var all: [MoveChain] { (swaps + best.joined()).sorted() }

  /// Whether a chain that costs so much might be kept.
  func isWorthwhile(_ change: Int, _ length: Int) -> Bool {
    guard best[length].count >= mostOfEach else { return true }
    return best[length].last.map { change <= $0.change } ?? false
  }

  /// Whether a chain would be kept.
  func hasRoom(for chain: MoveChain) -> Bool {
    let length = chain.steps.count
    guard !chain.isSwap, best[length].count >= mostOfEach else { return true }
    return best[length].last.map { chain < $0 } ?? false
  }

  /// Keeps a chain that there is room for; a worse one may have to go.
  mutating func insert(_ chain: MoveChain) {
    guard !chain.isSwap else {
      swaps.append(chain)
      return
    }
    let length = chain.steps.count
    let index = best[length].firstIndex { chain < $0 } ?? best[length].endIndex
    // The same moves can be two lists, where each of two sessions displaces two.
    guard index == 0 || best[length][index - 1] != chain else { return }
    best[length].insert(chain, at: index)
    if best[length].count > mostOfEach { best[length].removeLast() }
  }
}
