// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import PlanningProblems
import Synchronization
import Texts
import Threads

/// The line that is kept up to date while a search runs: what it is doing, the best schedule, the
/// bound, the gap, the time. On a terminal it is drawn over itself and ticks every second, also
/// when there is no news; elsewhere a line is printed when something has changed, and now and then
/// when nothing has.
final class ProgressLine: Sendable {
  /// What the line shows: the words of a search, or any others.
  private struct Shown {
    var words = ""
    var pace = ProgressPace()
    var hasEnded = false
  }

  private let clock = Stopwatch()
  private let shown = Mutex(Shown())
  private let world: World
  private let isLive: Bool
  private let isJSON: Bool

  private var pause: Double { isLive ? 1 : ProgressPace.patience }

  /// - Parameter isJSON: every step as one JSON object a line, for programs.
  init(in world: World, isJSON: Bool = false) {
    self.world = world
    self.isJSON = isJSON
    isLive = world.console.isTerminal(.notes) && !isJSON
  }

  private var console: any Console { world.console }

  func show(_ news: DraftNews) {
    if isJSON { return showJSON(news, clock.seconds) }
    show(Self.words(news))
  }

  /// Other words than a search's.
  func show(_ words: String) {
    guard !isJSON else { return }
    shown.withLock {
      $0.words = words
      draw(&$0, onNews: isLive ? 0.1 : 1)
    }
  }

  /// Called several times a second.
  func tick() {
    guard !isJSON else { return }
    shown.withLock { draw(&$0, onNews: 1) }
  }

  /// Removes the line; if the user ended the run, it says so.
  func clear() {
    let isFirst = shown.withLock { shown in
      defer { shown.hasEnded = true }
      return !shown.hasEnded
    }
    if isLive { console.draw("", over: 1) }
    if isFirst && !isJSON && isStopped {
      console.note("stopped by you after \(Self.time(clock.seconds))\n")
    }
  }

  /// Whole seconds, so small drafts come out with the same bytes.
  var seconds: Double { clock.seconds.rounded(.down) }

  private func draw(_ shown: inout Shown, onNews least: Double) {
    guard !shown.hasEnded, !shown.words.isEmpty else { return }
    let words = Self.stopped(shown.words, isStopped)
    guard shown.pace.isDue(words, atLeastEvery: pause, onNews: least) else { return }
    let text = "\(words), \(Self.time(clock.seconds))"
    if isLive {
      console.draw("\(text.prefix(max(20, console.noteWidth - 1)))", over: 1)
    } else {
      console.note("\(text)\n")
    }
  }

  private var isStopped: Bool { world.signals.endedBy != nil }

  /// Before the words of a search that the user has ended and that has not ended yet.
  static func stopped(_ words: String, _ isStopped: Bool) -> String {
    isStopped ? "stopped by you, ending: \(words)" : words
  }

  private func showJSON(_ news: DraftNews, _ seconds: Double) {
    func number(_ value: Int?) -> String { value.map(String.init) ?? "null" }
    let gap = news.gap.map { String(format: "%.6f", $0) } ?? "null"
    console.note(
      "{\"phase\":\"\(news.phase.rawValue)\",\"incumbent\":\(number(news.incumbent)),"
        + "\"bound\":\(number(news.bound)),\"gap\":\(gap),"
        + "\"seconds\":\(String(format: "%.2f", seconds))}\n")
  }

  /// `12 s`, `3 min 05 s`.
  static func time(_ seconds: Double) -> String {
    let whole = Int(seconds)
    return whole < 60
      ? "\(whole) s" : "\(whole / 60) min \(String(format: "%02d", whole % 60)) s"
  }

  /// What an officer needs to know: placing until there is a schedule, then improving it and
  /// proving it.
  static func words(_ news: DraftNews) -> String {
    guard let incumbent = news.incumbent else {
      let bound = news.bound.map { $0 > 0 ? ", none can cost less than \($0)" : "" } ?? ""
      return "placing: no schedule yet\(bound)"
    }
    let bound = news.bound.map(String.init) ?? "-"
    return "\(news.phase.proves ? "proving" : "improving"): best \(incumbent), bound \(bound), gap "
      + Percent.text(news.gap ?? 1)
  }
}
