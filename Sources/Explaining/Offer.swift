// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// One change that may make a schedule possible, with its price in points.
public struct Offer: Sendable {
  public enum Change: Hashable, Sendable {
    case giveUp(Request.Demand)
    case shorten(session: Int, minutes: Int)
    /// One more session under a limit.
    case raise(limit: Int)
    /// One more hour at the end of a day.
    case hour(day: Int)
    case hourEveryDay
    /// One more room like one that there is.
    case room(like: Int)
  }

  public let change: Change
  public let words: String
  public let price: Int
  /// The request that is given up, with file and line; `nil` for what is added.
  public let request: Request?
}

extension Offer {
  /// What would touch some contradictions: their requests given up, their sessions shortened, the
  /// limits raised, days and rooms added where those are among what contradicts.
  static func touching(_ contradictions: [Contradiction], _ scenario: Scenario) -> [Offer] {
    let requests = contradictions.flatMap(\.requests)
    var offers: [Offer] = []
    var sessions: [Int] = []
    var days: [Int] = []
    for request in requests {
      switch request.demand {
      case .session(let session): sessions.append(session)
      case .open(let day), .starts(let day): if !days.contains(day) { days.append(day) }
      case .limit(let limit):
        let row = scenario.limits[limit]
        offers.append(
          Offer(
            change: .raise(limit: limit), words: raised(row), price: PriceList.raisedLimit,
            request: nil))
      default: break
      }
      if case .open = request.demand { continue }
      offers.append(
        Offer(
          change: .giveUp(request.demand), words: request.way, price: request.price,
          request: request))
    }
    for session in sessions where scenario.sessions[session].minutes >= 60 {
      offers.append(
        Offer(
          change: .shorten(session: session, minutes: 30),
          words: "shorten \(scenario.sessions[session].id) by 30 minutes, to"
            + " \(scenario.sessions[session].minutes - 30)",
          price: PriceList.shorter, request: nil))
    }
    for day in days.sorted() {
      offers.append(
        Offer(
          change: .hour(day: day),
          words: "open one hour longer on \(scenario.meeting.days[day].date)",
          price: PriceList.hour, request: nil))
    }
    if days.count > 1 {
      offers.append(
        Offer(
          change: .hourEveryDay, words: "open one hour longer every day",
          price: PriceList.hour * scenario.meeting.days.count, request: nil))
    }
    for room in kindsOfRooms(scenario, for: sessions) {
      offers.append(
        Offer(
          change: .room(like: room),
          words: "one more room like \(scenario.rooms[room].id)"
            + " (\(scenario.rooms[room].capacity) seats)",
          price: PriceList.room, request: nil))
    }
    return offers
  }

  static func raised(_ limit: Limit) -> String {
    limit.needs.isEmpty
      ? "raise the limit \(limit.id) from \(limit.atMost) to \(limit.atMost + 1)"
      : "one more team for \(limit.needs.joined(separator: ", ")): the limit \(limit.id) from"
        + " \(limit.atMost) to \(limit.atMost + 1)"
  }

  /// The smallest room of each set of features that holds one of some sessions and is no other's part.
  static func kindsOfRooms(_ scenario: Scenario, for sessions: [Int]) -> [Int] {
    var best: [Int] = []
    for session in sessions {
      let wants = scenario.sessions[session]
      let fitting = scenario.rooms.indices.filter {
        scenario.rooms[$0].capacity >= wants.audience
          && wants.needs.isSubset(of: scenario.rooms[$0].features)
      }
      let least = fitting.min {
        (scenario.rooms[$0].capacity, $0) < (scenario.rooms[$1].capacity, $1)
      }
      if let least, !best.contains(least) { best.append(least) }
    }
    return best.sorted()
  }
}

/// Changes that together make a schedule possible, as a schedule that the referee accepted shows.
public struct WayOut: Sendable {
  public let offers: [Offer]
  public var price: Int { offers.reduce(0) { $0 + $1.price } }
  public let schedule: Schedule
  public var words: String { offers.map(\.words).joined(separator: ", and ") }
}
