// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import PlanningProblems

/// `programme draft SCENARIO`: the main job.
enum DraftCommand: Command {
  /// How steps of the search are reported.
  enum Progress: String, CaseIterable, Sendable { case text, json }

  /// What the buttons of a board ask of a draft: moves cost nothing, and what is pinned stays.
  enum Asked: String, CaseIterable, Sendable {
    /// A cheaper schedule, beginning from it.
    case improve
    /// The best one, whatever stands now.
    case replan
  }

  struct Options: CommandOptions {
    var scenario = ""
    var out: String?
    var seconds: Double?
    var work: Int?
    /// A fraction.
    var gap = 0.0
    var progress: Progress?
    var seed = 1
    var baseline: String?
    var board: String?
    var asks: Asked?
    var maxMoves: Int?
    var asksFewestMoves = false
    var keeping: [KeepWish] = []
    var allowsUnplaced = false
    var whatIf: String?
    var drafts: String?
    var isForced = false
    var isJSON = false

    var effort: Planner.Effort {
      Planner.Effort(seed: UInt64(seed), seconds: seconds, gap: gap, work: work)
    }

    /// Options that restrict the draft beyond what the tables ask.
    var ties: [String] {
      let given = [
        ("max-moves", maxMoves != nil), ("fewest-moves", asksFewestMoves),
        ("keep", !keeping.isEmpty),
      ]
      return given.filter(\.1).map(\.0)
    }
  }

  static let declaration = Declaration<Options>(
    name: "draft", summary: "places every session, proves how good the draft is, and writes it",
    arguments: [.needed("SCENARIO", \.scenario)],
    options: [
      .place("out", "DIR", \.out, "where to write", usual: "Output/<scenario id>"),
      .seconds(
        "time", \.seconds,
        "end by the clock; without it the search counts its work and is reproducible"),
      .work(\.work, "end after so many units of work: simplex iterations, or thousands of moves"),
      .gap(\.gap, "end when the gap is proven to be no larger"),
      .choice(
        "progress", \.progress, "text, or json: a line for each step on standard error",
        form: "FORM"),
      .seed(\.seed, "another seed, perhaps another equally good draft"),
      .baseline(\.baseline),
      .fromBoard(
        \.board, "start from this draft of the board: as --baseline, its pinned sessions kept"),
      .choice(
        "ask", \.asks,
        "as the board's buttons, of --from-board: a cheaper schedule from it, or the best around its pins"
      ),
      .maxMoves(\.maxMoves),
      .flag(
        "fewest-moves", \.asksFewestMoves,
        "first find how few sessions of the baseline must change, then the best such draft"),
      .values(
        "keep", "KEY=VALUE", \.keeping,
        "sessions of the baseline not to be moved: day=, kind=, session=, room=, activity=, theme="
      ) { text throws(UsageFault) in try KeepWish(text) },
      .flag(
        "allow-unplaced", \.allowsUnplaced,
        "if not every must session can be placed, leave out as few as possible, the lowest priority first"
      ),
      .whatIf(\.whatIf), .drafts(\.drafts),
      .force(\.isForced, "replace files that were edited since their draft"), .json(\.isJSON),
    ],
    quarrels: quarrels)

  private static func quarrels(_ options: Options) -> [UsageFault] {
    var faults: [OptionQuarrel] = []
    if options.baseline != nil && options.board != nil {
      faults.append(.besideBoard("--baseline"))
    }
    if options.baseline == nil && options.board == nil {
      faults += options.ties.map { .needs(option: $0, form: "--baseline SCHEDULE.csv") }
    }
    if options.asks != nil {
      if options.board == nil {
        faults.append(.needs(option: "ask", form: "--from-board NAME"))
      }
      if options.maxMoves != nil { faults.append(.twoQuestions("ask", "max-moves")) }
      if options.asksFewestMoves { faults.append(.twoQuestions("ask", "fewest-moves")) }
      if options.allowsUnplaced { faults.append(.twoQuestions("ask", "allow-unplaced")) }
    }
    if options.asksFewestMoves && options.maxMoves != nil { faults.append(.fewestAndMaxMoves) }
    if options.asksFewestMoves && options.allowsUnplaced { faults.append(.fewestAndUnplaced) }
    return faults.map { .quarrel($0) }
  }

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> DraftAnswer {
    try DraftRun(options, in: world).answer()
  }
}
