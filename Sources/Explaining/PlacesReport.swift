// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Reports
import Rules

extension Report {
  /// Every place of one session, and what the best dozen would cost the whole programme.
  public init(_ places: SessionPlaces) {
    let study = places.study
    let session = study.scenario.sessions[places.session]
    let row = study.draft.firstRows[session.id]
    var words = "\(session.id), \(session.title): the draft "
    words +=
      row.map { $0.status == .placed ? "has it on \(Study.words($0))" : "leaves it out" }
      ?? "does not have it"
    words += ". The draft costs \(study.cost)."
    self.init(
      title: "Where \(session.id) can be: \(study.scenario.meeting.name)",
      sections: [
        Section(id: "verdict", title: "Now", blocks: [.text(words), .text(Self.summary(places))]),
        Self.best(places), Self.every(places),
      ])
  }

  private static func summary(_ places: SessionPlaces) -> String {
    let barred = places.options.count { !$0.breaksAlone.isEmpty }
    return
      "\(places.options.count) days, starts and classes of rooms: \(barred) break a hard rule of the"
      + " session itself; of the others the best \(places.best.count) were solved again as a whole"
      + " programme, with the other sessions free to move at the price of a move."
  }

  private static func best(_ places: SessionPlaces) -> Section {
    let rows = places.best.map { option -> [Cell] in
      let place: [Cell] = [.text("\(option.start)"), .text(names(option.rooms))]
      switch option.solved {
      case .found(let outcome):
        let others = outcome.changes.filter { !$0.hasPrefix(places.sessionID + ":") }
        return place + [
          .number(outcome.objective), .text(signed(outcome.objective - places.study.cost)),
          .number(outcome.moves),
          .text(outcome.isProven ? "proven least" : "at least \(outcome.bound)"),
          .text(others.isEmpty ? "nothing else moves" : others.joined(separator: "; ")),
        ]
      case .impossible:
        return place + ["–", "–", "–", "proven", "impossible: no schedule has it there"]
      case .undecided, nil:
        return place + ["–", "–", "–", "not decided", "no schedule found in the granted work"]
      }
    }
    return Section(
      id: "best", title: "The best places, the whole programme solved again",
      blocks: [
        rows.isEmpty
          ? .text("There is no other place for it.")
          : .table(
            Table(
              "What the whole programme would cost",
              ["start", "rooms", "cost", "change", "of it moves", "how sure", "what else moves"],
              rows))
      ])
  }

  /// One table a day: a row for each start, a column for each class of rooms.
  private static func every(_ places: SessionPlaces) -> Section {
    var classes: [[String]] = []
    for option in places.options where !classes.contains(option.rooms) {
      classes.append(option.rooms)
    }
    let days = Dictionary(grouping: places.options, by: \.start.date)
    var blocks: [Block] = [
      .text(
        "✓ can be had: what the programme costs more if nothing else moves (the best places above"
          + " are solved again and may cost less). ? others would have to move. ✗ the rule that bars"
          + " it whatever moves. · where the draft has it.")
    ]
    for (date, options) in days.sorted(by: { $0.key < $1.key }) {
      let starts = Set(options.map(\.start)).sorted()
      let rows = starts.map { start -> [Cell] in
        [.text(start.clock)]
          + classes.map { rooms in
            options.first { $0.start == start && $0.rooms == rooms }.map { cell($0, places) } ?? ""
          }
      }
      blocks.append(.table(Table("\(date)", ["\(date)"] + classes.map(names), rows)))
    }
    blocks.append(.table(reasons(places)))
    return Section(id: "every", title: "Every day, start and class of rooms", blocks: blocks)
  }

  private static func cell(_ option: SessionPlaces.Option, _ places: SessionPlaces) -> Cell {
    if option.isHere { return .state(.plain, "here") }
    if let first = option.breaksAlone.first { return .state(.bad, first.rule.rawValue) }
    if let first = option.breaksOthers.first { return .state(.open, first.rule.rawValue) }
    return .state(.good, signed(option.costAlone - places.study.cost))
  }

  /// Why, in the referee's words: for what bars it by itself one example a day, rule and rooms.
  private static func reasons(_ places: SessionPlaces) -> Table {
    var seen: Set<String> = []
    var rows: [[Cell]] = []
    for option in places.options where !option.isHere {
      for violation in option.breaksAlone {
        let key = "\(option.start.date) \(violation.rule.rawValue) \(option.rooms)"
        guard seen.insert(key).inserted else { continue }
        rows.append([
          .text("\(option.start)"), .text(names(option.rooms)),
          .state(.bad, violation.rule.rawValue), .text(violation.message),
        ])
      }
      guard option.breaksAlone.isEmpty else { continue }
      for violation in option.breaksOthers where seen.insert(violation.message).inserted {
        rows.append([
          .text("\(option.start)"), .text(names(option.rooms)),
          .state(.open, violation.rule.rawValue), .text(violation.message),
        ])
      }
    }
    return Table("Why", ["for one", "rooms", "rule", "why"], rows)
  }

