// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import PlanningProblems
import Reports
import Rules

extension Report {
  /// Every place of one session, and what the best dozen would cost the whole programme.
  public init(_ places: SessionPlaces) {
    let study = places.study
    let session = study.scenario.sessions[places.session]
    let row = study.draft.firstRows[session.id]
    var words = "\(study.name(places.session)): the draft "
    words +=
      row.map { $0.status == .placed ? "has it on \(study.words($0))" : "leaves it out" }
      ?? "does not have it"
    words += ". The draft costs \(study.cost)."
    let lead =
      [places.notReached.words, words, study.known.words].compactMap(\.self)
      + Self.bestLines(places) + [Self.barredLine(places), Self.summary(places)].compactMap(\.self)
    self.init(
      title: "Where \(study.name(places.session)) can be: \(study.scenario.meeting.name)",
      sections: [
        Section(id: "verdict", title: "What matters", blocks: [.list(lead)]),
        Self.best(places), Self.every(places),
        Self.reasons(
          places, id: "always", title: "Barred whatever moves",
          caption: "By its own rules, or by sessions that can be nowhere else", state: .bad,
          \.always),
        Self.reasons(
          places, id: "as-they-stand", title: "In the way as the others stand",
          caption: "These could move", state: .open,
          { $0.always.isEmpty ? $0.asTheyStand : [] }),
      ])
  }

  /// The three best other places in a sentence each.
  private static func bestLines(_ places: SessionPlaces) -> [String] {
    let study = places.study
    let lines = places.best.compactMap { option -> String? in
      guard case .found(let outcome) = option.solved else { return nil }
      let others = outcome.changes.count { $0.session != places.session }
      let sure = outcome.isProven ? ", proven least" : ", at least \(outcome.bound)"
      return
        "It can be on \(option.start) in \(study.names(ofRooms: option.rooms)): the programme costs"
        + " \(outcome.objective) then (\(signed(outcome.objective - study.cost))\(sure)), and"
        + (others == 0
          ? " nothing else moves."
          : " \(Count.of(others, "other session")) \(others == 1 ? "moves" : "move").")
    }
    return lines.isEmpty
      ? ["No other place was found for it that keeps the hard rules."] : Array(lines.prefix(3))
  }

  /// Which rules bar it most often, whatever moves.
  private static func barredLine(_ places: SessionPlaces) -> String? {
    let barred = places.options.filter { !$0.always.isEmpty && !$0.isHere }
    if barred.isEmpty { return nil }
    let counts = barred.reduce(into: [HardRule: Int]()) { counts, option in
      for rule in Set(option.always.map(\.rule)) { counts[rule, default: 0] += 1 }
    }
    let most = counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.prefix(3)
    return "What bars it most often, whatever moves: "
      + most.map { "\($0.key.words.mark) (\(Count.of($0.value, "place")))" }.joined(separator: ", ")
      + "."
  }

  private static func summary(_ places: SessionPlaces) -> String {
    let barred = places.options.count { !$0.always.isEmpty && !$0.isHere }
    return
      "Looked at: \(Count.of(places.options.count, "place")), each a day, a start and rooms that are"
      + " alike; \(Count.are(barred)) barred whatever moves; of the others the best \(places.best.count) were solved again as a whole"
      + " programme, with the other sessions free to move at the price of a move."
  }

