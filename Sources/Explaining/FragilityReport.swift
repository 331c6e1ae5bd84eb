// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Reports
import Rules
import Texts

extension Report {
  /// What matters first, in ten lines; then every loss with its repair.
  public init(_ fragility: Fragility) {
    let analysis = fragility.analysis
    let losses = fragility.losses.enumerated().sorted {
      (-Self.weight($0.element, analysis), $0.offset) < (
        -Self.weight($1.element, analysis), $1.offset
      )
    }.map(\.element)
    self.init(
      title: "Fragile: \(analysis.scenario.meeting.name)",
      sections: [
        Self.lead(fragility, losses), Self.stuck(fragility), Self.losses(losses, analysis),
      ])
  }

  // MARK: What matters

  private static func lead(_ fragility: Fragility, _ losses: [Fragility.Loss]) -> Section {
    let analysis = fragility.analysis
    var lines = [fragility.notReached.words, analysis.known.words].compactMap(\.self)
    let fatal = losses.filter(isFatal)
    let tried = losses.filter { if case .notReached = $0.repair { false } else { true } }
    lines.append(
      "\(Count.of(tried.count, "single loss", "single losses")) of a room or a person for a day"
        + " \(tried.count == 1 ? "was" : "were") tried; \(fatal.count)"
        + " of them \(fatal.count == 1 ? "leaves" : "leave") no full schedule.")
    for loss in losses.prefix(5) { lines += worst(loss, analysis).map { [$0] } ?? [] }
    let stuck = fragility.stuck.count
    lines.append(
      stuck == 0
        ? "Every session that may move at all has another place while the others stay."
        : "\(Count.of(stuck, "session")) \(stuck == 1 ? "has" : "have") no other place while the others"
          + " stay: \(DraftAnalysis.few(fragility.stuck.map(analysis.name(ofSession:)))).")
    return Section(id: "lead", title: "What matters", blocks: [.list(lines)])
  }

  private static func isFatal(_ loss: Fragility.Loss) -> Bool {
    if case .impossible = loss.repair { true } else { false }
  }

  /// One of the worst losses in a sentence.
  private static func worst(_ loss: Fragility.Loss, _ analysis: DraftAnalysis) -> String? {
    switch loss.repair {
    case .impossible:
      guard case .found(let outcome) = loss.partial else {
        return "Without \(loss.words): no full schedule is left."
      }
      return "Without \(loss.words): no full schedule is left; left out would be"
        + " \(DraftAnalysis.few(outcome.leftOut.map(analysis.name(ofSession:))))."
    case .found(let outcome) where outcome.objective > analysis.cost:
      return
        "Without \(loss.words): the repair costs \((outcome.objective - analysis.cost).signed) and"
        + " moves \(Count.of(outcome.changes.count, "session"))."
    case .undecided: return "Without \(loss.words): no repair was found within the work allowed."
    case .found, .notReached: return nil
    }
  }

  // MARK: In full

  private static func stuck(_ fragility: Fragility) -> Section {
    let analysis = fragility.analysis
    return Section(
      id: "stuck", title: "Sessions with one possible place left",
      blocks: [
        .text(
          fragility.stuck.isEmpty
            ? "Every session that may move at all has another place that breaks no hard rule."
            : "While all others stay, these have no other place: "
              + fragility.stuck.map(analysis.name(ofSession:)).joined(separator: ", ") + "."),
        .text(
          fragility.single.isEmpty
            ? "No session has only one place by its own tables."
            : "Settled by their own tables, one place only: "
              + fragility.single.map(analysis.name(ofSession:)).joined(separator: ", ") + "."),
      ])
  }

  private static func losses(_ losses: [Fragility.Loss], _ analysis: DraftAnalysis) -> Section {
    // How many were not reached is said above; a row for each would say nothing.
    let answered = losses.filter { if case .notReached = $0.repair { false } else { true } }
    return Section(
      id: "losses", title: "Single losses that break the draft",
      blocks: [
        .text(
          "A room for a day, or a person for a day, and the repair that costs least, counting moves"
            + " from the draft. The worst first."),
        .table(
          Table(
            "Losses", ["lost", "sessions hit", "repair costs", "how sure", "the repair"],
            answered.map { row($0, analysis) })),
      ])
  }

  private static func row(_ loss: Fragility.Loss, _ analysis: DraftAnalysis) -> [Cell] {
    let head: [Cell] = [
      .text(loss.words),
      .text(loss.sessions.map(analysis.name(ofSession:)).joined(separator: ", ")),
    ]
    switch loss.repair {
    case .found(let outcome):
      return head + [
        .text((outcome.objective - analysis.cost).signed),
        .text(
          outcome.isProven ? "proven least" : "\((outcome.bound - analysis.cost).signed) at least"),
        .text(analysis.words(outcome.changes)),
      ]
    case .impossible:
      return head + [.state(.bad, "no full one"), "proven", .text(partial(loss.partial, analysis))]
    case .undecided: return head + [.state(.open, "none found"), "not decided", ""]
    case .notReached: return head + ["–", "not reached", ""]
    }
  }

  /// What remains if there is no full schedule.
  private static func partial(_ answer: DraftAnalysis.Answer?, _ analysis: DraftAnalysis) -> String
  {
    var words = "no schedule is left"
    guard case .found(let outcome) = answer else { return words }
    words += ": leave out \(outcome.leftOut.map(analysis.name(ofSession:)).joined(separator: ", "))"
    let pinned = analysis.scenario.sessions.filter {
      outcome.leftOut.contains($0.id) && $0.pin != Session.Pin()
    }
    if !pinned.isEmpty {
      words += ", or move the pins of \(pinned.map(\.id).joined(separator: ", "))"
    }
    let others = outcome.changes.filter {
      !outcome.leftOut.contains(analysis.scenario.sessions[$0.session].id)
    }
    return others.isEmpty ? words : "\(words); \(analysis.words(others))"
  }

  private static func weight(_ loss: Fragility.Loss, _ analysis: DraftAnalysis) -> Int {
    switch loss.repair {
    case .found(let outcome): outcome.objective - analysis.cost
    case .impossible: .max / 2
    case .undecided: .max / 4
    case .notReached: .min / 4
    }
  }
}
