// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import PlanningProblems
import Synchronization

/// Ends a search at the moment when its gap is small enough, counted in work and not in time, so
/// that one core and two arrive at the same draft.
///
/// Each side says what it found or proved after how much work of its share. The gap is reached at the
/// first amount of work at which what both had until then is near enough. As soon as both sides are past
/// it, both end, and what either did beyond it does not count.
final class GapWatch: Sendable {
  enum Side: Int, Sendable { case improving, proving }

  /// What was known when the gap was reached.
  struct Reached: Sendable {
    let incumbent: Assignment
    let objective: Int
    let bound: Int
  }

  private struct Event: Sendable {
    let work: Int
    let side: Side
    var incumbent: Assignment?
    var objective = Int.max
    var bound = Int.min
  }

  private struct Share: Sendable {
    /// What both sides knew when the share began, then all that was found since, in any order.
    var events: [Event] = []
    /// Work of each side when the share began, and how far it is.
    var began = [0, 0]
    var progress = [0, 0]
    var reached: Reached?
  }

  private let gap: Double
  private let share = Mutex(Share())
  private let meters: [WorkMeter]

  /// - Parameter meters: of the improving and the proving side; they end when the gap is reached.
  init(gap: Double, meters: [WorkMeter]) {
    self.gap = gap
    self.meters = meters
  }

  var reached: Reached? { share.withLock { $0.reached } }

  /// Both sides know the same and begin another share.
  func begin(_ incumbent: Assignment?, _ objective: Int, _ bound: Int) {
    let used = meters.map(\.used)
    share.withLock {
      guard $0.reached == nil else { return }
      $0.began = used
      $0.progress = [0, 0]
      $0.events = [
        Event(
          work: 0, side: .improving, incumbent: incumbent, objective: objective, bound: bound)
      ]
      look(&$0)
    }
  }

  func found(_ incumbent: Assignment, _ objective: Int, by side: Side, at work: Int) {
    share.withLock {
      let done = work - $0.began[side.rawValue]
      $0.events.append(
        Event(work: done, side: side, incumbent: incumbent, objective: objective))
    }
  }

  func proved(_ bound: Int, by side: Side, at work: Int) {
    share.withLock {
      $0.events.append(
        Event(work: work - $0.began[side.rawValue], side: side, bound: bound))
    }
  }

  /// A side has done this much work; `nil` when its share is done.
  func advance(_ side: Side, to work: Int?) {
    share.withLock {
      let done = work.map { [began = $0.began] in $0 - began[side.rawValue] } ?? .max
      $0.progress[side.rawValue] = max($0.progress[side.rawValue], done)
      look(&$0)
    }
  }

  /// Whether at some amount of work that both sides have done the gap was small enough.
  private func look(_ share: inout Share) {
    guard share.reached == nil else { return }
    let both = share.progress.min() ?? 0
    var (incumbent, objective, bound) = (Assignment?.none, Int.max, Int.min)
    let events = share.events.enumerated().sorted {
      ($0.element.work, $0.element.side.rawValue, $0.offset)
        < ($1.element.work, $1.element.side.rawValue, $1.offset)
    }
    for (_, event) in events {
      guard event.work <= both else { return }
      if event.objective < objective { (incumbent, objective) = (event.incumbent, event.objective) }
      bound = max(bound, event.bound)
      guard let incumbent, Double(objective - bound) <= gap * Double(max(1, objective)) else {
        continue
      }
      share.reached = Reached(
        incumbent: incumbent, objective: objective, bound: min(bound, objective))
      for meter in meters { meter.end() }
      return
    }
  }
}
