// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning

/// The line that lives while a search runs: incumbent, bound, gap, seconds. On a terminal it is
/// drawn over itself; elsewhere a line is printed when something has changed.
final class ProgressLine {
  private let began = Date()
  private var lastDrawn = Date.distantPast
  private var lastText = ""
  private let isLive: Bool
  private let isJSON: Bool

  /// - Parameter isJSON: every step as one JSON object a line, for programs.
  init(isJSON: Bool = false) {
    self.isJSON = isJSON
    isLive = Terminal.isErrorTerminal && !isJSON
  }

  func show(_ news: DraftNews) {
    let now = Date()
    if isJSON { return showJSON(news, now.timeIntervalSince(began)) }
    guard now.timeIntervalSince(lastDrawn) >= (isLive ? 0.1 : 1) else { return }
    let text = Self.words(news)
    if !isLive && text == lastText { return }
    lastDrawn = now
    lastText = text
    let seconds = String(format: "%.1f s", now.timeIntervalSince(began))
    Terminal.note(isLive ? "\r\u{1B}[K\(text), \(seconds)" : "\(text), \(seconds)\n")
  }

  private func showJSON(_ news: DraftNews, _ seconds: Double) {
    func number(_ value: Int?) -> String { value.map(String.init) ?? "null" }
    let gap = news.gap.map { String(format: "%.6f", $0) } ?? "null"
    Terminal.note(
      "{\"phase\":\"\(news.phase)\",\"incumbent\":\(number(news.incumbent)),"
        + "\"bound\":\(number(news.bound)),\"gap\":\(gap),"
        + "\"seconds\":\(String(format: "%.2f", seconds))}\n")
  }

  func clear() {
    if isLive { Terminal.note("\r\u{1B}[K") }
  }

  /// Whole ones: small drafts come out with the same bytes.
  var seconds: Double { Date().timeIntervalSince(began).rounded(.down) }

  static func words(_ news: DraftNews) -> String {
    let bound = news.bound.map(String.init) ?? "-"
    guard let incumbent = news.incumbent else {
      return "\(news.phase): no schedule yet, bound \(bound)"
    }
    return "\(news.phase): best \(incumbent), bound \(bound), gap "
      + String(format: "%.1f %%", (news.gap ?? 1) * 100)
  }
}
