// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems
import Proving
import Threads

/// What one side of a search knows, and when it has to end.
///
/// In a search that counts its work, a side learns what the other has found only when both have
/// done their share (`exchange`), so that the same input gives the same draft on one core and on two.
/// A search that ends by the clock listens all the time.
final class SearchState: ProofHost {
  private(set) var incumbent: Assignment?
  private(set) var objective = Int.max
  private(set) var bound: Int
  let cancellation: Cancellation
  let deadline: Deadline?
  let meter: WorkMeter
  let record: SearchRecord
  private let problem: PlanningProblem
  private let gap: Double
  let isLive: Bool
  private let judge: Planner.Judge?
  private let tell: ((DraftNews) -> Void)?
  /// Where the search ends by its gap and counts its work.
  var watch: (gap: GapWatch, side: GapWatch.Side)?
  private var toldChanges = 0
  /// Since the last exchange this side has found a schedule that the other does not know.
  private var hasOwnFind = false
  private var steps: [DraftStep] = []
  var phase = SearchPhase.begun {
    didSet { if phase != oldValue { record.change { $0.phase = phase } } }
  }

  /// - Parameters:
  ///   - isLive: whether what the other side finds is heard at once.
  ///   - tell: called on this side's thread when there is news of either side.
  init(
    _ problem: PlanningProblem, record: SearchRecord, seconds: Double?, gap: Double,
    meter: WorkMeter, isLive: Bool, cancellation: Cancellation, judge: Planner.Judge?,
    tell: ((DraftNews) -> Void)?
  ) {
    self.problem = problem
    self.record = record
    self.gap = gap
    self.meter = meter
    self.isLive = isLive
    self.cancellation = cancellation
    self.judge = judge
    self.tell = tell
    deadline = seconds.map { Deadline(seconds: $0) }
    bound = problem.unavoidableCost
  }

  /// A side that has no other.
  convenience init(
    _ problem: PlanningProblem, seconds: Double?, gap: Double, cancellation: Cancellation,
    tell: @escaping (DraftNews) -> Void
  ) {
    self.init(
      problem, record: SearchRecord(bound: problem.unavoidableCost), seconds: seconds, gap: gap,
      meter: WorkMeter(), isLive: true, cancellation: cancellation, judge: nil, tell: tell)
  }

  /// This side has to stop: its work is spent, or the search has ended.
  var isStopped: Bool { hasEnded || meter.isSpent }

  /// Both sides have to stop: proven, cancelled, or out of time.
  var hasEnded: Bool {
    listen()
    return cancellation.isCancelled || record.isSettled || (deadline?.isOver ?? false)
  }

  var isProven: Bool { incumbent != nil && objective <= bound }

  /// Proven the best, or as near as was asked for.
  var isDone: Bool {
    listen()
    return isNearEnough
  }

  private var isNearEnough: Bool {
    isProven
      || (incumbent != nil && Double(objective - bound) <= gap * Double(max(1, objective)))
  }

  var secondsLeft: Double? { deadline?.secondsLeft }

  /// How a solver that works for this side has to end.
  func limits(nodes: Int? = nil) -> SolveLimits {
    SolveLimits(nodes: nodes, seconds: secondsLeft, meter: meter)
  }

  /// Keeps a schedule if it keeps the hard rules and is better than the one known.
  func offer(_ assignment: Assignment) {
    let score = WorkingSchedule(problem, assignment).score
    guard score.violations == 0, score.cost < objective else { return }
    if let complaint = judge?(assignment, score.cost) { fatalError(complaint) }
    keep(assignment, score.cost)
    hasOwnFind = true
    watch?.gap.found(assignment, score.cost, by: watch?.side ?? .improving, at: meter.used)
    note()
    record.change {
      guard score.cost < $0.objective else { return }
      $0.incumbent = assignment
      $0.objective = score.cost
    }
    settleIfProven()
  }

  /// Takes note that no schedule costs less.
  func prove(_ lower: Int) {
    listen()
    guard lower > bound else { return }
    bound = min(lower, objective)
    if let watch { watch.gap.proved(bound, by: watch.side, at: meter.used) }
    note()
    let bound = bound
    record.change { $0.bound = max($0.bound, bound) }
    settleIfProven()
  }

