// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// `programme explain SCENARIO [DRAFT]`: why not, and what it would take.
enum ExplainCommand: Command {
  struct Options: CommandOptions {
    var scenario = ""
    var draft: String?
    var board: String?
    var session: String?
    var at: WallTime?
    var room: String?
    var asksPrices = false
    var asksFragile = false
    var out: String?
    var isForced = false
    var whatIf: String?
    var drafts: String?
    var isJSON = false

    var hasDraft: Bool { draft != nil || board != nil }

    /// The options that ask something about a draft.
    var questions: [String] {
      let given = [
        ("session", session != nil), ("prices", asksPrices), ("fragile", asksFragile),
      ]
      return given.filter(\.1).map(\.0)
    }
  }

  static let declaration = Declaration<Options>(
    name: "explain",
    summary:
      "says why there is no schedule, why a session cannot be elsewhere, what more would buy",
    arguments: [.needed("SCENARIO", \.scenario), .optional("DRAFT", \.draft)],
    options: [
      .fromBoard(\.board, "about this draft of the board"),
      .text("session", "ID", \.session, "every day, start and class of rooms for one session"),
      .value("at", "'DATE HH:MM'", \.at, "with --session: that one start, in full", time),
      .text("room", "ROOM", \.room, "with --at: in that room"),
      .flag(
        "prices", \.asksPrices,
        "what one more room, hour or team, or dropping each must link, would buy"),
      .flag(
        "fragile", \.asksFragile,
        "sessions with one place left, and single losses with their repair"),
      .place("out", "DIR", \.out, "also write explain.html, .md and .json there"),
      .force(\.isForced, "replace files that are not from this command"),
      .whatIf(\.whatIf), .drafts(\.drafts), .json(\.isJSON),
    ],
    notes: """
      DRAFT is a schedule.csv, the folder of a draft, its number in 'programme drafts' or board:NAME;
      --session, --prices and --fragile need one.
      Without DRAFT: a smallest set of requests that contradict each other, with file and line, and
      the cheapest ways out. Exit status 1 where there is no schedule, or the session cannot be there;
      130 (Ctrl-C) or 143 (SIGTERM) if it was interrupted: it then says what it found and what it did
      not get to.

      """,
    quarrels: { options in quarrel(options).map { [.quarrel($0)] } ?? [] })

  private static func quarrel(_ options: Options) -> OptionQuarrel? {
    let asked = options.questions
    if options.draft != nil && options.board != nil { return .besideBoard("DRAFT") }
    if asked.count > 1 { return .twoQuestions(asked[0], asked[1]) }
    if options.at != nil && options.session == nil {
      return .needs(option: "at", form: "--session ID")
    }
    if options.room != nil && options.at == nil {
      return .needs(option: "room", form: "--session ID and --at 'DATE HH:MM'")
    }
    if let option = asked.first, !options.hasDraft {
      return .questionNeedsDraft(option: option, scenario: options.scenario)
    }
    return asked.isEmpty && options.hasDraft ? .draftNeedsQuestion : nil
  }

  @Sendable private static func time(_ text: String) throws(UsageFault) -> WallTime {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let date = CalendarDate(parts[0]),
      let minute = ClockTime.minutes(parts[1]), minute < 1440
    else { throw .word(.notAStart(text)) }
    return WallTime(date, minuteOfDay: minute)
  }

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> ExplainAnswer {
    try ExplainRun(options, in: world).answer()
  }
}
