// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Meetings
import Pricing
import Rules

/// A lifted session: every place with its price or what bars it, and who belongs to it.
enum LiftJSON {
  static func of(_ session: Int, _ view: DraftView) -> JSONValue {
    let (scenario, tables) = (view.scenario, view.tables)
    let places = view.pricing().places(of: session)
    let rooms = scenario.rooms.map { JSONValue.text($0.id) }
    var all: [JSONValue] = []
    all.reserveCapacity(places.starts.count * places.roomCount)
    var known: [BrokenRules: JSONValue] = [:]
    for (place, start) in places.starts.enumerated() {
      let text = JSONValue.text("\(start.date)T\(start.clock)")
      for room in 0..<places.roomCount {
        let priced = places[place, room]
        let breaks = known[priced.broken] ?? breaks(priced.broken)
        known[priced.broken] = breaks
        all.append([
          "start": text, "room": rooms[room], "cost": .number(priced.change), "breaks": breaks,
          "always": .bool(isAlways(priced.broken)),
        ])
      }
    }
    let id = scenario.sessions[session].id
    return [
      "session": .text(id), "base": .number(view.log.state.head),
      "here": DraftJSON.place(view.roll.places[id]),
      "left_out": [
        "cost": .number(places.leftOut.change), "breaks": breaks(places.leftOut.broken),
      ],
      "places": .list(all), "related": related(session, tables, scenario),
    ]
  }

  /// The rules by name: a whole sentence for each of thousands of places would take a review each.
  private static func breaks(_ broken: BrokenRules) -> JSONValue {
    .list(
      broken.rules.map { rule in
        [
          "rule": .text(rule.rawValue), "title": .text(rule.words.title),
          "sentence": .text(rule.words.mark),
        ]
      })
  }

  /// Whether the place is barred by the tables alone, whatever the other sessions do.
  private static func isAlways(_ broken: BrokenRules) -> Bool {
    broken.rules.contains { rule in
      switch rule {
      case .openHours, .length, .roomFit, .roomAvailable, .personAvailable, .pinned, .allowed,
        .eligible:
        true
      case .placedOnce, .roomFree, .personFree, .exclusive, .link, .limit, .maxMoves: false
      }
    }
  }

  /// What one place breaks, in the referee's own sentences.
  static func why(_ session: Int, at start: WallTime, room: Int, _ view: DraftView) -> JSONValue {
    let pricing = view.pricing()
    let violations = pricing.violations(of: session, at: start, room: room)
    let price = pricing.places(of: session, at: [start])[0, room]
    return [
      "session": .text(view.scenario.sessions[session].id),
      "start": .text("\(start.date)T\(start.clock)"), "room": .text(view.scenario.rooms[room].id),
      "cost": .number(price.change),
      "breaks": .list(
        violations.map { violation in
          [
            "rule": .text(violation.rule.rawValue), "title": .text(violation.rule.words.title),
            "sessions": .texts(violation.sessions), "people": .texts(violation.people),
            "sentence": .text(violation.message),
          ]
        }),
    ]
  }

  private static func related(
    _ session: Int, _ tables: TablesNow, _ scenario: Scenario
  ) -> JSONValue {
    let own = Set(scenario.sessions[session].activities)
    let people = Set(tables.people[session].map(\.person))
    let others = scenario.sessions.indices.filter { $0 != session }
    return [
      "activity": .texts(
        others.filter { !own.isDisjoint(with: scenario.sessions[$0].activities) }
          .map { scenario.sessions[$0].id }),
      "links": .texts(tables.linked[session].map { scenario.sessions[$0].id }),
      "people": .texts(
        others.filter { tables.people[$0].contains { people.contains($0.person) } }
          .map { scenario.sessions[$0].id }),
    ]
  }
}
