// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Files
import Foundation
import ScenarioFiles
import Tables

extension Command {
  /// `programme tidy SCENARIO`: the tables in the plain form of the contract.
  static let tidy = Command(
    name: "tidy", arguments: ["SCENARIO"],
    summary: "shows how the tables are written in the plain form, and writes them so",
    options: [
      Option(
        name: "write", value: nil,
        help: "write it; the tables as they were are kept in SCENARIO/\(TidyPlan.keeping)1, 2 …"),
      Option(name: "all", value: nil, help: "show every cell, not one for each column"),
      Command.json,
    ],
    notes: """
      Without --write nothing is written: on a terminal the difference is shown and a question asked,
      elsewhere it is only shown. Exit status 0: the tables are in the plain form, or have been written
      so; 1: they are not, and nothing was written; 2: nothing could be read or written.

      """
  ) { typed throws(UsageError) in
    let path = typed.arguments[0]
    let folder = URL(filePath: path)
    // What a killed run left half done is settled before anything is read.
    try? FileSet(folder).tidy()
    let plan = TidyPlan(folder)
    guard !plan.left.contains(where: { $0.rule == "folder" }) else {
      Terminal.note(FindingReport.text(plan.left))
      return .unusable
    }
    let text = TidyText(plan, path: path, showsAll: typed.has("all"))
    if !typed.has("json") { Terminal.say(text.difference) }
    if plan.isEmpty {
      if typed.has("json") { Terminal.say(text.json(kept: nil)) }
      return .yes
    }
    guard typed.has("write") || consents(typed) else {
      Terminal.say(typed.has("json") ? text.json(kept: nil) : text.notWritten)
      return .no
    }
    do {
      let kept = try plan.write()
      Terminal.say(typed.has("json") ? text.json(kept: kept) : text.written(kept: kept))
      return .yes
    } catch {
      Terminal.complain("\(error); nothing was written")
      return .unusable
    }
  }

  /// Whether somebody at the terminal says yes, in whatever language.
  private static func consents(_ typed: Invocation) -> Bool {
    guard Terminal.isConversation, !typed.has("json"),
      let answer = Terminal.ask("Write it? [y/N] ")
    else { return false }
    return AnswerCell.read(answer).value ?? false
  }
}
