// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Reports
import Rules

extension Report {
  /// One place for one session, in full.
  public init(_ place: PlaceAnswer) {
    let (analysis, trial) = (place.analysis, place.trial)
    let id = analysis.name(place.session)
    var sections = Self.verdict(place, id)
    if let solved = place.solved {
      sections += [Self.costs(place), Self.solved(analysis, solved, id)]
    }
    self.init(
      title:
        "\(id) on \(place.start) in \(analysis.names(ofRooms: [trial.room])): \(analysis.scenario.meeting.name)",
      sections: sections)
  }

  private static func verdict(_ place: PlaceAnswer, _ id: String) -> [Section] {
    let trial = place.trial
    let answer: String
    if !trial.always.isEmpty {
      answer = "\(id) cannot be there, whatever else moves."
    } else if !trial.asTheyStand.isEmpty {
      answer = "As the draft stands, \(id) cannot be there; other sessions would have to move."
    } else {
      answer = "\(id) can be there without anything else moving."
    }
    let texts = [place.notReached.words, answer, place.analysis.known.words].compactMap(\.self)
    return [
      Section(id: "verdict", title: "Can it be there?", blocks: texts.map { .text($0) }),
      causes(id: "always", title: "What holds whatever moves", trial.always),
      causes(
        id: "as-they-stand", title: "What holds while the others stay, and could change",
        trial.asTheyStand),
    ].compactMap(\.self)
  }

  private static func causes(
    id: String, title: String, _ broken: [Review.Violation]
  ) -> Section? {
    broken.isEmpty
      ? nil
      : Section(
        id: id, title: title,
        blocks: [.list(broken.map { "\($0.rule.words.mark) (\($0.rule.rawValue)): \($0.message)" })]
      )
  }

  private static func costs(_ place: PlaceAnswer) -> Section {
    let (analysis, trial) = (place.analysis, place.trial)
    let before = Review(
      scenario: analysis.scenario, schedule: analysis.draft, baseline: analysis.draft)
    let after = Review(
      scenario: analysis.scenario, schedule: place.scheduleAlone, baseline: analysis.draft)
    let rows = zip(before.costs, after.costs).compactMap { old, new -> [Cell]? in
      guard old.cost != new.cost else { return nil }
      let (before, after) = (Set(old.causes.map(Matter.init)), Set(new.causes.map(Matter.init)))
      let added = new.causes.filter { !before.contains(Matter($0)) }.map(\.message)
      let gone = old.causes.filter { !after.contains(Matter($0)) }.map(\.message)
      let why = added.prefix(4).map { "new: \($0)" } + gone.prefix(4).map { "gone: \($0)" }
      return [
        .text(new.rule.words.title), .number(old.cost), .number(new.cost),
        .text((new.cost - old.cost).signed), .text(why.joined(separator: " ")),
      ]
    }
    return Section(
      id: "costs", title: "If it moves there alone",
      blocks: [
        .text(
          "The programme would cost \(trial.cost), the draft costs \(analysis.cost)"
            + (trial.asTheyStand.isEmpty ? "." : "; but it would break the hard rules above.")),
        .table(Table("What changes by rule", ["rule", "draft", "then", "change", "why"], rows)),
      ])
  }

  /// What a cause is about: it is the same cause even if one of its sessions is elsewhere.
  private struct Matter: Hashable {
    let sessions: [String]
    let people: [String]
    let limit: String?
    let link: Int?
    let wish: Int?
    let units: Int

    init(_ cause: Review.Cause) {
      (sessions, people, units) = (cause.sessions, cause.people, cause.units)
      (limit, link, wish) = (cause.limit, cause.link, cause.wish)
    }
  }

  private static func solved(
    _ analysis: DraftAnalysis, _ answer: DraftAnalysis.Answer, _ id: String
  ) -> Section {
    var blocks: [Block]
    switch answer {
    case .found(let outcome):
      let sure =
        outcome.isProven
        ? "Proven: with \(id) there no schedule costs less."
        : "With \(id) there no schedule costs less than \(outcome.bound)."
      blocks = [
        .text(
          "The whole programme solved again costs \(outcome.objective), of it \(outcome.moves) for"
            + " moves; the draft costs \(analysis.cost). \(sure)"),
        .list(outcome.changes.map(analysis.words)),
      ]
    case .impossible: blocks = [.text("Proven: no schedule has it there.")]
    case .undecided:
      blocks = [.text("Not decided: no schedule with it there was found within the work allowed.")]
    case .notReached:
      blocks = [.text("Not reached: the whole programme solved again with it there.")]
    }
    return Section(id: "solved", title: "With the others free to move", blocks: blocks)
  }
}
