// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// One change that may make a schedule possible, with its price in points.
public struct Correction: Sendable {
  /// What is changed in the tables.
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

  /// What is changed.
  public let change: Change
  /// In points of the objective.
  public let price: Int
  /// The request that is given up, with file and line; `nil` for what is added.
  public let request: Request?
  let tables: AskedTables
}

extension Correction {
  /// The changes that would touch some contradictions: their requests given up, their sessions
  /// shortened, limits raised, days and rooms added where those are part of the contradiction.
  static func touching(_ contradictions: [Contradiction], _ scenario: Scenario) -> [Correction] {
    let tables = AskedTables(scenario)
    var corrections: [Correction] = []
    var sessions: [Int] = []
    var days: [Int] = []
    func add(_ change: Change, _ price: Int, _ request: Request? = nil) {
      corrections.append(Correction(change: change, price: price, request: request, tables: tables))
    }
    for request in contradictions.flatMap(\.requests) {
      switch request.demand {
      case .session(let session): sessions.append(session)
      case .open(let day), .starts(let day): if !days.contains(day) { days.append(day) }
      case .limit(let limit): add(.raise(limit: limit), PriceList.raisedLimit)
      default: break
      }
      if case .open = request.demand { continue }
      add(.giveUp(request.demand), request.price, request)
    }
    for session in sessions where scenario.sessions[session].minutes >= 60 {
      add(.shorten(session: session, minutes: 30), PriceList.shorter)
    }
    for day in days.sorted() { add(.hour(day: day), PriceList.hour) }
    if days.count > 1 {
      add(.hourEveryDay, PriceList.hour * scenario.meeting.days.count)
    }
    for room in kindsOfRooms(scenario, for: sessions) { add(.room(like: room), PriceList.room) }
    return corrections
  }

  /// The smallest room of each set of features that holds one of some sessions and is not part of
  /// another.
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

/// Changes that together make a schedule possible, shown by a schedule that the referee accepted.
public struct WayOut: Sendable {
  /// Taken together.
  public let corrections: [Correction]
  /// In points of the objective.
  public var price: Int { corrections.reduce(0) { $0 + $1.price } }
  /// A schedule of the changed tables.
  public let schedule: Schedule
}

extension Scenario {
  /// An unused id for an added room: somebody may have taken an earlier correction.
  ///
  /// - Parameter room: index of the one that it is like.
  func idOfOneMoreRoom(like room: Int) -> String {
    let id = "one-more-like-\(rooms[room].id)"
    let known = Set(rooms.map(\.id))
    guard known.contains(id) else { return id }
    return (2...rooms.count + 1).lazy.map { "\(id)-\($0)" }.first { !known.contains($0) } ?? id
  }
}
