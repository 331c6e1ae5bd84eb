// SPDX-License-Identifier: GPL-3.0-or-later

/// `programme what-if SCENARIO [NAME …]`: questions answered side by side.
enum WhatIfCommand: Command {
  struct Options: CommandOptions {
    var scenario = ""
    var names: [String] = []
    var changes: [String] = []
    var base: String?
    var makesBase = false
    /// Runs at once; `nil` for as many as there are processors.
    var jobs: Int?
    var movesAreFree = false
    var isCold = false
    var seconds: Double?
    var work: Int?
    /// A fraction.
    var gap = 0.0
    var seed = 1
    var out: String?
    var drafts: String?
    var isForced = false
    var isJSON = false
  }

  static let declaration = Declaration<Options>(
    name: "what-if",
    summary: "answers what-ifs side by side, on one scale with the programme as it is",
    arguments: [.needed("SCENARIO", \.scenario), .rest("NAME", \.names)],
    options: [
      .texts(
        "change", "CHANGE", \.changes, "a what-if typed here, in the words shown below"),
      .text(
        "base", "SCHEDULE.csv", \.base,
        "start from this schedule (or board:NAME); otherwise from the draft that is there"),
      .flag(
        "fresh-base", \.makesBase,
        "make a new base, even if there is a draft that fits the tables"),
      .number(
        "jobs", "N", in: 1...1_000, \.jobs, "runs at once (as many as there are processors)"),
      .flag(
        "free-moves", \.movesAreFree,
        "moving a session costs nothing: each what-if gets its own best programme"),
      .flag(
        "cold", \.isCold,
        "begin each run from nothing, to see what the base's schedule saves"),
      .seconds(
        "time", \.seconds,
        "end each run by the clock; without it the search counts its work and is reproducible"),
      .work(\.work, "end each run after so many units of work, as in a draft"),
      .gap(\.gap, "end a run when the gap is proven to be no larger"),
      .seed(\.seed, "another seed, perhaps another equally good answer"),
      .place("out", "DIR", \.out, "where to write", usual: "Output/<scenario id>/what-if"),
      .drafts(\.drafts),
      .force(\.isForced, "replace files that were edited since they were written"),
      .json(\.isJSON),
    ],
    notes: """
      NAME is a file of what-if/ without .json; without names and changes, all of them are asked.

      CHANGE edits tables in the words of those files (COLUMN=VALUE for "COLUMN": "VALUE"):
        rooms ws3 available=2023-10-09              cells of the row with this id
        rooms ws3 remove                            the row, with what refers to it
        sessions add id=x activity=dc.iot minutes=60
        links where from=dc.iot to=dc.civ remove    rows without an id; also 'where … set COLUMN=VALUE'
        meeting weights.theme-clash=10              a key of meeting.json
      ' + ' joins changes into one what-if; another --change is another what-if.
      A value with blanks goes in quotes: available="2023-10-09 09:00-12:00".

      """,
    quarrels: { options in
      options.base != nil && options.makesBase ? [.quarrel(.baseAndFreshBase)] : []
    })

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> WhatIfReport {
    try WhatIfRun(options, in: world).answer()
  }
}
