// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import PlanningProblems
import Reports
import Rules
import Texts

extension Report {
  /// Every place of one session, and what the best dozen would cost the whole programme.
  public init(_ places: SessionPlaces) {
    let analysis = places.analysis
    let session = analysis.scenario.sessions[places.session]
    let row = analysis.draft.firstRows[session.id]
    var words = "\(analysis.name(places.session)): the draft "
    words +=
      row.map { $0.status == .placed ? "has it on \(analysis.words($0))" : "leaves it out" }
      ?? "does not have it"
    words += ". The draft costs \(analysis.cost)."
    let lead =
      [places.notReached.words, words, analysis.known.words].compactMap(\.self)
      + Self.bestLines(places) + [Self.barredLine(places), Self.summary(places)].compactMap(\.self)
    self.init(
      title: "Where \(analysis.name(places.session)) can be: \(analysis.scenario.meeting.name)",
      sections: [
        Section(id: "verdict", title: "What matters", blocks: [.list(lead)]),
        Self.best(places), Self.every(places),
        Self.reasons(
          places, id: "always", title: "Barred whatever moves",
          caption: "By its own rules, or by sessions that can be nowhere else", state: .bad,
          \.always),
        Self.reasons(
          places, id: "as-they-stand", title: "In the way while the others stay",
          caption: "These could move", state: .open,
          { $0.always.isEmpty ? $0.asTheyStand : [] }),
      ])
  }

  /// The three best other places in a sentence each.
  private static func bestLines(_ places: SessionPlaces) -> [String] {
    let analysis = places.analysis
    let lines = places.best.compactMap { option -> String? in
      guard case .found(let outcome) = option.solved else { return nil }
      let others = outcome.changes.count { $0.session != places.session }
      let sure = outcome.isProven ? ", proven least" : ", at least \(outcome.bound)"
      return
        "It can be on \(option.start) in \(analysis.names(ofRooms: option.rooms)): the programme costs"
        + " \(outcome.objective) then (\((outcome.objective - analysis.cost).signed)\(sure)), and"
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
        .text("\(option.start)"), .text(places.analysis.names(ofRooms: option.rooms)),
      ]
      switch option.solved {
      case .found(let outcome):
        let others = outcome.changes.filter { $0.session != places.session }
        return place + [
          .number(outcome.objective), .text((outcome.objective - places.analysis.cost).signed),
          .number(outcome.moves),
          .text(outcome.isProven ? "proven least" : "at least \(outcome.bound)"),
          .text(others.isEmpty ? "nothing else moves" : places.analysis.words(others)),
        ]
      case .impossible:
        return place + ["–", "–", "–", "proven", "impossible: no schedule has it there"]
      case .undecided:
        return place + ["–", "–", "–", "not decided", "no schedule found within the work allowed"]
      case .notReached, nil: return place + ["–", "–", "–", "not reached", ""]
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
        "✓ possible: how much more the programme costs if nothing else moves (the best places above"
          + " are solved again and may cost less). ? others would have to move. ✗ the rule that bars"
          + " it whatever moves. · where the draft has it. The reasons are below, in two groups.")
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
        .table(Table("\(date)", ["\(date)"] + classes.map(places.analysis.names(ofRooms:)), rows)))
    }
    return Section(id: "every", title: "Every day, start and class of rooms", blocks: blocks)
  }

  private static func cell(_ option: SessionPlaces.Option, _ places: SessionPlaces) -> Cell {
    if option.isHere { return .state(.plain, "here") }
    if let first = option.always.first { return .state(.bad, first.rule.words.mark) }
    if let first = option.asTheyStand.first { return .state(.open, first.rule.words.mark) }
    return .state(.good, (option.costAlone - places.analysis.cost).signed)
  }

  /// Why, in the referee's words: of what bars it by itself, one example for each day, rule and set
  /// of rooms.
  private static func reasons(
    _ places: SessionPlaces, id: String, title: String, caption: String, state: State,
    _ causes: (SessionPlaces.Option) -> [Review.Violation]
  ) -> Section {
    var seen: Set<Reason> = []
    var rows: [[Cell]] = []
    for option in places.options where !option.isHere {
      for violation in causes(option) where seen.insert(Reason(violation, option)).inserted {
        rows.append([
          .text("\(option.start)"), .text(places.analysis.names(ofRooms: option.rooms)),
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

  /// What makes two reasons the same: its own rules count once for each day and class of rooms,
  /// those with other sessions once for each start.
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
