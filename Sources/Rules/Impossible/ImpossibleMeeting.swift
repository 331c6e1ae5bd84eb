// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What of a meeting is impossible by itself, proven from the tables without a search.
///
/// Each check looks at part of the rules alone, so that what it finds holds whatever the rest asks;
/// that nothing is found proves nothing.
public enum ImpossibleMeeting {
  /// Everything found, rings first. A row of `links.csv` that is the last of one finding is not
  /// looked at again: mended there, it may be the end of others.
  public static func facts(_ scenario: Scenario) -> [Impossibility] {
    let places = PossiblePlaces(scenario)
    let links = LinkPairs(places)
    var facts: [Impossibility] = []
    var spent: Set<Int> = []
    let checks = [
      RingCheck.rings, PairCheck.pairs, TieCheck.days, TieCheck.rooms, OtherDayCheck.crowds,
      ChainCheck.chains, OverloadCheck.overloads,
    ]
    for check in checks {
      let found = check(places, links.without(spent))
      facts += found
      spent.formUnion(found.compactMap { $0.links.max() })
    }
    return facts
  }
}
