// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import Planning
import Rules

/// Every day, start and class of rooms for one session: what it breaks there, or what it costs.
public struct SessionPlaces: Sendable {
  public struct Option: Sendable {
    public let start: WallTime
    /// Ids of the rooms of the class.
    public let rooms: [String]
    /// The room of the class where it stands best if nothing else moves.
    public let room: String
    /// Is it where the draft has it?
    public let isHere: Bool
    /// Hard rules that it breaks there whatever else moves.
    public let breaksAlone: [Review.Violation]
    /// Hard rules that it breaks with sessions as they stand.
    public let breaksOthers: [Review.Violation]
    /// What the programme costs if it alone moves there, hard rules aside.
    public let costAlone: Int
    /// The whole programme solved again with it there; only for the best dozen.
    public var solved: Study.Answer?
  }

  public let session: Int
  public let options: [Option]
  /// Options that can be had, by what is known of them, the cheapest first.
  public let best: [Option]
  let study: Study

  /// So many are solved again.
  public static let dozen = 12

  public init(_ study: Study, session: Int) {
    self.session = session
    self.study = study
    var options = Self.options(study, session)
    let open = options.indices.filter { options[$0].breaksAlone.isEmpty && !options[$0].isHere }
      .sorted { Self.rank(options[$0], $0) < Self.rank(options[$1], $1) }
      .prefix(Self.dozen)
    let questions = open.map { options[$0] }
    let answers = Study.all(questions) { Self.solve(study, session, $0) }
    for (index, answer) in zip(open, answers) { options[index].solved = answer }
    self.options = options
    best = open.map { options[$0] }.sorted { Self.known($0) < Self.known($1) }
  }

  private static func rank(_ option: Option, _ index: Int) -> (Int, Int, Int) {
    (option.breaksOthers.count, option.costAlone, index)
  }

  private static func known(_ option: Option) -> Int {
    if case .found(let outcome) = option.solved { return outcome.objective }
    return .max
  }

  /// The whole programme with the session in a class of rooms at a start.
  static func solve(_ study: Study, _ session: Int, _ option: Option) -> Study.Answer {
    let rooms = Set(option.rooms)
    return study.resolved(study.scenario) { problem in
      problem.choosing([
        session: {
          $0.start == option.start.minutes && rooms.contains(study.scenario.rooms[$0.room].id)
        }
      ])
    }
  }

  private static func options(_ study: Study, _ session: Int) -> [Option] {
    let scenario = study.scenario
    let row = study.draft.firstRows[scenario.sessions[session].id]
    let problem = PlanningProblem(scenario)
    let classes = problem.roomClasses
    let possible = problem.namedPlaces(of: session)
    let byStart = Study.all(starts(scenario, session)) { start -> [Option] in
      classes.compactMap { members in
        // Where its own rules bar it one room of the class is as good as another for the reasons.
        let open = members.filter {
          possible[NamedPlace(start: start.minutes, room: $0)] != nil
        }
        let tried = (open.isEmpty ? Array(members.prefix(1)) : open).map {
          Trial(study, session, start, $0)
        }
        let best = tried.min {
          ($0.alone.count, $0.others.count, $0.cost) < ($1.alone.count, $1.others.count, $1.cost)
        }
        guard let best else { return nil }
        let ids = members.map { scenario.rooms[$0].id }
        return Option(
          start: start, rooms: ids, room: best.room,
          isHere: row?.start == start && ids.contains(row?.room ?? ""),
          breaksAlone: best.alone, breaksOthers: best.others, costAlone: best.cost)
      }
    }
    return byStart.flatMap(\.self)
  }

  /// The starts of each day that a session of this kind may have: the day's own, else every grid
  /// time inside its open hours.
  static func starts(_ scenario: Scenario, _ session: Int) -> [WallTime] {
    let meeting = scenario.meeting
    let row = scenario.sessions[session]
    return meeting.days.flatMap { day -> [WallTime] in
      var minutes = Set(day.starts ?? [])
      if day.starts == nil {
        for open in day.open {
          let first = (open.lowerBound + meeting.gridMinutes - 1) / meeting.gridMinutes
          minutes.formUnion(
            stride(
              from: first * meeting.gridMinutes,
              through: open.upperBound - min(row.minutes, open.count), by: meeting.gridMinutes))
        }
      }
      if let pin = row.pin.start { minutes.insert(pin) }
      return minutes.sorted().map { WallTime(day.date, minuteOfDay: $0) }
    }
  }
}

/// The draft with one session put somewhere else and nothing moved, as the referee sees it.
struct Trial {
  let room: String
  /// Violations of the session by itself: no other move mends them.
  let alone: [Review.Violation]
  /// Violations that come with the place.
  let others: [Review.Violation]
  let cost: Int
  let review: Review

  init(_ study: Study, _ session: Int, _ start: WallTime, _ room: Int) {
    let scenario = study.scenario
    let id = scenario.sessions[session].id
    self.room = scenario.rooms[room].id
    var rows = study.draft.rows.filter { $0.session != id }
    rows.append(.placed(id, start, self.room))
    review = Review(scenario: scenario, schedule: Schedule(rows: rows), baseline: study.draft)
    alone = review.violations.filter { $0.sessions == [id] }
    others = review.violations.filter { $0.sessions.contains(id) && $0.sessions != [id] }
    cost = review.objective
  }
}
