// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Foundation
import ScenarioFiles
import Tables

extension Command {
  /// `programme compare A B`: what changed between two schedules.
  static let compare = Command(
    name: "compare", arguments: ["A", "B"],
    summary: "says what changes from one schedule or draft to another, and for whom",
    options: [
      Option(
        name: "scenario", value: "SCENARIO",
        help: "the tables of both; otherwise found from the draft, or beside the schedule"),
      Option(name: "what-if", value: "NAME", help: "B is of the scenario with this what-if"),
      Option(
        name: "change", value: "CHANGE", help: "B is of the scenario so changed ('what-if --help')"),
      Option(
        name: "out", value: "DIR",
        help: "where to write compare.html, .csv and .json (Output/<scenario id>/compare-<A>-<B>)"),
      Option(
        name: "force", value: nil, help: "replace files that were edited since they were written"),
      Command.json,
    ],
    notes: """
      A and B are schedule.csv files or folders of drafts. Costs are those of each side's own tables,
      at the weights of A's.

      """
  ) { typed throws(UsageError) in
    let a = try ComparedSide(typed.arguments[0])
    let b = try ComparedSide(typed.arguments[1])
    guard let folder = typed.text("scenario") ?? a.scenarioFolder ?? b.scenarioFolder else {
      throw UsageError(
        "which scenario are they of? Neither a draft.json beside them nor their folder tells;"
          + " name it with --scenario")
    }
    let (first, second) = names(a, b)
    guard let before = a.read(folder, asking: a.source(in: folder), called: first),
      let after = b.read(folder, asking: try source(typed, b, folder), called: second)
    else {
      Terminal.note(
        "If a schedule is of the scenario with a what-if, name it with --what-if.\n")
      return .unusable
    }
    let comparison = Comparison(before, after)
    let output = ResultFolder(
      typed.text("out")
        ?? "Output/\(before.scenario.meeting.id)/compare-\(first)-\(second)",
      record: "compare.json")
    let files = [
      ("compare.html", ComparisonHTML.text(comparison)),
      ("compare.csv", ComparisonCSV.sessions(comparison)),
      ("compare-costs.csv", ComparisonCSV.costs(comparison)),
      ("compare-people.csv", ComparisonCSV.people(comparison)),
    ]
    if !typed.has("force"), let refusal = output.refusal(files.map(\.0)) {
      Terminal.complain(refusal)
      return .unusable
    }
    if typed.has("json") {
      Terminal.say(JSONText.of(ComparisonJSON.object(comparison)))
    } else {
      Terminal.say(ComparisonText.text(comparison))
    }
    // With --json the answer is on standard output; pages are written where they are asked for.
    guard !typed.has("json") || typed.has("out") else { return .yes }
    do {
      try output.write(files, ComparisonJSON.object(comparison))
      Terminal.note("Written to \(output.path).\n")
    } catch {
      Terminal.complain("\(error)")
      return .unusable
    }
    return .yes
  }
}

/// Names by which both are told apart.
private func names(_ a: ComparedSide, _ b: ComparedSide) -> (String, String) {
  a.name == b.name ? ("\(a.name)-a", "\(b.name)-b") : (a.name, b.name)
}

private func source(
  _ typed: Invocation, _ side: ComparedSide, _ folder: String
) throws(UsageError) -> WhatIfSource? {
  switch (typed.text("what-if"), typed.text("change")) {
  case (_?, _?): throw UsageError("--what-if and --change are two questions; name one")
  case (let name?, nil): .named(name)
  case (nil, let change?): .typed(change)
  case (nil, nil): side.source(in: folder)
  }
}
