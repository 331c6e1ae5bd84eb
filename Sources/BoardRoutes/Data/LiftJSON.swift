// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Meetings
import Pricing
import Rules

/// A lifted session: every place with its price or what bars it, and who belongs to it.
enum LiftJSON {
  static func of(_ session: Int, _ view: DraftView) -> JSONValue {
    let (scenario, tables) = (view.scenario, view.tables)
    let places = view.pricing().places(of: session)
    let id = scenario.sessions[session].id
    return [
      "session": .text(id), "base": .number(view.log.state.head),
      "here": DraftJSON.place(view.roll.places[id]),
      "left_out": [
        "cost": .number(places.leftOut.change), "breaks": breaks(places.leftOut.broken),
      ],
      "places": .written(written(places, scenario)),
      "related": related(session, tables, scenario),
    ]
  }

  /// All places, written at once: what bars one bars hundreds, and values for thousands of members
  /// would take longer than the prices.
  private static func written(_ places: PricedPlaces, _ scenario: Scenario) -> Data {
    let rooms = scenario.rooms.map { Data(",\"room\":".utf8) + JSONValue.text($0.id).data }
    var tails: [BrokenRules: Data] = [:]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(places.starts.count * places.roomCount * 160)
    for (place, start) in places.starts.enumerated() {
      let head = Data("{\"start\":".utf8) + JSONValue.text("\(start.date)T\(start.clock)").data
      for room in 0..<places.roomCount {
        let priced = places[place, room]
        let tail = tails[priced.broken] ?? tail(priced.broken)
        tails[priced.broken] = tail
        bytes.append(bytes.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
        bytes += head
        bytes += rooms[room]
        bytes += ",\"cost\":\(priced.change)".utf8
        bytes += tail
      }
    }
    if bytes.isEmpty { bytes.append(UInt8(ascii: "[")) }
    bytes.append(UInt8(ascii: "]"))
    return Data(bytes)
  }

  /// What stands behind the price of every place that breaks these rules.
  private static func tail(_ broken: BrokenRules) -> Data {
    Data(",\"breaks\":".utf8) + breaks(broken).data + Data(",\"always\":".utf8)
      + JSONValue.bool(isAlways(broken)).data + Data("}".utf8)
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
