// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import Meetings
import Planning
import PlanningProblems
import Rules
import Synchronization
import Threads

/// A draft that is being asked about: every answer starts from it, and counts moves against it.
public struct DraftAnalysis: Sendable {
  /// The tables that the draft is judged by.
  public var scenario: Scenario { tables.scenario }
  let tables: AskedTables
  /// The schedule that is asked about.
  public let draft: Schedule
  /// What the draft costs, by the referee.
  public let cost: Int
  /// Whether it keeps every hard rule.
  public let isSound: Bool
  /// What is already proven about the draft.
  public let known: KnownBound
  let planner: Planner
  let cancellation: Cancellation
  let tell: @Sendable (ExplainStep) -> Void

  /// - Parameters:
  ///   - known: a bound from the draft's own search. One above the draft's own cost is not a bound.
  ///   - tell: called at each step, on any thread.
  public init(
    _ scenario: Scenario, _ draft: Schedule, _ planner: Planner, known: KnownBound = .none,
    cancellation: Cancellation = Cancellation(),
    tell: @escaping @Sendable (ExplainStep) -> Void = { _ in }
  ) {
    tables = AskedTables(scenario)
    self.draft = draft
    self.planner = planner
    self.cancellation = cancellation
    self.tell = tell
    let review = Review(scenario: scenario, schedule: draft)
    cost = review.objective
    isSound = review.violations.isEmpty
    let isRefuted = isSound && review.objective < known.bound ?? .min
    self.known = isRefuted ? .otherQuestion : known
  }

  /// What every schedule of these tables costs at least, as far as the draft knows.
  var floor: Int { known.bound ?? 0 }

  /// The least that a move from the draft costs: only another room.
  var roomMove: Int { scenario.meeting.weights[.moved] }
  /// What another date or start costs.
  var timeMove: Int { 3 * roomMove }

  /// A schedule after a change, and what it takes to get there.
  public struct Outcome: Sendable {
    /// Of all sessions that take part.
    public let schedule: Schedule
    /// By the referee, the moves included.
    public let objective: Int
    /// The part of it that the moves cost.
    public let moves: Int
    /// No schedule costs less than this (with the moves).
    public var bound: Int
    /// The sessions that are elsewhere than in the draft.
    public let changes: [DraftChange]
    /// Sessions that must be placed and could not be; every other hard rule is kept.
    public var leftOut: [String] = []
    /// An interruption ended its search.
    public var isCutShort = false
    /// Whether no schedule costs less.
    public var isProven: Bool { objective <= bound }
  }

  /// What came of one question.
  public enum Answer: Sendable {
    case found(Outcome)
    case impossible
    case undecided
    /// Interrupted before its turn, or before anything was found.
    case notReached
  }

  /// The best schedule of a changed problem near the draft.
  ///
  /// - Parameters:
  ///   - moves: of the local search for each session.
  ///   - least: what every schedule of the changed problem is known to cost.
  ///   - tell: called on the way, on this thread.
  func resolved(
    _ scenario: Scenario, moves: Int = 600, least: Int = 0, telling tell: @escaping News = { _ in }
  ) -> Answer {
    guard !cancellation.isCancelled else { return .notReached }
    let problem = PlanningProblem(scenario, baseline: draft)
    let result = planner.repair(
      problem, from: problem.assignment(draft), moves: moves, cancellation: cancellation,
      tell: known(atLeast: least, tell))
    return answer(result, problem, scenario, baseline: draft, least: least)
  }

  /// The best schedule near the draft with a session at other places than it has there.
  ///
  /// - Parameters:
  ///   - problem: of the draft's tables, moves counted; the session may stand only where it is wanted.
  ///   - session: index into `Scenario.sessions`.
  ///   - least: what every schedule of the problem is known to cost.
  func moved(
    _ session: Int, in problem: PlanningProblem, least: Int, telling tell: @escaping News
  ) -> Answer {
    guard !cancellation.isCancelled else { return .notReached }
    let result = planner.moved(
      session, in: problem, from: problem.assignment(draft), cancellation: cancellation,
      tell: known(atLeast: least, tell))
    return answer(result, problem, scenario, baseline: draft, least: least)
  }

  /// The best schedule of changed tables, moves from the draft free.
  ///
  /// - Parameter least: what every schedule of the tables is known to cost.
  func redrafted(
    _ scenario: Scenario, least: Int = 0, telling tell: @escaping News = { _ in }
  ) -> Answer {
    guard !cancellation.isCancelled else { return .notReached }
    let problem = PlanningProblem(scenario)
    let result = planner.redraft(
      problem, from: problem.assignment(draft), cancellation: cancellation,
      tell: known(atLeast: least, tell))
    return answer(result, problem, scenario, baseline: nil, least: least)
  }

