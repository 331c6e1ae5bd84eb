// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPKSolver
import Tables

/// The program as a process: takes what was typed, gives a status.
public enum Program {
  /// Runs one command.
  ///
  /// - Parameter words: what was typed after the program's name.
  /// - Returns: the status to exit with, as the contract counts them.
  public static func run(_ words: [String]) -> Int32 {
    // The error of the write tells a reader who has gone from a pipe that breaks.
    signal(SIGPIPE, SIG_IGN)
    let world = World.system(words)
    do {
      try GLPK.checkVersion()
    } catch {
      world.console.complain(error.description)
      return ExitStatus.unusable.rawValue
    }
    return Tool(world: world).run(words).rawValue
  }
}

/// Finds the command that was typed and runs it.
struct Tool {
  /// Name and version, as it stands in every draft.
  static let name = "programme 0.1"

  /// Every command, in the order in which the help lists them.
  static let commands: [CommandEntry] = [
    .init(NewCommand.self), .init(CheckCommand.self), .init(TidyCommand.self),
    .init(DraftCommand.self), .init(DraftsCommand.self),
    .init(BoardCommand.self),
    .init(RestoreCommand.self), .init(ReviewCommand.self), .init(WhatIfCommand.self),
    .init(CompareCommand.self),
    .init(ExplainCommand.self), .init(ExportCommand.self), .init(ImportCommand.self),
    .init(CancelCommand.self), .init(AddCommand.self), .init(PublishCommand.self),
    .init(RulesCommand.self), .init(ModelCommand.self), .init(CompletionCommand.self),
    .init(WorkerCommand.self), .init(BoardWorkerCommand.self), .init(BoardPublishCommand.self),
  ]

  let world: World
  private var console: any Console { world.console }

  init(world: World) { self.world = world }

  /// Runs what was typed. An answer that did not arrive is no answer: the status then says so,
  /// whatever the answer was.
  func run(_ words: [String]) -> ExitStatus {
    let status = answer(words)
    world.temporary.remove()
    guard let code = console.lostAnswer else { return status }
    if code != EPIPE {
      console.complain("cannot write to standard output: \(String(cString: strerror(code)))")
    }
    return .unusable
  }

  private func answer(_ words: [String]) -> ExitStatus {
    guard let word = words.first, word != "help", word != "--help", word != "-h" else {
      if words.count == 2, let command = Self.command(words[1]) {
        console.say(command.help)
        return .yes
      }
      console.say(Self.help)
      return words.isEmpty ? .unusable : .yes
    }
    if word == "--version" {
      console.say("\(Tool.name)\n")
      return .yes
    }
    guard let command = Self.command(word) else {
      let failure = CommandFailure.unknownCommand(
        word, near: Nearest.to(word, among: Self.shown.map(\.name)))
      failure.say(on: console, usage: "")
      return failure.status
    }
    let rest = Array(words.dropFirst())
    if rest.contains("--help") || rest.contains("-h") {
      console.say(command.help)
      return .yes
    }
    return command.run(rest, world)
  }

  private static func command(_ name: String) -> CommandEntry? {
    commands.first { $0.name == name }
  }

  /// Those that people type.
  static var shown: [CommandEntry] { commands.filter { !$0.isHidden } }

  private static var help: String {
    var text = "programme: drafts, reviews and explains the agenda of an annual meeting\n\n"
    let width = shown.map(\.name.count).max() ?? 0
    for command in shown {
      let name = command.name
      text += "  programme \(name)\(String(repeating: " ", count: width - name.count + 2))"
      text += "\(command.summary)\n"
    }
    return text
      + "\nSCENARIO is a folder of tables, or a workbook (.xlsx, .ods) with a sheet for each.\n"
      + "'programme COMMAND --help' shows what a command takes.\n"
  }
}
