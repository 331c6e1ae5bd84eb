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

  /// - Precondition: the meeting has rooms.
  /// - Parameter room: index into `Scenario.rooms`; `nil` for the best room.
  public init(_ analysis: DraftAnalysis, session: Int, at start: WallTime, room: Int?) {
    self.analysis = analysis
    self.session = session
    self.start = start
    let scenario = analysis.scenario
    let trials = Trials(
      analysis, PlanningProblem(scenario), session: session, at: [start])
    var best = trials.trial(at: 0, room: room ?? 0)
    if room == nil {
      for other in scenario.rooms.indices.dropFirst() {
        best = Trial.best([best, trials.trial(at: 0, room: other)]) ?? best
      }
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
    solved = SessionPlaces.solve(analysis, SessionPlaces.problem(analysis), session, option)
  }

  /// The draft with the session there and nothing else moved.
  var scheduleAlone: Schedule {
    let id = analysis.scenario.sessions[session].id
    return Schedule(
      rows: analysis.draft.rows.filter { $0.session != id } + [.placed(id, start, trial.room)])
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