  private static func best(_ places: SessionPlaces) -> Section {
    let rows = places.best.map { option -> [Cell] in
      let place: [Cell] = [
        .text("\(option.start)"), .text(places.study.names(ofRooms: option.rooms)),
      ]
      switch option.solved {
      case .found(let outcome):
        let others = outcome.changes.filter { $0.session != places.session }
        return place + [
          .number(outcome.objective), .text(signed(outcome.objective - places.study.cost)),
          .number(outcome.moves),
          .text(outcome.isProven ? "proven least" : "at least \(outcome.bound)"),
          .text(others.isEmpty ? "nothing else moves" : places.study.words(others)),
        ]
      case .impossible:
        return place + ["–", "–", "–", "proven", "impossible: no schedule has it there"]
      case .undecided:
        return place + ["–", "–", "–", "not decided", "no schedule found in the granted work"]
      case .notReached, nil: return place + ["–", "–", "–", "not got to", ""]
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
          + " it whatever moves. · where the draft has it. The reasons stand below, in two groups.")
    ]
    for (date, options) in days.sorted(by: { $0.key < $1.key }) {
      let starts = Set(options.map(\.start)).sorted()
      let rows = starts.map { start -> [Cell] in
        [.text(start.clock)]
          + classes.map { rooms in
            options.first { $0.start == start && $0.rooms == rooms }.map { cell($0, places) } ?? ""
          }
      }
      blocks.append(
        .table(Table("\(date)", ["\(date)"] + classes.map(places.study.names(ofRooms:)), rows)))
    }
    return Section(id: "every", title: "Every day, start and class of rooms", blocks: blocks)
  }

  private static func cell(_ option: SessionPlaces.Option, _ places: SessionPlaces) -> Cell {
    if option.isHere { return .state(.plain, "here") }
    if let first = option.always.first { return .state(.bad, first.rule.words.mark) }
    if let first = option.asTheyStand.first { return .state(.open, first.rule.words.mark) }
    return .state(.good, signed(option.costAlone - places.study.cost))
  }

  /// Why, in the referee's words: of what bars it by itself one example a day, rule and rooms.
  private static func reasons(
    _ places: SessionPlaces, id: String, title: String, caption: String, state: State,
    _ causes: (SessionPlaces.Option) -> [Review.Violation]
  ) -> Section {
    var seen: Set<Reason> = []
    var rows: [[Cell]] = []
    for option in places.options where !option.isHere {
      for violation in causes(option) where seen.insert(Reason(violation, option)).inserted {
        rows.append([
          .text("\(option.start)"), .text(places.study.names(ofRooms: option.rooms)),
          .state(state, violation.rule.words.mark), .text(violation.message),
        ])
      }
    }
    return Section(
      id: id, title: title,
      blocks: [
        rows.isEmpty
          ? .text("Nothing.")
          : .table(Table(caption, ["for one", "rooms", "what", "why"], rows))
      ])
  }

  static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }

  /// What makes a reason the same as another: its own rules once a day and class of rooms, those with
  /// other sessions once a start.
  private struct Reason: Hashable {
    let rule: HardRule
    let sessions: [String]
    let people: [String]
    let limit: String?
    let date: CalendarDate?
    let start: WallTime?
    let rooms: [String]

    init(_ violation: Review.Violation, _ option: SessionPlaces.Option) {
      (rule, sessions, people) = (violation.rule, violation.sessions, violation.people)
      limit = violation.limit
      let isOwn = violation.sessions.count == 1
      date = isOwn ? option.start.date : nil
      start = isOwn ? nil : option.start
      rooms = isOwn ? option.rooms : []
    }
  }
}

/// One place for one session, in full.
public struct PlaceAnswer: Sendable {
  let study: Study
  let session: Int
  let start: WallTime
  let trial: Trial
  /// The whole programme with it there; `nil` where it is barred whatever moves.
  let solved: Study.Answer?

  /// - Parameter room: index into `Scenario.rooms`; `nil` for the best room.
  public init(_ study: Study, session: Int, at start: WallTime, room: Int?) {
    self.study = study
    self.session = session
    self.start = start
    let scenario = study.scenario
    let settled = SettledSessions(scenario, PlanningProblem(scenario))
    let rooms = room.map { [$0] } ?? Array(scenario.rooms.indices)
    var best = Trial(study, settled, session, start, rooms.first ?? 0)
    for other in rooms.dropFirst() where !study.cancellation.isCancelled {
      let trial = Trial(study, settled, session, start, other)
      best = Trial.best([best, trial]) ?? best
    }
    trial = best
    guard trial.always.isEmpty else {
      solved = nil
      return
    }
    let option = SessionPlaces.Option(
      start: start, rooms: room == nil ? scenario.rooms.map(\.id) : [trial.room],
      room: trial.room, isHere: false, always: [], asTheyStand: trial.asTheyStand,
      costAlone: trial.cost)
    solved = SessionPlaces.solve(study, session, option)
  }

