// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What is impossible about a meeting in itself, proven from the tables without a search.
///
/// Each check looks only at some of the rules, so what it finds holds whatever the others ask;
/// finding nothing proves nothing.
public enum ImpossibleMeeting {
  /// Everything found, rings first. A row of `links.csv` that is the last of one finding is not
  /// looked at again: mending it may settle others too.
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
