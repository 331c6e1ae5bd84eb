// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Foundation
import Results
import ScenarioFiles

/// `programme compare A B`: what changed between two schedules.
enum CompareCommand: Command {
  struct Options: CommandOptions {
    var a = ""
    var b = ""
    var scenario: String?
    var drafts: String?
    var whatIf: String?
    var change: String?
    var out: String?
    var isForced = false
    var isJSON = false

    /// The tables of B, where they were named.
    var source: WhatIfSource? {
      whatIf.map { WhatIfSource.named($0) } ?? change.map { WhatIfSource.typed($0) }
    }
  }

  static let declaration = Declaration<Options>(
    name: "compare",
    summary: "says what changes from one schedule or draft to another, and for whom",
    arguments: [.needed("A", \.a), .needed("B", \.b)],
    options: [
      .text(
        "scenario", "SCENARIO", \.scenario,
        "the tables of both; otherwise found from the draft, or beside the schedule"),
      .drafts(\.drafts),
      .text("what-if", "NAME", \.whatIf, "B belongs to the scenario with this what-if"),
      .text(
        "change", "CHANGE", \.change,
        "B belongs to the scenario with this change (see 'what-if --help')"),
      .place(
        "out", "DIR", \.out, "where to write compare.html, .csv and .json",
        usual: "Output/<scenario id>/compare-<A>-<B>"),
      .force(\.isForced, "replace files that were edited since they were written"),
      .json(\.isJSON),
    ],
    notes: """
      A and B are schedule.csv files, folders of drafts, numbers of 'programme drafts', or board:NAME,
      drafts of the board. Costs are those of each side's own tables, at the weights of A's.

      """,
    quarrels: { options in
      options.whatIf != nil && options.change != nil ? [.quarrel(.whatIfAndChange)] : []
    })

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> PagesAnswer {
    let (before, after) = try sides(options, in: world)
    let comparison = Comparison(before, after)
    let path =
      options.out
      ?? world.results(of: before.scenario.meeting) + "/compare-\(before.name)-\(after.name)"
    let output = ResultFolder(
      path, set: "compare", isForced: options.isForced, olderRecord: dataName)
    let pages = [
      ("compare.html", ComparisonHTML.text(comparison)),
      ("compare.csv", ComparisonCSV.sessions(comparison)),
      ("compare-costs.csv", ComparisonCSV.costs(comparison)),
      ("compare-people.csv", ComparisonCSV.people(comparison)),
    ]
    try WritePlace.mayReplace(output, pages.map(\.0) + [dataName])
    // With --json the answer is on standard output; pages are written where they are asked for.
    return PagesAnswer(
      pages: pages, data: (dataName, ComparisonJSON.object(comparison)),
      into: options.isJSON && options.out == nil ? nil : output, in: world, status: .yes
    ) { ComparisonText.text(comparison, width: $0) }
  }

  private static let dataName = "compare.json"

  /// Both schedules with their tables.
  private static func sides(
    _ options: Options, in world: World
  ) throws(CommandFailure) -> (Side, Side) {
    let a = try side(options.a, options, in: world)
    let b = try side(options.b, options, in: world)
    let found = options.scenario ?? a.scenario(in: world) ?? b.scenario(in: world)
    guard let folder = found else { throw .usage([.place(.whichScenario)]) }
    // Names that tell the two apart.
    let isSame = a.name == b.name
    let before = try a.read(
      folder, asking: a.source(in: folder), called: isSame ? "\(a.name)-a" : a.name, in: world)
    let after = try b.read(
      folder, asking: options.source ?? b.source(in: folder),
      called: isSame ? "\(b.name)-b" : b.name, in: world)
    return (before, after)
  }

  /// One of them; a number, or a name on the board, needs to know whose drafts are meant.
  private static func side(
    _ word: String, _ options: Options, in world: World
  ) throws(CommandFailure) -> ComparedSide {
    if let name = DraftLookup.boardName(word) {
      guard let scenario = options.scenario else { throw .usage([.place(.whoseBoard(name))]) }
      let loaded = Loading(scenario)
      guard let tables = loaded.scenario else {
        throw .sideFindings(loaded.findings.filter(\.isGrave))
      }
      let lookup = DraftLookup(options.drafts, of: tables, loaded.digest, in: world)
      return try ComparedSide(lookup.folder(of: lookup.board(name)))
    }
    guard let number = DraftLookup.number(word) else { return try ComparedSide(word) }
    let place = HistoryPlace(path: try drafts(number, options, in: world))
    return try ComparedSide(DraftLookup(place, in: world).folder(of: number))
  }

  /// The folder of the drafts that a number refers to.
  private static func drafts(
    _ number: Int, _ options: Options, in world: World
  ) throws(CommandFailure) -> String {
    if let folder = options.drafts { return folder }
    guard let scenario = options.scenario else { throw .usage([.place(.whoseDraft(number))]) }
    guard let meeting = Loading(scenario).meeting else {
      throw .usage([.place(.scenarioWithoutID(scenario))])
    }
    return world.results(of: meeting)
  }
}