  static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }

  private static func names(_ rooms: [String]) -> String { rooms.joined(separator: " ") }
}

extension SessionPlaces {
  var sessionID: String { study.scenario.sessions[session].id }
}

/// One place for one session, in full.
public struct PlaceAnswer: Sendable {
  let study: Study
  let session: Int
  let start: WallTime
  let trial: Trial
  /// The whole programme with it there; `nil` where its own rules bar it.
  let solved: Study.Answer?

  /// - Parameter room: index into `Scenario.rooms`; `nil` for the best room.
  public init(_ study: Study, session: Int, at start: WallTime, room: Int?) {
    self.study = study
    self.session = session
    self.start = start
    let scenario = study.scenario
    let rooms = room.map { [$0] } ?? Array(scenario.rooms.indices)
    let trials = rooms.map { Trial(study, session, start, $0) }.sorted {
      ($0.alone.count, $0.others.count, $0.cost) < ($1.alone.count, $1.others.count, $1.cost)
    }
    trial = trials[0]
    guard trial.alone.isEmpty else {
      solved = nil
      return
    }
    let option = SessionPlaces.Option(
      start: start, rooms: room == nil ? scenario.rooms.map(\.id) : [trial.room],
      room: trial.room, isHere: false, breaksAlone: [], breaksOthers: trial.others,
      costAlone: trial.cost)
    solved = SessionPlaces.solve(study, session, option)
  }

  /// Whether some schedule has it there.
  public var canBeThere: Bool {
    if case .found = solved { return true }
    return trial.alone.isEmpty && trial.others.isEmpty
  }
}

extension Report {
  /// One place for one session, in full.
  public init(_ place: PlaceAnswer) {
    let (study, trial) = (place.study, place.trial)
    let id = study.scenario.sessions[place.session].id
    var sections = [Self.verdict(study, trial, id)]
    if let solved = place.solved {
      sections += [Self.costs(study, trial), Self.solved(study, solved, id)]
    }
    self.init(
      title: "\(id) on \(place.start) in \(trial.room): \(study.scenario.meeting.name)",
      sections: sections)
  }

  private static func verdict(
    _ study: Study, _ trial: Trial, _ id: String
  ) -> Section {
    var blocks: [Block] = []
    if !trial.alone.isEmpty {
      blocks.append(.text("\(id) cannot be there, whatever else moves:"))
    } else if !trial.others.isEmpty {
      blocks.append(
        .text("As the draft stands \(id) cannot be there; other sessions would have to move:"))
    } else {
      blocks.append(.text("\(id) can be there without anything else moving."))
    }
    let broken = trial.alone + trial.others
    if !broken.isEmpty {
      blocks.append(.list(broken.map { "\($0.rule.rawValue): \($0.message)" }))
    }
    return Section(id: "verdict", title: "Can it be there?", blocks: blocks)
  }

  private static func costs(_ study: Study, _ trial: Trial) -> Section {
    let before = Review(scenario: study.scenario, schedule: study.draft, baseline: study.draft)
    let rows = zip(before.costs, trial.review.costs).compactMap { old, new -> [Cell]? in
      guard old.cost != new.cost else { return nil }
      let known = Set(old.causes.map(\.message))
      let added = new.causes.filter { !known.contains($0.message) }.map(\.message)
      let fresh = Set(new.causes.map(\.message))
      let gone = old.causes.filter { !fresh.contains($0.message) }.map(\.message)
      let why = added.prefix(4).map { "new: \($0)" } + gone.prefix(4).map { "gone: \($0)" }
      return [
        .text(new.rule.rawValue), .number(old.cost), .number(new.cost),
        .text(signed(new.cost - old.cost)), .text(why.joined(separator: " ")),
      ]
    }
    return Section(
      id: "costs", title: "If it moves there alone",
      blocks: [
        .text(
          "The programme would cost \(trial.cost), the draft costs \(study.cost)"
            + (trial.others.isEmpty ? "." : "; but it would break the hard rules above.")),
        .table(Table("What changes by rule", ["rule", "draft", "then", "change", "why"], rows)),
      ])
  }

  private static func solved(_ study: Study, _ answer: Study.Answer, _ id: String) -> Section {
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
            + " moves; the draft costs \(study.cost). \(sure)"),
        .list(outcome.changes),
      ]
    case .impossible: blocks = [.text("Proven: no schedule has it there.")]
    case .undecided:
      blocks = [.text("Not decided: no schedule with it there was found in the granted work.")]
    }
    return Section(id: "solved", title: "With the others free to move", blocks: blocks)
  }
}
