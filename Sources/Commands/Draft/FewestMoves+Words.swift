// SPDX-License-Identifier: GPL-3.0-or-later

import Explaining
import Texts

extension FewestMoves {
  /// `4 moves are needed; proven.`
  var words: String {
    let others = isKeeping ? " with the kept sessions in place" : ""
    func count(_ number: Int) -> String { Count.of(number, "move") }
    if moves == 0 { return "No move is needed\(others): the baseline keeps every hard rule." }
    if isProven { return "\(count(moves)) \(moves == 1 ? "is" : "are") needed\(others); proven." }
    let proven =
      atLeast == 0
      ? "not proven that any is needed"
      : "at least \(Count.are(atLeast)) needed, proven"
    return "\(count(moves)) \(moves == 1 ? "is" : "are") enough\(others): this draft has no more;"
      + " \(proven); it was not found out whether fewer than \(moves) would do."
  }
}
