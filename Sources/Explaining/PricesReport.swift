// SPDX-License-Identifier: GPL-3.0-or-later

import Reports

extension Report {
  /// What more would buy, the most first.
  public init(_ prices: Prices) {
    let analysis = prices.analysis
    var blocks: [Block] = []
    if let words = prices.notReached.words { blocks.append(.text(words)) }
    blocks.append(.text("The draft costs \(analysis.cost). \(Self.bound(prices))"))
    if let words = analysis.known.words { blocks.append(.text(words)) }
    blocks.append(
      .text(
        "Each change was solved again as a whole programme, beginning with the draft, every session"
          + " free to move."
          + (prices.hasSchedule
            ? " What it buys is the difference to \(prices.now). How sure: what it buys for certain,"
              + " whatever longer searches would find." : "")))
    // What is not known stands below what buys nothing.
    let lines = prices.lines.sorted { prices.gain($0) ?? -1 > prices.gain($1) ?? -1 }
    blocks.append(
      .table(
        Table(
          "What it would buy", ["change", "where", "cost then", "it buys", "how sure"],
          lines.map { Self.row($0, prices) })))
    self.init(
      title: "Prices: \(analysis.scenario.meeting.name)",
      sections: [Section(id: "prices", title: "What more would buy", blocks: blocks)])
  }

  /// How good the tables as they are can be.
  private static func bound(_ prices: Prices) -> String {
    if !prices.hasSchedule {
      if case .impossible = prices.base {
        return "As the tables are, there is no schedule; proven."
      }
      return "It breaks hard rules, and no schedule of the tables as they are was found."
    }
    return prices.bound >= prices.now
      ? "As the tables are, no schedule costs less than \(prices.now); proven."
      : "As the tables are, \(prices.now) was found and no schedule costs less than"
        + " \(prices.bound)."
  }

  /// How sure it is what a change buys: both the tables as they are and those with the change may have
  /// schedules that no search found.
  private static func sure(_ gain: Int, _ certain: ClosedRange<Int>?) -> String {
    guard let certain else { return "" }
    if certain == gain...gain { return "proven: it buys no more" }
    if certain.lowerBound == gain { return "it buys \(certain.upperBound) at most" }
    return "it buys \(certain.lowerBound) to \(certain.upperBound)"
  }

  private static func row(_ line: Prices.Line, _ prices: Prices) -> [Cell] {
    let head: [Cell] = [.text(line.words), .code(line.place.words)]
    switch line.answer {
    case .found(let outcome):
      guard let gain = prices.gain(line) else {
        return head + [.number(outcome.objective), "–", "a schedule exists then"]
      }
      let cost = min(prices.now, outcome.objective)
      return head + [.number(cost), .number(gain), .text(sure(gain, prices.certain(line)))]
    case .impossible, .undecided: return head + ["–", "–", "nothing found"]
    case .notReached: return head + ["–", "–", "not reached"]
    }
  }
}
