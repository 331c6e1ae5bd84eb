// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IntegerPrograms
import PlanningProblems
import Threads

/// The two sides of a search and the threads they run on.
struct ParallelSearch {
  let improving: SearchState
  let proving: SearchState
  /// Ends by the clock: what one side finds, the other hears at once.
  let isLive: Bool
  private let isSideBySide: Bool
  private let starter: Planner.ThreadStarter

  init(
    _ problem: PlanningProblem, effort: Planner.Effort, cancellation: Cancellation,
    judge: Planner.Judge?, starter: @escaping Planner.ThreadStarter,
    tell: @escaping (DraftNews) -> Void
  ) {
    self.starter = starter
    let record = SearchRecord(bound: problem.unavoidableCost)
    let isLive = effort.seconds != nil && effort.isSideBySide
    let work = effort.work ?? (effort.seconds == nil ? effort.mostWork : nil)
    func side(tell: ((DraftNews) -> Void)?) -> SearchState {
      SearchState(
        problem, record: record, seconds: effort.seconds, gap: effort.gap,
        meter: WorkMeter(granted: work), isLive: isLive, cancellation: cancellation,
        judge: judge, tell: tell)
    }
    self.isLive = isLive
    isSideBySide = effort.isSideBySide
    improving = side(tell: tell)
    proving = side(tell: nil)
    guard effort.gap > 0, !isLive else { return }
    let watch = GapWatch(gap: effort.gap, meters: [improving.meter, proving.meter])
    improving.watch = (watch, .improving)
    proving.watch = (watch, .proving)
    for (side, name) in [(improving, GapWatch.Side.improving), (proving, .proving)] {
      side.meter.watch { watch.advance(name, to: $0) }
    }
    self.watch = watch
  }

  private var watch: GapWatch?

  /// Lets both sides do so many units of work more.
  func grant(_ units: Int) {
    improving.meter.grant(units)
    proving.meter.grant(units)
  }

  func exchange() { SearchState.exchange(improving, proving) }

  /// Does both shares of work, the second on this thread, and waits for both.
  func run(_ prove: () -> Void, beside improve: () -> Void) {
    watch?.begin(improving.incumbent, improving.objective, improving.bound)
    func improvement() {
      improve()
      watch?.advance(.improving, to: nil)
    }
    func proof() {
      prove()
      watch?.advance(.proving, to: nil)
    }
    guard isSideBySide else {
      improvement()
      if !improving.record.isSettled { proof() }
      return
    }
    withoutActuallyEscaping(prove) { prove in
      let watch = watch
      let share = Share {
        prove()
        watch?.advance(.proving, to: nil)
      }
      do {
        try starter(16 << 20) { share.run() }
      } catch {
        // One thread does both shares one after the other, and arrives at the same draft.
        improvement()
        if !improving.record.isSettled { share.run() }
        return
      }
      improvement()
      // News from the other side is reported while waiting for it.
      while !share.isDone(within: 0.05) { _ = improving.isStopped }
    }
  }

  /// Work handed to another thread and waited for.
  private final class Share: @unchecked Sendable {
    private var work: (() -> Void)?
    private let done = DispatchSemaphore(value: 0)

    init(_ work: @escaping () -> Void) { self.work = work }

    func run() {
      work?()
      // Released before the waiting thread goes on: the work must not outlive the call.
      work = nil
      done.signal()
    }

    func isDone(within seconds: Double) -> Bool {
      done.wait(timeout: .now() + seconds) == .success
    }
  }

  /// Whether the gap that was asked for is reached.
  var hasReachedGap: Bool { watch?.reached != nil }

  var result: DraftResult {
    if let reached = watch?.reached {
      return reached.objective <= reached.bound
        ? .optimal(reached.incumbent, objective: reached.objective)
        : .feasible(reached.incumbent, objective: reached.objective, bound: reached.bound)
    }
    guard let incumbent = improving.incumbent else { return .unknown(bound: improving.bound) }
    return improving.isProven
      ? .optimal(incumbent, objective: improving.objective)
      : .feasible(incumbent, objective: improving.objective, bound: improving.bound)
  }
}