  private func answer(
    _ result: DraftResult, _ problem: PlanningProblem, _ scenario: Scenario, baseline: Schedule?,
    least: Int
  ) -> Answer {
    let bound: Int
    switch result {
    case .infeasible: return .impossible
    case .unknown: return cancellation.isCancelled ? .notReached : .undecided
    case .optimal(_, let objective): bound = objective
    case .feasible(_, _, let proven): bound = max(proven, least)
    }
    guard let assignment = result.assignment else { return .undecided }
    let schedule = problem.schedule(assignment)
    let review = Review(scenario: scenario, schedule: schedule, baseline: baseline)
    // What the referee does not accept is no answer.
    guard review.violations.isEmpty else { return .undecided }
    let moved = review.costs.first { $0.rule == .moved }?.cost ?? 0
    return .found(
      Outcome(
        schedule: schedule, objective: review.objective, moves: moved, bound: bound,
        changes: changes(to: schedule),
        isCutShort: cancellation.isCancelled && review.objective > bound))
  }

  /// The draft itself, where it is already known that no schedule of its tables costs less.
  var provenDraft: Answer? {
    guard isSound, let bound = known.bound, cost <= bound else { return nil }
    return .found(
      Outcome(schedule: draft, objective: cost, moves: 0, bound: bound, changes: []))
  }

  /// If no full schedule is left: the one near the draft that leaves out the fewest sessions.
  func partial(_ scenario: Scenario, price: Int = 10_000) -> Answer {
    guard !cancellation.isCancelled else { return .notReached }
    let problem = PlanningProblem(scenario, baseline: draft).leavingOut { price + $0.priority }
    let result = planner.repair(
      problem, from: problem.assignment(draft), moves: 200, cancellation: cancellation)
    guard let assignment = result.assignment else {
      return cancellation.isCancelled ? .notReached : .undecided
    }
    let schedule = problem.schedule(assignment)
    let review = Review(scenario: scenario, schedule: schedule, baseline: draft)
    guard review.violations.allSatisfy({ $0.rule == .placedOnce }) else { return .undecided }
    let moved = review.costs.first { $0.rule == .moved }?.cost ?? 0
    return .found(
      Outcome(
        schedule: schedule, objective: review.objective, moves: moved, bound: 0,
        changes: changes(to: schedule), leftOut: review.violations.flatMap(\.sessions)))
  }

  /// What differs, in the order of the sessions' table.
  func changes(to other: Schedule) -> [DraftChange] {
    let before = draft.firstRows
    let after = other.firstRows
    return scenario.sessions.indices.compactMap { index in
      let id = scenario.sessions[index].id
      guard let old = before[id], let new = after[id],
        old.start != new.start || old.room != new.room
      else { return nil }
      return DraftChange(session: index, before: old, after: new)
    }
  }

  /// Works on several questions at once, as many as there are processors; answers in order.
  ///
  /// - Parameters:
  ///   - step: what to report after each answer, given how many of how many there are.
  static func all<Question: Sendable, Result: Sendable>(
    _ questions: [Question], telling tell: @Sendable (ExplainStep) -> Void,
    as step: @Sendable (Int, Int) -> ExplainStep, _ answer: @escaping @Sendable (Question) -> Result
  ) -> [Result] {
    let results = Mutex<(answers: [Result?], count: Int)>(
      (Array(repeating: nil, count: questions.count), 0))
    tell(step(0, questions.count))
    Parallel.forEach(questions.count) { index in
      let result = answer(questions[index])
      let done = results.withLock {
        $0.answers[index] = result
        $0.count += 1
        return $0.count
      }
      tell(step(done, questions.count))
    }
    return results.withLock { $0.answers.compactMap(\.self) }
  }

  /// Takes what a search on the way to an answer has found.
  typealias News = (DraftNews) -> Void

  /// A search's news, with the bound that was known before it began where that is the higher one.
  private func known(atLeast least: Int, _ tell: @escaping News) -> News {
    { tell(DraftNews(phase: $0.phase, incumbent: $0.incumbent, bound: max($0.bound ?? 0, least))) }
  }

  /// Solves for each of several questions.
  ///
  /// - Parameters:
  ///   - name: what is asked, for whoever waits.
  ///   - answer: reports on the way, on its own thread.
  func solvingAll<Question: Sendable, Result: Sendable>(
    _ questions: [Question], named name: @escaping @Sendable (Question) -> String,
    answer: @escaping @Sendable (Question, @escaping News) -> Result
  ) -> [Result] {
    let answered = Mutex(0)
    @Sendable func reporting(_ question: Question) -> Result {
      defer { answered.withLock { $0 += 1 } }
      let words = name(question)
      return answer(question) { news in
        tell(.asking(words, news, answered: answered.withLock { $0 }, of: questions.count))
      }
    }
    return Self.all(
      questions, telling: tell, as: { .solving(answered: $0, of: $1) }, { reporting($0) })
  }

  /// What an interruption left out of some answers.
  static func missing(_ answers: [Answer]) -> [ExplainStep] {
    let left = answers.count { if case .notReached = $0 { true } else { false } }
    let short = answers.count {
      if case .found(let outcome) = $0 { outcome.isCutShort } else { false }
    }
    return (left == 0 ? [] : [.solving(answered: answers.count - left, of: answers.count)])
      + (short == 0 ? [] : [.shortened(short)])
  }
}
