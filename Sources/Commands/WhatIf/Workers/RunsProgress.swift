// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import PlanningProblems
import Threads

/// How the runs of a study are getting on. On a terminal: a bar and a line for each run, drawn over
/// themselves, which tick every second. Elsewhere a line for each run that begins, has news or ends,
/// and now and then for one that has none.
final class RunsProgress {
  private struct Run {
    let name: String
    let clock = Stopwatch()
    var news: DraftNews?
    var pace = ProgressPace()

    /// `lose-a-room: improving: best 31, bound 29, gap 6.5 %, 12 s`.
    func line(_ isStopped: Bool) -> String {
      "\(name): \(words(isStopped)), \(ProgressLine.time(clock.seconds))"
    }

    func words(_ isStopped: Bool) -> String {
      ProgressLine.stopped(news.map(ProgressLine.words) ?? "reading the tables", isStopped)
    }
  }

  private let total: Int
  private let world: World
  private let isLive: Bool
  private var done = 0
  private var running: [Run] = []
  private var sinceDrawn: Stopwatch?
  /// Lines on the terminal that are to be drawn over.
  private var drawn = 0

  /// The most runs that are shown at once; of the others, only how many there are.
  private static let most = 8

  init(total: Int, in world: World) {
    self.total = total
    self.world = world
    isLive = world.console.isTerminal(.notes)
  }

  private var console: any Console { world.console }

  func begin(_ name: String) {
    running.append(Run(name: name))
    if !isLive { console.note("\(name): begins\n") }
  }

  func news(_ name: String, _ news: DraftNews) {
    guard let place = running.firstIndex(where: { $0.name == name }) else { return }
    running[place].news = news
  }

  func end(_ name: String, _ words: String) {
    done += 1
    var time = ""
    if let place = running.firstIndex(where: { $0.name == name }) {
      time = String(format: ", %.1f s", running[place].clock.seconds)
      running.remove(at: place)
    }
    clear()
    console.note("\(name): \(words)\(time) (\(done) of \(total))\n")
  }

  /// Called several times a second.
  func draw() {
    isLive ? redraw() : tell()
  }

  /// Removes what was drawn.
  func clear() {
    guard drawn > 0 else { return }
    console.draw("", over: drawn)
    drawn = 0
    sinceDrawn = nil
  }

  private var isStopped: Bool { world.signals.endedBy != nil }

  private func redraw() {
    guard sinceDrawn.map({ $0.seconds > 0.2 }) ?? true else { return }
    var lines = [bar]
    lines += running.prefix(Self.most).map { $0.line(isStopped) }
    if running.count > Self.most { lines.append("and \(running.count - Self.most) more") }
    let width = console.noteWidth - 1
    clear()
    console.draw(lines.map { Self.fitted($0, width) }.joined(separator: "\n"), over: 1)
    drawn = lines.count
    sinceDrawn = Stopwatch()
  }

  private func tell() {
    for place in running.indices where running[place].news != nil {
      let words = running[place].words(isStopped)
      if running[place].pace.isDue(words, atLeastEvery: ProgressPace.patience, onNews: 1) {
        console.note(running[place].line(isStopped) + "\n")
      }
    }
  }

  private var bar: String {
    let shares = running.map { 0.9 * (1 - ($0.news?.gap ?? 1)) }
    let share = (Double(done) + shares.reduce(0, +)) / Double(max(1, total))
    let full = Int(min(1, max(0, share)) * 20)
    return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: 20 - full)
      + "] \(done) of \(total)"
  }

  private static func fitted(_ text: String, _ width: Int) -> String {
    text.count <= width ? text : text.prefix(max(1, width - 1)) + "…"
  }
}
