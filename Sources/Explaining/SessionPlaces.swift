// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import PlanningProblems
import Rules

/// Every day, start and class of rooms for one session: what it breaks there, or what it costs.
public struct SessionPlaces: Sendable {
  /// A start with rooms that are alike.
  public struct Option: Sendable {
    /// When the session would begin.
    public let start: WallTime
    /// Ids of the rooms of the class.
    public let rooms: [String]
    /// The room of the class that is best for it if nothing else moves.
    public let room: String
    /// Is it where the draft has it?
    public let isHere: Bool
    /// Hard rules that it breaks there whatever moves: its own, and those that tie it to sessions
    /// which can be nowhere else.
    public let always: [Review.Violation]
    /// Hard rules that it breaks because of where other sessions are; those could move.
    public let asTheyStand: [Review.Violation]
    /// What the programme costs if it alone moves there, hard rules aside.
    public let costAlone: Int
    /// The whole programme solved again with it there; only for the best dozen.
    public var solved: DraftAnalysis.Answer?
  }

  /// Index into `Scenario.sessions`.
  public let session: Int
  /// By start, then by class of rooms.
  public let options: [Option]
  /// Options that are possible as far as is known, the cheapest first.
  public let best: [Option]
  /// What an interruption left out.
  public let notReached: [ExplainStep]
  let analysis: DraftAnalysis

  /// How many are solved again.
  public static let dozen = 12

  /// - Complexity: a review for each start and room, and a search for each of the best dozen.
  public init(_ analysis: DraftAnalysis, session: Int) {
    self.session = session
    self.analysis = analysis
    var (options, missing) = Self.options(analysis, session)
    let open = options.indices.filter { options[$0].always.isEmpty && !options[$0].isHere }
      .sorted { Self.rank(options[$0], $0) < Self.rank(options[$1], $1) }
      .prefix(Self.dozen)
    let questions = open.map { options[$0] }
    let answers = analysis.solvingAll(questions) { Self.solve(analysis, session, $0) }
    for (index, answer) in zip(open, answers) { options[index].solved = answer }
    missing += DraftAnalysis.missing(answers)
    self.options = options
    best = open.map { options[$0] }.sorted { Self.known($0) < Self.known($1) }
    notReached = missing
  }

  private static func rank(_ option: Option, _ index: Int) -> (Int, Int, Int) {
    (option.asTheyStand.count, option.costAlone, index)
  }

  private static func known(_ option: Option) -> Int {
    if case .found(let outcome) = option.solved { return outcome.objective }
    return .max
  }

  /// The whole programme with the session in a class of rooms at a start.
  static func solve(_ analysis: DraftAnalysis, _ session: Int, _ option: Option)
    -> DraftAnalysis.Answer
  {
    let rooms = Set(option.rooms)
    let least = analysis.floor + ownMove(analysis, session, option.start, rooms)
    return analysis.resolved(analysis.scenario, least: least) { problem in
      problem.choosing([
        session: {
          $0.start == option.start.minutes && rooms.contains(analysis.scenario.rooms[$0.room].id)
        }
      ])
    }
  }

  /// The least that its own move costs; placing one that the draft leaves out costs nothing.
  private static func ownMove(
    _ analysis: DraftAnalysis, _ session: Int, _ start: WallTime, _ rooms: Set<String>
  ) -> Int {
    guard let row = analysis.draft.firstRows[analysis.scenario.sessions[session].id],
      row.status == .placed, let stood = row.start, let room = row.room
    else { return 0 }
    if stood != start { return analysis.timeMove }
    return rooms.contains(room) ? 0 : analysis.roomMove
  }

  private static func options(_ analysis: DraftAnalysis, _ session: Int) -> (
    [Option], [ExplainStep]
  ) {
    let scenario = analysis.scenario
    let problem = PlanningProblem(scenario)
    let settled = SettledSessions(scenario, problem)
    let classes = problem.roomClasses
    let possible = problem.namedPlaces(of: session)
    let starts = starts(scenario, session)
    let look = { @Sendable (start: WallTime) -> [Option]? in
      var options: [Option] = []
      for members in classes {
        // If its own rules bar it, any room of the class serves to give the reasons.
        let open = members.filter {
          possible[NamedPlace(start: start.minutes, room: $0)] != nil
        }
        var tried: [Trial] = []
        for room in open.isEmpty ? Array(members.prefix(1)) : open {
          if analysis.cancellation.isCancelled { return nil }
          tried.append(Trial(analysis, settled, session, start, room))
        }
        let ids = members.map { scenario.rooms[$0].id }
        if let best = Trial.best(tried) {
          options.append(Self.option(analysis, session, best, start, ids))
        }
      }
      return options
    }
    let byStart = DraftAnalysis.all(
      starts, telling: analysis.tell, as: { .places(seen: $0, of: $1) }, look)
    let seen = byStart.compactMap(\.self)
    return (
      seen.flatMap(\.self),
      seen.count == starts.count ? [] : [.places(seen: seen.count, of: starts.count)]
    )
  }

  private static func option(
    _ analysis: DraftAnalysis, _ session: Int, _ trial: Trial, _ start: WallTime, _ rooms: [String]
  ) -> Option {
    let row = analysis.draft.firstRows[analysis.scenario.sessions[session].id]
    return Option(
      start: start, rooms: rooms, room: trial.room,
      isHere: row?.start == start && rooms.contains(row?.room ?? ""), always: trial.always,
      asTheyStand: trial.asTheyStand, costAlone: trial.cost)
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
        .filter(meeting.zone.shows)
    }
  }
}

/// The draft with one session put somewhere else and nothing moved, as the referee sees it.
struct Trial {
  let room: String
  /// Violations that no move of others mends.
  let always: [Review.Violation]
  /// Violations that come from where others are.
  let asTheyStand: [Review.Violation]
  let cost: Int
  let review: Review

  init(
    _ analysis: DraftAnalysis, _ settled: SettledSessions, _ session: Int, _ start: WallTime,
    _ room: Int
  ) {
    let scenario = analysis.scenario
    let id = scenario.sessions[session].id
    self.room = scenario.rooms[room].id
    var rows = analysis.draft.rows.filter { $0.session != id }
    rows.append(.placed(id, start, self.room))
    review = Review(scenario: scenario, schedule: Schedule(rows: rows), baseline: analysis.draft)
    let stand = analysis.draft.firstRows
    let own = review.violations.filter { $0.sessions.contains(id) }
    always = own.filter { $0.sessions == [id] || settled.keeps($0, of: id, in: stand) }
    asTheyStand = own.filter { $0.sessions != [id] && !settled.keeps($0, of: id, in: stand) }
    cost = review.objective
  }

  /// The one that breaks least, and costs least.
  static func best(_ trials: [Trial]) -> Trial? {
    trials.min { $0.rank < $1.rank }
  }

  private var rank: (Int, Int, Int) { (always.count, asTheyStand.count, cost) }
}
