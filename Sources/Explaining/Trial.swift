// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import PlanningProblems
import Pricing
import Rules

/// A draft with one session taken up, to try it at many places while nothing else moves.
struct Trials: Sendable {
  private let priced: PricedPlaces
  private let cost: Int
  private let reading: LiftedReview
  private let settled: SettledSessions
  private let stand: [String: Schedule.Row]
  private let scenario: Scenario

  /// - Parameter starts: those that will be tried.
  init(
    _ analysis: DraftAnalysis, _ problem: PlanningProblem, session: Int, at starts: [WallTime]
  ) {
    scenario = analysis.scenario
    let programme = PricedProgramme(scenario, analysis.draft, baseline: analysis.draft)
    priced = programme.places(of: session, at: starts)
    cost = programme.objective
    reading = programme.reading(of: session)
    settled = SettledSessions(scenario, problem)
    stand = analysis.draft.firstRows
  }

  /// - Parameters:
  ///   - start: index into the starts.
  ///   - room: index into `Scenario.rooms`.
  func trial(at start: Int, room: Int) -> Trial {
    let place = priced[start, room]
    let broken =
      place.broken.isEmpty
      ? []
      : reading.violations(at: priced.starts[start], room: room, of: place.broken.rules)
    let id = scenario.sessions[priced.session].id
    let isAlways = broken.map { $0.sessions == [id] || settled.keeps($0, of: id, in: stand) }
    return Trial(
      room: scenario.rooms[room].id,
      always: zip(broken, isAlways).filter(\.1).map(\.0),
      asTheyStand: zip(broken, isAlways).filter { !$0.1 }.map(\.0), cost: cost + place.change)
  }
}

/// The draft with one session put somewhere else and nothing moved, as the referee sees it.
struct Trial: Sendable {
  let room: String
  /// Violations that no move of others mends.
  let always: [Review.Violation]
  /// Violations that come from where others are.
  let asTheyStand: [Review.Violation]
  let cost: Int

  /// The one that breaks least, and costs least.
  static func best(_ trials: [Trial]) -> Trial? {
    trials.min { $0.rank < $1.rank }
  }

  private var rank: (Int, Int, Int) { (always.count, asTheyStand.count, cost) }
}
