// SPDX-License-Identifier: GPL-3.0-or-later

/// Some sessions of a problem, in a problem of their own.
package struct Selection {
  /// Positions in the whole, in the order of the part.
  package let chosen: [Int]
  /// Position in the part of each session of the whole, -1 for those left out of it.
  private let index: [Int]

  package init(_ chosen: [Int], of whole: PlanningProblem) {
    var index = Array(repeating: -1, count: whole.sessions.count)
    for (i, p) in chosen.enumerated() { index[p] = i }
    self.chosen = chosen
    self.index = index
  }

  /// Position in the part; `nil` for a session that is not chosen.
  package func position(of p: Int) -> Int? { index[p] < 0 ? nil : index[p] }

  /// Positions in the part of those that are chosen.
  package func inside(_ members: [Int]) -> [Int] { members.compactMap(position) }
}

extension PlanningProblem {
  /// The problem of some of its sessions alone: whatever they cost among themselves at best, they
  /// cost in every schedule of all.
  ///
  /// Terms that reach outside keep what lies inside (`TermSet.inside`).
  package func restricted(to chosen: [Int]) -> PlanningProblem {
    let selection = Selection(chosen, of: self)
    var part = withSessions(of: selection)
    part.terms = terms.inside(selection)
    return part
  }

  /// The chosen sessions and their places; the terms are still those of the whole.
  func withSessions(of selection: Selection) -> PlanningProblem {
    let chosen = selection.chosen
    var part = self
    part.sessions = chosen.map { sessions[$0] }
    part.position = Dictionary(
      uniqueKeysWithValues: part.sessions.enumerated().map { ($1, $0) })
    part.minutes = chosen.map { minutes[$0] }
    part.places = chosen.map { places[$0] }
    part.unplacedCost = chosen.map { unplacedCost[$0] }
    part.absenceCost = chosen.map { absenceCost[$0] }
    return part
  }
}
