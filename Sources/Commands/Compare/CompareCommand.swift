// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Foundation
import Results
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
      DraftReference.option,
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
      A and B are schedule.csv files, folders of drafts, or numbers of 'programme drafts'. Costs are
      those of each side's own tables, at the weights of A's.

      """
  ) { typed throws(UsageError) in
    let a = try side(typed.arguments[0], typed)
    let b = try side(typed.arguments[1], typed)
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
      set: "compare", isForced: typed.has("force"), olderRecord: "compare.json")
    let files = [
      ("compare.html", ComparisonHTML.text(comparison)),
      ("compare.csv", ComparisonCSV.sessions(comparison)),
      ("compare-costs.csv", ComparisonCSV.costs(comparison)),
      ("compare-people.csv", ComparisonCSV.people(comparison)),
    ]
    if let refusal = output.refusal(files.map(\.0) + ["compare.json"]) {
      Terminal.complain(refusal)
      return .unusable
    }
    // With --json the answer is on standard output; pages are written where they are asked for.
    let isJSON = typed.has("json")
    return Answer(
      pages: files, data: ("compare.json", ComparisonJSON.object(comparison)),
      text: { ComparisonText.text(comparison, width: Terminal.width) }
    ).give(into: isJSON && !typed.has("out") ? nil : output, isJSON: isJSON, status: .yes)
  }
}

/// A side of the comparison; a number needs to know whose drafts are meant.
private func side(_ word: String, _ typed: Invocation) throws(UsageError) -> ComparedSide {
  guard let number = DraftReference.number(word) else { return try ComparedSide(word) }
  if let folder = typed.text("drafts") {
    return try ComparedSide(DraftReference.folder(of: number, in: HistoryPlace(path: folder)))
  }
  guard let scenario = typed.text("scenario") else {
    throw UsageError("whose draft \(number)? Name the scenario with --scenario")
  }
  guard let meeting = Loading(scenario, whatIf: nil).meeting else {
    throw UsageError("the scenario \(scenario) has no id; name the folder of drafts with --drafts")
  }
  return try ComparedSide(
    DraftReference.folder(of: number, in: HistoryPlace(path: "Output/\(meeting.id)")))
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
