// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Files
import Foundation
import ScenarioFiles
import Tables

/// `programme tidy SCENARIO`: the tables in the plain form of the contract, in place or elsewhere.
enum TidyCommand: Command {
  struct Options: CommandOptions {
    var scenario = ""
    var writes = false
    var target: CopyTarget?
    var isForced = false
    var showsAll = false
    var isJSON = false

    var source: URL { URL(filePath: scenario) }
    var isWorkbook: Bool { ScenarioWorkbook.isWorkbook(source) }
  }

  static let declaration = Declaration<Options>(
    name: "tidy",
    summary: "shows how the tables are written in the plain form, and writes them so",
    arguments: [.needed("SCENARIO", \.scenario)],
    options: [
      .flag(
        "write", \.writes,
        "write it; the tables as they were are kept in SCENARIO/\(TidyPlan.keeping)1, 2 …"),
      .value(
        "to", "PLACE", \.target,
        "write the whole scenario to a new folder, or to one workbook (FILE.xlsx)"
      ) { text throws(UsageFault) in try CopyTarget(text) },
      .force(\.isForced, "with --to: replace a workbook that is there already"),
      .flag("all", \.showsAll, "show every cell, not one for each column"),
      .json(\.isJSON),
    ],
    notes: """
      SCENARIO is a folder or a workbook (.xlsx, .ods). Without --write or --to nothing is written: on
      a terminal the difference is shown and a question asked, elsewhere it is only shown. Exit status
      0: the tables are in the plain form, or have been written so; 1: they are not, and nothing was
      written; 2: nothing could be read or written.

      """,
    quarrels: { options in
      if options.writes && options.isWorkbook { return [.quarrel(.workbookInPlace)] }
      return options.writes && options.target != nil ? [.quarrel(.writeAndTarget)] : []
    })

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> TidyAnswer {
    // What a killed run left half done is settled before anything is read.
    if !options.isWorkbook { try? FileSet(options.source).tidy() }
    let plan = TidyPlan(options.source)
    guard plan.isThere else { throw .findings(plan.left) }
    let text = TidyText(plan, path: options.scenario, showsAll: options.showsAll)
    // Said before anything is asked or written.
    if !options.isJSON { world.console.say(text.difference) }
    let step = try step(plan, options, in: world)
    return TidyAnswer(words: text, step: step)
  }

  /// Copies, writes or leaves the tables, as the user wants.
  private static func step(
    _ plan: TidyPlan, _ options: Options, in world: World
  ) throws(CommandFailure) -> TidyAnswer.Step {
    if let target = options.target {
      try copy(plan, to: target, options, in: world)
      return .copied(target)
    }
    if plan.isEmpty { return .nothingToDo }
    guard !options.isWorkbook, options.writes || consents(options, in: world) else {
      return .notWritten
    }
    do {
      return .written(kept: try plan.write())
    } catch {
      throw .nothingWritten(error)
    }
  }

  /// Whether somebody at the terminal says yes, in whatever language.
  private static func consents(_ options: Options, in world: World) -> Bool {
    guard world.console.isConversation, !options.isJSON,
      let answer = world.console.ask("Write it? [y/N] ")
    else { return false }
    return AnswerCell.read(answer).value ?? false
  }

  /// Writes the whole scenario elsewhere, if nothing of it would be lost.
  private static func copy(
    _ plan: TidyPlan, to target: CopyTarget, _ options: Options, in world: World
  ) throws(CommandFailure) {
    guard plan.unreadable.isEmpty else {
      throw .wouldBeLost(plan.unreadable, target: target.path)
    }
    do {
      switch target.form {
      case .folder: try plan.copy(toFolder: target.url)
      case .workbook: try plan.copy(toWorkbook: target.url, replaces: options.isForced)
      }
    } catch {
      throw .nothingWritten(error)
    }
    world.console.note(plan.notTakenAlong(toWorkbook: target.form == .workbook))
  }
}

/// What tidying would change, and what was done about it.
struct TidyAnswer: CommandAnswer {
  enum Step: Equatable {
    /// The tables are in the plain form.
    case nothingToDo
    /// They are not, and stay as they are.
    case notWritten
    /// - `kept`: the folder with the files as they were.
    case written(kept: String)
    case copied(CopyTarget)
  }

  let words: TidyText
  let step: Step

  var status: ExitStatus { step == .notWritten ? .no : .yes }

  /// What is said after the difference.
  func text(width: Int) -> String {
    switch step {
    case .nothingToDo: ""
    case .notWritten: words.notWritten
    case .written(let kept): words.written(kept: kept)
    case .copied(let target): words.copied(to: target)
    }
  }

  func json() throws(CommandFailure) -> String {
    switch step {
    case .nothingToDo, .notWritten: try words.json()
    case .written(let kept): try words.json(kept: kept)
    case .copied(let target): try words.json(copied: target)
    }
  }
}

/// Where `tidy --to` writes a scenario.
struct CopyTarget: Equatable, Sendable {
  enum Form { case folder, workbook }

  let path: String
  let form: Form
  var url: URL { URL(filePath: path) }

  /// - Throws: if it has a form that cannot be written.
  init(_ path: String) throws(UsageFault) {
    guard !path.isEmpty else { throw .word(.emptyTarget) }
    self.path = path
    switch URL(filePath: path).pathExtension.lowercased() {
    case "xlsx": form = .workbook
    case "ods", "xls", "xlsm", "fods", "csv": throw .word(.notAWritableForm(path))
    default: form = .folder
    }
  }
}
