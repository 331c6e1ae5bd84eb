// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What came of one what-if, or of the base.
public struct WhatIfAnswer: Sendable {
  /// How a run ended.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// A schedule, proven the best.
    case optimal
    /// A schedule, perhaps not the best.
    case feasible
    /// Proven: no schedule keeps the hard rules.
    case infeasible
    /// Neither a schedule nor a proof that there is none.
    case unknown
    /// A schedule that was given and not searched for; it may break hard rules.
    case given
    /// Its tables do not pass `check`.
    case refused
    /// Its run ended without an answer.
    case failed
    /// The user ended the run before its turn.
    case notRun = "not-run"
  }

  /// The what-if's file name without its ending, or `base`.
  public var name: String
  /// In one sentence.
  public var question: String
  /// What is changed, a clause for each change.
  public var changes: [String]
  /// How far the question is answered.
  public var state: State
  /// Whether the user ended its search before it was done.
  public var isStopped = false
  /// Why there is no answer, or what else there is to say about it; sentences.
  public var notes: [String]
  /// The search's objective, at the what-if's own weights, with moves counted.
  public var objective: Int?
  /// No schedule costs less by the what-if's own weights; proven.
  public var bound: Int?
  /// The tables with its changes; `nil` where they do not pass `check`.
  public var scenario: Scenario?
  /// The schedule that was found.
  public var schedule: Schedule?

  public init(
    name: String, question: String, changes: [String] = [], state: State, notes: [String] = [],
    objective: Int? = nil, bound: Int? = nil, scenario: Scenario? = nil, schedule: Schedule? = nil
  ) {
    self.name = name
    self.question = question
    self.changes = changes
    self.state = state
    self.notes = notes
    self.objective = objective
    self.bound = bound
    self.scenario = scenario
    self.schedule = schedule
  }

  /// Takes note of what every schedule of its tables is known to cost from elsewhere.
  public mutating func learn(atLeast least: Int) {
    switch state {
    case .feasible:
      guard let objective else { return }
      let proven = max(bound ?? 0, min(least, objective))
      bound = proven
      if proven == objective { state = .optimal }
    case .unknown: bound = max(bound ?? 0, least)
    case .optimal, .infeasible, .given, .refused, .failed, .notRun: break
    }
  }

  /// Whether a schedule keeps the hard rules; nothing where that is not known.
  public var isFeasible: Bool? {
    switch state {
    case .optimal, .feasible: true
    case .infeasible: false
    case .unknown, .given, .refused, .failed, .notRun: nil
    }
  }

  /// The state in words that a committee can quote.
  public var verdict: String { stateWords + (isStopped ? "; stopped by you" : "") }

  private var stateWords: String {
    switch state {
    case .optimal: "possible, proven best"
    case .feasible: "possible, best not proven"
    case .infeasible: "impossible, proven"
    case .unknown: "not answered: no schedule found, none ruled out"
    case .given: "as given"
    case .refused: "not asked: its tables do not pass check"
    case .failed: "no answer: its run failed"
    case .notRun: "not run: stopped by you before its turn"
    }
  }
}
