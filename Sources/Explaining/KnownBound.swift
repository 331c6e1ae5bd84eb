// SPDX-License-Identifier: GPL-3.0-or-later

/// What the `draft.json` beside the draft that is asked about says is proven.
public enum KnownBound: Sendable, Hashable {
  /// No schedule of these very tables costs less.
  case proven(Int)
  /// The tables are not those of the draft: its bound is not theirs.
  case tablesChanged
  /// It was proven for a re-plan (moves counted, limited or some sessions kept), or it does not say
  /// for what.
  case otherQuestion
  /// There is no `draft.json`, or it has no bound.
  case none

  /// The bound, if it holds for these tables.
  public var bound: Int? {
    if case .proven(let bound) = self { return bound }
    return nil
  }

  /// What to say about it along with answers; a sentence.
  var words: String? {
    switch self {
    case .proven(let bound):
      "Proven with the draft (draft.json): no schedule of these tables costs less than \(bound)."
    case .tablesChanged:
      "The tables have changed since this draft was made: the bound in its draft.json does not hold"
        + " for them and is not used."
    case .otherQuestion:
      "The bound in draft.json was proven for a re-plan, or does not say for what; it is not used."
    case .none: nil
    }
  }
}