  /// A schedule that is found inside a longer piece of work and handed over at its end.
  func foresee(_ assignment: Assignment, _ cost: Int, work: Int) {
    guard let watch, cost < objective else { return }
    watch.gap.found(assignment, cost, by: watch.side, at: meter.used + work)
  }

  /// So much work of a longer piece is done.
  func advance(work: Int) {
    if let watch { watch.gap.advance(watch.side, to: meter.used + work) }
  }

  /// The best schedule known is proven the best: the other side need not go on. A find that the
  /// other side does not know ends nothing: otherwise the clock would decide which of two is kept.
  private func settleIfProven() {
    // Where the clock ends the search, near enough ends it too.
    if isLive ? isNearEnough : isProven && !hasOwnFind { record.settle() }
  }

  private func keep(_ assignment: Assignment?, _ cost: Int) {
    incumbent = assignment
    objective = cost
  }

  /// Tells of a better schedule that is not handed over yet.
  func report(incumbent better: Int? = nil, work: Int = 0) {
    if let better {
      note(better, work: work)
      record.change { $0.announced = min($0.announced ?? better, better) }
    }
    speak()
  }

  func tellNews() { report() }

  private func note(_ incumbent: Int? = nil, work: Int = 0) {
    let known = [incumbent, objective == .max ? nil : objective].compactMap(\.self).min()
    steps.append(
      DraftStep(
        seconds: record.clock.seconds, work: meter.used + work, incumbent: known,
        bound: bound))
  }

  private func listen() {
    if isLive {
      let now = record.now
      if now.objective < objective { keep(now.incumbent, now.objective) }
      bound = min(max(bound, now.bound), objective)
    }
    speak()
  }

  private func speak() {
    guard let tell, record.changeCount != toldChanges else { return }
    toldChanges = record.changeCount
    let now = record.now
    let known = [now.announced, now.objective == .max ? nil : now.objective].compactMap(\.self)
    tell(
      DraftNews(
        phase: now.phase, incumbent: known.min(), bound: min(now.bound, known.min() ?? .max)))
  }

  /// Both sides learn what the other has found; of two equal schedules the first side's is kept.
  static func exchange(_ first: SearchState, _ second: SearchState) {
    let better = first.objective <= second.objective ? first : second
    let (incumbent, objective) = (better.incumbent, better.objective)
    let bound = min(max(first.bound, second.bound), objective)
    let steps = first.steps.merged(with: second.steps)
    for side in [first, second] {
      side.keep(incumbent, objective)
      side.bound = bound
      side.hasOwnFind = false
      side.steps = []
    }
    first.record.change { $0.trace += steps }
    if first.isProven { first.record.settle() }
  }
}

extension [DraftStep] {
  /// The steps of two sides in order of the work that each had done.
  fileprivate func merged(with other: [DraftStep]) -> [DraftStep] {
    (self + other).enumerated()
      .sorted { ($0.element.work, $0.offset) < ($1.element.work, $1.offset) }.map(\.element)
  }

  /// As a trace: each step with the best known then, those left out that tell little new.
  var asTrace: [DraftStep] {
    var trace: [DraftStep] = []
    var best = (incumbent: Int?.none, bound: Int.min, seconds: 0.0, work: 0)
    for step in self {
      let incumbent = [best.incumbent, step.incumbent].compactMap(\.self).min()
      let bound = Swift.max(best.bound, Swift.min(step.bound, incumbent ?? .max))
      guard incumbent != best.incumbent || bound != best.bound else { continue }
      best = (
        incumbent, bound, Swift.max(best.seconds, step.seconds), Swift.max(best.work, step.work)
      )
      let entry = DraftStep(
        seconds: best.seconds, work: best.work, incumbent: incumbent, bound: bound)
      // Of the many steps of a first descent one in each tenth more of work is enough.
      if let last = trace.last, last.bound == bound, last.incumbent != nil,
        entry.work * 10 < last.work * 11 + 10
      {
        trace[trace.count - 1] = entry
      } else {
        trace.append(entry)
      }
    }
    return trace
  }
}

extension PlanningProblem {
  /// What each session costs at its cheapest place, added up: a bound that needs no search.
  var unavoidableCost: Int {
    sessions.indices.reduce(0) { sum, p in
      let cheapest = places[p].prices.filter { $0 >= 0 }.min()
      return sum + ([cheapest, unplacedCost[p]].compactMap(\.self).min() ?? 0)
    }
  }
}
