// SPDX-License-Identifier: GPL-3.0-or-later

extension PricedProgramme {
  /// The best swaps and chains that move a session.
  ///
  /// Tried is every list of two to four different sessions, the given one first, of which each but the
  /// last goes to the start and room of the next, and the last one to
  ///
  /// - the start and room of the first: two then swap, three or four go round; or
  /// - a free place: a start that it may have (``starts(of:in:)``) in a room where no session of the
  ///   schedule begins then.
  ///
  /// One of them may displace two at once: it then goes to any start that it may have, in a room, where two
  /// others and no more are in its way, in that room or one that shares a part with it, nearer in time than
  /// the turnover; a long one onto two short ones, or one into a joined room whose parts are both taken.
  /// Of the two, one may go to the start and room of a fourth; all that are left go to free places or to that
  /// of the first.
  ///
  /// The places that they go to all differ, and each goes to another than its own, for as long as its own
  /// minutes say. Only sessions with a start and a room of the scenario can be displaced; the first may
  /// stand nowhere. A list counts if it breaks nothing new: all that a review finds broken afterwards and
  /// that names one of them was broken before, by the same rule and the same sessions (and limit). So what
  /// a sound schedule becomes is sound.
  ///
  /// All lists of two come first, then by turns the most promising of three, of four and of those in which
  /// one displaces two; in the same order whatever the limit of work, so more work never finds worse.
  ///
  /// - Parameters:
  ///   - session: index into `Scenario.sessions`.
  ///   - staying: others that shall not move, such as pinned ones.
  ///   - mayUseFreePlaces: whether chains may end in a free place; otherwise the same places are
  ///     taken afterwards.
  public func chains(
    moving session: Int, staying: Set<Int> = [], mayUseFreePlaces: Bool = true,
    limits: ChainSearchLimits = ChainSearchLimits()
  ) -> MoveChains {
    var search = ChainSearch(
      self, session, staying: staying, mayUseFreePlaces: mayUseFreePlaces, limits)
    return search.run()
  }
}
