// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Planning
import PlanningProblems

/// One place for one session, in full.
public struct PlaceAnswer: Sendable {
  let analysis: DraftAnalysis
  let session: Int
  let start: WallTime
  let trial: Trial
  /// The whole programme with it there; `nil` if it is barred whatever moves.
  let solved: DraftAnalysis.Answer?

  /// - Parameter room: index into `Scenario.rooms`; `nil` for the best room.
  public init(_ analysis: DraftAnalysis, session: Int, at start: WallTime, room: Int?) {
    self.analysis = analysis
    self.session = session
    self.start = start
    let scenario = analysis.scenario
    let settled = SettledSessions(scenario, PlanningProblem(scenario))
    let rooms = room.map { [$0] } ?? Array(scenario.rooms.indices)
    var best = Trial(analysis, settled, session, start, rooms.first ?? 0)
    for other in rooms.dropFirst() where !analysis.cancellation.isCancelled {
      let trial = Trial(analysis, settled, session, start, other)
      best = Trial.best([best, trial]) ?? best
    }
    trial = best
    guard trial.always.isEmpty else {
      solved = nil
      return
    }
    let option = SessionPlaces.Option(
      start: start, rooms: room == nil ? scenario.rooms.map(\.id) : [trial.room],
      room: trial.room, isHere: false, always: [], asTheyStand: trial.asTheyStand,
      costAlone: trial.cost)
    solved = SessionPlaces.solve(analysis, session, option)
  }

  /// Whether some schedule has it there.
  public var canBeThere: Bool {
    if case .found = solved { return true }
    return trial.always.isEmpty && trial.asTheyStand.isEmpty && analysis.isSound
  }

  /// The whole programme with it there, where some was found.
  public var outcome: DraftAnalysis.Outcome? {
    if case .found(let outcome) = solved { return outcome }
    return nil
  }

  /// What an interruption left out.
  public var notReached: [ExplainStep] { solved.map { DraftAnalysis.missing([$0]) } ?? [] }
}
