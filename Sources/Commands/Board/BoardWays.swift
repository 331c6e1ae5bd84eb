// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Explaining
import Foundation
import GLPKSolver
import IntegerPrograms
import Meetings
import Planning
import ScenarioFiles
import Texts

/// What would have to change in the tables for a session to be at a place that is barred to it, or
/// anywhere.
struct BoardWays {
  private let folder: String
  private let cancellation: Cancellation

  init(_ folder: String, _ cancellation: Cancellation) {
    self.folder = folder
    self.cancellation = cancellation
  }

  /// Ways out, the cheapest first, each of which has a schedule that the referee accepts.
  ///
  /// - Parameter place: `nil` for any.
  func sentences(to place: BoardPlace?, for session: String) -> [String] {
    let pinned = place.map { place in
      [
        ("day", "\(place.start.date)"), ("start", "\(place.start.clock)"), ("room", place.room),
      ]
    }
    let cells = (pinned ?? []) + [("placement", "must")]
    let change = cells.map { "\($0)=\(CSV.inQuotes($1))" }.joined(separator: " ")
    let reading = ScenarioFolder.read(
      URL(filePath: folder), asking: .typed("sessions \(CSV.inQuotes(session)) \(change)"))
    guard let scenario = reading.scenario, !reading.findings.contains(where: \.isGrave),
      let index = scenario.sessions.firstIndex(where: { $0.id == session })
    else { return [] }
    let explanation = Explanation(
      scenario, reading.places, Planner(solver: GLPK()), cancellation: cancellation)
    switch explanation.verdict {
    case .possible:
      return [
        place == nil
          ? "Every hard rule can be kept if its own row of the tables says that it must be placed."
          : "Every hard rule can be kept if its own row of the tables pins it there."
      ]
    case .undecided: return ["It was not found out what would have to change in the tables."]
    case .impossible: break
    }
    // To give up the very place that was asked for is no way to it.
    let ways = explanation.ways.filter { way in
      way.corrections.allSatisfy { !Self.givesUp($0.change, index) }
    }
    guard !ways.isEmpty else {
      return [
        "No single change of the tables that was tried brings it "
          + (place == nil ? "in" : "there") + "; several were not tried."
      ]
    }
    return ["It takes a change of the tables; each of these was tried and is enough:"]
      + ways.prefix(Self.most).map(Self.sentence)
  }

  private static func sentence(_ way: WayOut) -> String {
    let sources = way.corrections.compactMap { $0.request?.source }
    return "\(way.words)\(sources.isEmpty ? "" : " (\(sources.joined(separator: ", ")))")"
  }

  /// Whether a change takes the session away from the place again.
  private static func givesUp(_ change: Correction.Change, _ session: Int) -> Bool {
    guard case .giveUp(let demand) = change else { return false }
    return [.session(session), .pinnedDay(session), .pinnedStart(session), .pinnedRoom(session)]
      .contains(demand)
  }

  /// Ways that are named.
  private static let most = 8
}
