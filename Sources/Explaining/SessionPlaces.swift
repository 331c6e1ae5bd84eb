// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import PlanningProblems
import Pricing
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

  /// - Complexity: one reading of the draft with the session taken up, and a search for each of the
  ///   best dozen.
  public init(_ analysis: DraftAnalysis, session: Int) {
    self.session = session
    self.analysis = analysis
    var (options, missing) = Self.options(analysis, session)
    let open = options.indices.filter { options[$0].always.isEmpty && !options[$0].isHere }
      .sorted { Self.rank(options[$0], $0) < Self.rank(options[$1], $1) }
      .prefix(Self.dozen)
    let questions = open.map { options[$0] }
    let problem = Self.problem(analysis)
    let answers = analysis.solvingAll(
      questions, named: { "\($0.start) in \(analysis.names(ofRooms: $0.rooms))" },
      answer: { Self.solve(analysis, problem, session, $0, telling: $1) })
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

  /// What is asked of every place: the draft's tables, moves counted.
  static func problem(_ analysis: DraftAnalysis) -> PlanningProblem {
    PlanningProblem(analysis.scenario, baseline: analysis.draft)
  }

  /// The whole programme with the session in a class of rooms at a start.
  static func solve(
    _ analysis: DraftAnalysis, _ problem: PlanningProblem, _ session: Int, _ option: Option,
    telling tell: @escaping DraftAnalysis.News = { _ in }
  ) -> DraftAnalysis.Answer {
    let rooms = Set(option.rooms)
    let least = analysis.floor + ownMove(analysis, session, option.start, rooms)
    let there = problem.choosing([
      session: {
        $0.start == option.start.minutes && rooms.contains(analysis.scenario.rooms[$0.room].id)
      }
    ])
    return analysis.moved(session, in: there, least: least, telling: tell)
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
    let classes = problem.roomClasses
    let possible = problem.namedPlaces(of: session)
    let starts = PricedProgramme.starts(of: session, in: scenario)
    let trials = Trials(analysis, problem, session: session, at: starts)
    let stand = analysis.draft.firstRows[scenario.sessions[session].id]
    let look = { @Sendable (number: Int) -> [Option]? in
      if analysis.cancellation.isCancelled { return nil }
      let start = starts[number]
      var options: [Option] = []
      for members in classes {
        // If its own rules bar it, any room of the class serves to give the reasons.
        let open = members.filter {
          possible[NamedPlace(start: start.minutes, room: $0)] != nil
        }
        let tried = (open.isEmpty ? Array(members.prefix(1)) : open).map {
          trials.trial(at: number, room: $0)
        }
        let ids = members.map { scenario.rooms[$0].id }
        if let best = Trial.best(tried) {
          options.append(Self.option(best, start, ids, stand))
        }
      }
      return options
    }
    let byStart = DraftAnalysis.all(
      Array(starts.indices), telling: analysis.tell, as: { .places(seen: $0, of: $1) }, look)
    let seen = byStart.compactMap(\.self)
    return (
      seen.flatMap(\.self),
      seen.count == starts.count ? [] : [.places(seen: seen.count, of: starts.count)]
    )
  }

  private static func option(
    _ trial: Trial, _ start: WallTime, _ rooms: [String], _ stand: Schedule.Row?
  ) -> Option {
    Option(
      start: start, rooms: rooms, room: trial.room,
      isHere: stand?.start == start && rooms.contains(stand?.room ?? ""), always: trial.always,
      asTheyStand: trial.asTheyStand, costAlone: trial.cost)
  }
}
