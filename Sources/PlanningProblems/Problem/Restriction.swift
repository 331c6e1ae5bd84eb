// SPDX-License-Identifier: GPL-3.0-or-later

/// Some sessions of a problem, in a problem of their own.
package struct Selection {
  /// Positions in the whole, in the order of the part.
  package let chosen: TypedArray<SessionPosition, SessionPosition>
  /// Position in the part of each session of the whole; `nil` for those left out of it.
  private let own: TypedArray<SessionPosition, SessionPosition?>

  /// Of sessions of the whole, none twice.
  package init(_ chosen: [SessionPosition], of whole: PlanningProblem) {
    var own = TypedArray<SessionPosition, SessionPosition?>(
      repeating: nil, count: whole.sessions.count)
    self.chosen = TypedArray(chosen)
    for (i, p) in self.chosen.enumerated() { own[p] = i }
    self.own = own
  }

  /// Position in the part; `nil` for a session that is not chosen.
  package func position(of p: SessionPosition) -> SessionPosition? { own[p] }

  /// Positions in the part of those that are chosen.
  package func inside(_ members: [SessionPosition]) -> [SessionPosition] {
    members.compactMap(position)
  }
}

extension PlanningProblem {
  /// The problem of some of its sessions alone: whatever they cost among themselves at best, they
  /// cost in every schedule of all.
  ///
  /// Terms that reach outside keep what lies inside (`TermSet.inside`).
  package func restricted(to chosen: [SessionPosition]) -> PlanningProblem {
    let selection = Selection(chosen, of: self)
    var part = withSessions(of: selection)
    part.terms = terms.inside(selection)
    return part
  }

  /// The chosen sessions and their places; the terms are still those of the whole.
  func withSessions(of selection: Selection) -> PlanningProblem {
    let chosen = selection.chosen
    var part = self
    part.sessions = chosen.mapped { sessions[$0] }
    part.position = Dictionary(
      uniqueKeysWithValues: part.sessions.enumerated().map { ($1, $0) })
    part.minutes = chosen.mapped { minutes[$0] }
    part.places = chosen.mapped { places[$0] }
    part.unplacedCost = chosen.mapped { unplacedCost[$0] }
    part.absenceCost = chosen.mapped { absenceCost[$0] }
    return part
  }
}
