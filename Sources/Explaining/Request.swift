// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Tables

/// One thing that a table asks and that no schedule may break: a cell, or a row, with its place.
public struct Request: Sendable {
  /// What is asked; indices into the lists of `Scenario`.
  public enum Demand: Hashable, Sendable {
    case session(Int)
    case pinnedDay(Int)
    case pinnedStart(Int)
    case pinnedRoom(Int)
    case allowed(Int)
    case exclusive(Int)
    case needs(Int)
    case audience(Int)
    case link(Int)
    case limit(Int)
    case roomWindow(Int)
    case roomTurnover(Int)
    case personWindow(Int)
    case role(Int)
    /// A person whom a column of an activity's row brings in.
    case brought(activity: Int, column: String, person: Int)
    case open(day: Int)
    case starts(day: Int)
    case turnover, transfer
  }

  /// What is asked.
  public let demand: Demand
  /// The row or cell that asks it.
  public let place: Table.Place
  /// The column of the cell; `nil` for a whole row.
  public let column: String?
  /// Points for giving it up (`PriceList`).
  public let price: Int
  let tables: AskedTables

  /// `sessions.csv:12 (start)`, `sessions!K12 (start)`.
  public var source: String {
    place.short + (column.map { " (\($0))" } ?? "")
  }

  /// Every hard request of a scenario, with its place.
  public static func all(of scenario: Scenario, _ places: RowPlaces) -> [Request] {
    RequestList(scenario, places).requests
  }
}

/// What giving something up costs, in points of the objective, so that ways out can be compared:
/// what affects most people is dearest, what an organiser can settle alone is cheapest.
public enum PriceList {
  /// A day, start or room other than the pinned one.
  public static let movedPin = 100
  /// Times other than those allowed.
  public static let allowed = 100
  /// A session that is shorter.
  public static let shorter = 150
  /// No rest between two sessions of a room, no time to change.
  public static let rest = 150
  /// Starts that a day does not list.
  public static let starts = 150
  /// Another session beside an exclusive one.
  public static let exclusive = 200
  /// Fewer seats or features.
  public static let roomFit = 200
  /// Somebody who is not there, or at other times.
  public static let person = 250
  /// A room at other times.
  public static let roomWindow = 300
  /// A day that is open an hour longer.
  public static let hour = 300
  /// One more room.
  public static let room = 400
  /// A limit that is one higher.
  public static let raisedLimit = 500
  /// A link that is dropped.
  public static let link = 1000
  /// A limit that is dropped.
  public static let limit = 1000

  /// What giving up a demand costs.
  static func price(of demand: Request.Demand, _ scenario: Scenario) -> Int {
    switch demand {
    case .session(let index): session(scenario.sessions[index], scenario.meeting)
    case .pinnedDay, .pinnedStart, .pinnedRoom: movedPin
    case .allowed: allowed
    case .exclusive: exclusive
    case .needs, .audience: roomFit
    case .link: link
    case .limit: limit
    case .roomWindow: roomWindow
    case .roomTurnover, .turnover, .transfer: rest
    case .personWindow, .role, .brought: person
    case .open: hour * 5
    case .starts: starts
    }
  }

  /// A session left out: what an optional one of its priority costs, at least 500 a point.
  static func session(_ session: Session, _ meeting: Meeting) -> Int {
    max(500, meeting.weights[.unplaced]) * session.priority
  }
}
