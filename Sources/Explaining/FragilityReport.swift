// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Reports

extension Report {
  public init(_ fragility: Fragility) {
    let study = fragility.study
    self.init(
      title: "Fragile: \(study.scenario.meeting.name)",
      sections: [
        Section(
          id: "stuck", title: "Sessions with one possible place left",
          blocks: [fragility.notReached.words, study.known.words].compactMap(\.self).map {
            .text($0)
          } + [
            .text(
              fragility.stuck.isEmpty
                ? "Every session that may move at all has another place that breaks no hard rule."
                : "While all others stay, these have no other place: "
                  + fragility.stuck.joined(separator: ", ") + "."),
            .text(
              fragility.single.isEmpty
                ? "No session is settled by its own tables."
                : "Settled by their own tables, one place only: "
                  + fragility.single.joined(separator: ", ") + "."),
          ]), Self.losses(fragility),
      ])
  }

  private static func losses(_ fragility: Fragility) -> Section {
    let study = fragility.study
    let sorted = fragility.losses.enumerated().sorted {
      (-weight($0.element, study), $0.offset) < (-weight($1.element, study), $1.offset)
    }.map(\.element)
    // How many were not got to is said above; a row for each would say nothing.
    let answered = sorted.filter { if case .notReached = $0.repair { false } else { true } }
    let rows = answered.map { loss -> [Cell] in
      let head: [Cell] = [.text(loss.words), .text(loss.sessions.joined(separator: " "))]
      switch loss.repair {
      case .found(let outcome):
        return head + [
          .text(signed(outcome.objective - study.cost)),
          .text(
            outcome.isProven
              ? "proven least" : "\(signed(outcome.bound - study.cost)) at least"),
          .text(outcome.changes.joined(separator: "; ")),
        ]
      case .impossible:
        var words = "no schedule is left"
        if case .found(let outcome) = loss.partial {
          words += ": leave out \(outcome.leftOut.joined(separator: ", "))"
          let pinned = study.scenario.sessions.filter {
            outcome.leftOut.contains($0.id) && $0.pin != Session.Pin()
          }
          if !pinned.isEmpty {
            words += ", or move the pins of \(pinned.map(\.id).joined(separator: ", "))"
          }
          if !outcome.changes.isEmpty {
            words += "; \(outcome.changes.joined(separator: "; "))"
          }
        }
        return head + [.state(.bad, "no full one"), "proven", .text(words)]
      case .undecided:
        return head + [.state(.open, "none found"), "not decided", ""]
      case .notReached: return head + ["–", "not got to", ""]
      }
    }
    return Section(
      id: "losses", title: "Single losses that break the draft",
      blocks: [
        .text(
          "A room for a day, or a person for a day, and the repair that costs least, moves from the"
            + " draft counted. The worst first."),
        .table(
          Table(
            "Losses", ["lost", "sessions hit", "repair costs", "how sure", "the repair"], rows)),
      ])
  }

  private static func weight(_ loss: Fragility.Loss, _ study: Study) -> Int {
    switch loss.repair {
    case .found(let outcome): outcome.objective - study.cost
    case .impossible: .max / 2
    case .undecided: .max / 4
    case .notReached: .min / 4
    }
  }
}
