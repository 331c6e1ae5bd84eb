// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Meetings
import Pricing

/// The swaps and chains of a lifted session: who moves where, at what price, and whom to ask.
enum ChainJSON {
  /// Work for the first answer: some 50 ms at 300 sessions.
  private static let firstWork = 1_500_000

  /// Pinned sessions make no room for it; once only swaps are possible, the same places stay taken.
  ///
  /// - Parameter isFirst: what is found in a moment is enough.
  static func of(_ session: Int, _ view: DraftView, isFirst: Bool) -> JSONValue {
    let state = view.log.state
    var limits = ChainSearchLimits()
    if isFirst { limits.work = firstWork }
    let chains = view.pricing().chains(
      moving: session, staying: Set(state.pins.keys.compactMap { view.tables.sessions[$0] }),
      mayUseFreePlaces: state.stage != .swaps, limits: limits)
    return [
      "session": .text(view.scenario.sessions[session].id),
      "swaps": .list(chains.best.map { chain($0, view) }), "complete": .bool(chains.isComplete),
    ]
  }

  private static func chain(_ chain: MoveChain, _ view: DraftView) -> JSONValue {
    let scenario = view.scenario
    return [
      "delta": .number(chain.change),
      "moves": .list(
        chain.steps.map { step in
          let id = scenario.sessions[step.session].id
          let goal = BoardPlace(start: step.start, room: scenario.rooms[step.room].id)
          return [
            "session": .text(id), "from": DraftJSON.place(view.roll.places[id]),
            "to": DraftJSON.place(goal),
          ]
        }),
      "ask": .list(asked(chain, scenario)),
    ]
  }

  /// The activities of all that move, each once, in the order of the moves.
  private static func asked(_ chain: MoveChain, _ scenario: Scenario) -> [JSONValue] {
    var activities: [Int] = []
    for activity in chain.steps.flatMap({ scenario.sessions[$0.session].activities })
    where !activities.contains(activity) {
      activities.append(activity)
    }
    return activities.map { activity in
      [
        "activity": .text(scenario.activities[activity].id),
        "contacts": ScenarioJSON.contacts(scenario.activities[activity], scenario),
      ]
    }
  }
}