  /// Whether some schedule has it there.
  public var canBeThere: Bool {
    if case .found = solved { return true }
    return trial.always.isEmpty && trial.asTheyStand.isEmpty && study.isSound
  }

  /// What an interruption left out.
  public var notReached: [ExplainStep] { solved.map { Study.missing([$0]) } ?? [] }
}

extension Report {
  /// One place for one session, in full.
  public init(_ place: PlaceAnswer) {
    let (study, trial) = (place.study, place.trial)
    let id = study.name(place.session)
    var sections = Self.verdict(place, id)
    if let solved = place.solved {
      sections += [Self.costs(study, trial), Self.solved(study, solved, id)]
    }
    self.init(
      title:
        "\(id) on \(place.start) in \(study.names(ofRooms: [trial.room])): \(study.scenario.meeting.name)",
      sections: sections)
  }

  private static func verdict(_ place: PlaceAnswer, _ id: String) -> [Section] {
    let trial = place.trial
    let answer: String
    if !trial.always.isEmpty {
      answer = "\(id) cannot be there, whatever else moves."
    } else if !trial.asTheyStand.isEmpty {
      answer = "As the draft stands \(id) cannot be there; other sessions would have to move."
    } else {
      answer = "\(id) can be there without anything else moving."
    }
    let texts = [place.notReached.words, answer, place.study.known.words].compactMap(\.self)
    return [
      Section(id: "verdict", title: "Can it be there?", blocks: texts.map { .text($0) }),
      causes(id: "always", title: "What holds whatever moves", trial.always),
      causes(
        id: "as-they-stand", title: "What holds as the others stand, and could move",
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

  private static func costs(_ study: Study, _ trial: Trial) -> Section {
    let before = Review(scenario: study.scenario, schedule: study.draft, baseline: study.draft)
    let rows = zip(before.costs, trial.review.costs).compactMap { old, new -> [Cell]? in
      guard old.cost != new.cost else { return nil }
      let (before, after) = (Set(old.causes.map(Units.init)), Set(new.causes.map(Units.init)))
      let added = new.causes.filter { !before.contains(Units($0)) }.map(\.message)
      let gone = old.causes.filter { !after.contains(Units($0)) }.map(\.message)
      let why = added.prefix(4).map { "new: \($0)" } + gone.prefix(4).map { "gone: \($0)" }
      return [
        .text(new.rule.words.title), .number(old.cost), .number(new.cost),
        .text(signed(new.cost - old.cost)), .text(why.joined(separator: " ")),
      ]
    }
    return Section(
      id: "costs", title: "If it moves there alone",
      blocks: [
        .text(
          "The programme would cost \(trial.cost), the draft costs \(study.cost)"
            + (trial.asTheyStand.isEmpty ? "." : "; but it would break the hard rules above.")),
        .table(Table("What changes by rule", ["rule", "draft", "then", "change", "why"], rows)),
      ])
  }

  /// What a cause is about: it is the same cause where only the words differ.
  private struct Units: Hashable {
    let sessions: [String]
    let people: [String]
    let units: Int

    init(_ cause: Review.Cause) {
      (sessions, people, units) = (cause.sessions, cause.people, cause.units)
    }
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
        .list(outcome.changes.map(study.words)),
      ]
    case .impossible: blocks = [.text("Proven: no schedule has it there.")]
    case .undecided:
      blocks = [.text("Not decided: no schedule with it there was found in the granted work.")]
    case .notReached:
      blocks = [.text("Not got to: the whole programme solved again with it there.")]
    }
    return Section(id: "solved", title: "With the others free to move", blocks: blocks)
  }
}
