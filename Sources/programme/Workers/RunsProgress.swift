// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Threads

/// One bar over all runs. On a terminal it is drawn over itself; elsewhere a line is printed for
/// each run that begins or ends.
final class RunsProgress {
  private struct Run {
    let name: String
    let clock = Stopwatch()
    var incumbent: Int?
    var bound: Int?
    /// How near to its proof, 0 to 1.
    var share = 0.0
  }

  private let total: Int
  private let isLive = Terminal.isErrorTerminal
  private var done = 0
  private var running: [Run] = []
  private var drawn: Stopwatch?

  init(total: Int) { self.total = total }

  func begin(_ name: String) {
    running.append(Run(name: name))
    if !isLive { Terminal.note("\(name): begins\n") }
  }

  func news(_ name: String, _ incumbent: Int?, _ bound: Int?) {
    guard let place = running.firstIndex(where: { $0.name == name }) else { return }
    running[place].incumbent = incumbent
    running[place].bound = bound
    let known = Double(bound ?? 0) / Double(max(1, incumbent ?? .max))
    running[place].share = max(running[place].share, min(1, max(0, known)))
  }

  func end(_ name: String, _ words: String) {
    done += 1
    var seconds = ""
    if let place = running.firstIndex(where: { $0.name == name }) {
      seconds = String(format: ", %.1f s", running[place].clock.seconds)
      running.remove(at: place)
    }
    clear()
    Terminal.note("\(name): \(words)\(seconds) (\(done) of \(total))\n")
  }

  func draw() {
    guard isLive, drawn.map({ $0.seconds > 0.1 }) ?? true else { return }
    drawn = Stopwatch()
    Terminal.note("\r\u{1B}[K" + Self.fitted(bar + " " + words, Terminal.errorWidth - 1))
  }

  func clear() { if isLive { Terminal.note("\r\u{1B}[K") } }

  private var bar: String {
    let share = (Double(done) + running.reduce(0) { $0 + 0.9 * $1.share }) / Double(max(1, total))
    let full = Int(share * 20)
    return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: 20 - full)
      + "] \(done) of \(total)"
  }

  private var words: String {
    running.map { run in
      let bound = run.bound.map(String.init) ?? "-"
      return "\(run.name): " + (run.incumbent.map { "best \($0)" } ?? "no schedule yet")
        + ", bound \(bound)"
    }.joined(separator: " · ")
  }

  private static func fitted(_ text: String, _ width: Int) -> String {
    text.count <= width ? text : text.prefix(max(1, width - 1)) + "…"
  }
}
