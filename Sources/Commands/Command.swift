// SPDX-License-Identifier: GPL-3.0-or-later

/// One command of the program: a function from typed options to an answer.
protocol Command: Sendable {
  associatedtype Options: CommandOptions
  associatedtype Answer: CommandAnswer

  /// What it takes, and how it describes itself.
  static var declaration: Declaration<Options> { get }

  /// Does what it was asked to do.
  ///
  /// - Throws: why there is no answer.
  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> Answer
}

/// What a command found out or did: a value that tests can inspect, and that has a form for people
/// and one for programs.
protocol CommandAnswer {
  /// The status with which the program ends.
  var status: ExitStatus { get }

  /// For people, on standard output.
  ///
  /// - Parameter width: columns that there is room for.
  func text(width: Int) -> String

  /// For programs, on standard output.
  func json() throws(CommandFailure) -> String

  /// Printed on standard error after the answer.
  var notes: [String] { get }

  /// What went wrong although there is an answer; printed last.
  var failure: CommandFailure? { get }
}

extension CommandAnswer {
  var notes: [String] { [] }
  var failure: CommandFailure? { nil }
}

extension Command {
  /// Reads what was typed, does it and says what came of it.
  static func run(_ words: [String], in world: World) -> ExitStatus {
    do throws(CommandFailure) {
      let options = try OptionParser.options(words, of: declaration)
      let answer = try answer(options, in: world)
      let said = options.isJSON ? try answer.json() : answer.text(width: world.console.width)
      if !said.isEmpty { world.console.say(said) }
      for note in answer.notes { world.console.note(note) }
      answer.failure?.say(on: world.console, usage: declaration.usageLine)
      return answer.status
    } catch {
      error.say(on: world.console, usage: declaration.usageLine)
      return error.status
    }
  }
}
