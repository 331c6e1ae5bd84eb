// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Files
import Foundation
import ScenarioFiles
import Tables

extension Command {
  /// `programme tidy SCENARIO`: the tables in the plain form of the contract, in place or elsewhere.
  static let tidy = Command(
    name: "tidy", arguments: ["SCENARIO"],
    summary: "shows how the tables are written in the plain form, and writes them so",
    options: [
      Option(
        name: "write", value: nil,
        help: "write it; the tables as they were are kept in SCENARIO/\(TidyPlan.keeping)1, 2 …"),
      Option(
        name: "to", value: "PLACE",
        help: "write the whole scenario to a new folder, or to one workbook (FILE.xlsx)"),
      Option(
        name: "force", value: nil, help: "with --to: replace a workbook that is there already"),
      Option(name: "all", value: nil, help: "show every cell, not one for each column"),
      Command.json,
    ],
    notes: """
      SCENARIO is a folder or a workbook (.xlsx, .ods). Without --write or --to nothing is written: on
      a terminal the difference is shown and a question asked, elsewhere it is only shown. Exit status
      0: the tables are in the plain form, or have been written so; 1: they are not, and nothing was
      written; 2: nothing could be read or written.

      """
  ) { typed throws(UsageError) in
    let path = typed.arguments[0]
    let source = URL(filePath: path)
    let isWorkbook = ScenarioWorkbook.isWorkbook(source)
    if isWorkbook, typed.has("write") {
      throw UsageError(
        "a workbook is not changed in place: --to NEW.xlsx writes a new one, --to FOLDER tables")
    }
    if typed.has("write"), typed.has("to") {
      throw UsageError("--write writes in place and --to elsewhere; one of them is expected")
    }
    let target = try typed.text("to").map { text throws(UsageError) in try CopyTarget(text) }
    // What a killed run left half done is settled before anything is read.
    if !isWorkbook { try? FileSet(source).tidy() }
    let plan = TidyPlan(source)
    guard plan.isThere else {
      Terminal.note(FindingReport.text(plan.left))
      return .unusable
    }
    let text = TidyText(plan, path: path, showsAll: typed.has("all"))
    if !typed.has("json") { Terminal.say(text.difference) }
    if let target { return copy(plan, to: target, text, typed) }
    if plan.isEmpty {
      if typed.has("json") { Terminal.say(text.json()) }
      return .yes
    }
    guard !isWorkbook, typed.has("write") || consents(typed) else {
      Terminal.say(typed.has("json") ? text.json() : text.notWritten)
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

  /// Writes the whole scenario elsewhere, where nothing of it would be lost.
  private static func copy(
    _ plan: TidyPlan, to target: CopyTarget, _ text: TidyText, _ typed: Invocation
  ) -> ExitStatus {
    guard plan.unreadable.isEmpty else {
      Terminal.note(FindingReport.text(plan.unreadable))
      Terminal.complain("these would be lost on the way to \(target.path); nothing was written")
      return .unusable
    }
    do {
      switch target.form {
      case .folder: try plan.copy(toFolder: target.url)
      case .workbook: try plan.copy(toWorkbook: target.url, replaces: typed.has("force"))
      }
    } catch {
      Terminal.complain("\(error); nothing was written")
      return .unusable
    }
    let notes = plan.notTakenAlong(toWorkbook: target.form == .workbook)
    if !notes.isEmpty { Terminal.note(FindingReport.text(notes)) }
    Terminal.say(typed.has("json") ? text.json(copied: target) : text.copied(to: target))
    return .yes
  }
}

/// Where a scenario is written to by `tidy --to`.
struct CopyTarget {
  enum Form { case folder, workbook }

  let path: String
  let form: Form
  var url: URL { URL(filePath: path) }

  init(_ path: String) throws(UsageError) {
    guard !path.isEmpty else { throw UsageError("--to needs a value: a folder or FILE.xlsx") }
    self.path = path
    switch URL(filePath: path).pathExtension.lowercased() {
    case "xlsx": form = .workbook
    case "ods", "xls", "xlsm", "fods", "csv":
      throw UsageError("--to '\(path)': a workbook is written as .xlsx, tables into a folder")
    default: form = .folder
    }
  }
}
