// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// The program: finds the command that was typed and runs it.
struct Tool {
  let commands: [Command]

  /// Runs what was typed. An answer that did not arrive is none: then the status says so, whatever
  /// the answer was.
  func run(_ words: [String]) -> ExitStatus {
    // A reader who has gone is told apart from a pipe that breaks by the error of the write.
    signal(SIGPIPE, SIG_IGN)
    Terminal.keepPlaces()
    let status = answer(words)
    DraftReference.clean()
    guard let code = Terminal.lostAnswer else { return status }
    if code != EPIPE {
      Terminal.complain(
        "cannot write to standard output: \(String(cString: strerror(code)))")
    }
    return .unusable
  }

  private func answer(_ words: [String]) -> ExitStatus {
    guard let word = words.first, word != "help", word != "--help", word != "-h" else {
      if words.count == 2, let command = commands.first(where: { $0.name == words[1] }) {
        Terminal.say(command.usage)
        return .yes
      }
      Terminal.say(help)
      return words.isEmpty ? .unusable : .yes
    }
    if word == "--version" {
      Terminal.say("\(Tool.name)\n")
      return .yes
    }
    guard let command = commands.first(where: { $0.name == word }) else {
      let near = Nearest.to(word, among: shown.map(\.name))
      Terminal.complain(
        "unknown command '\(word)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
          + "; 'programme help' lists them")
      return .unusable
    }
    let rest = Array(words.dropFirst())
    if rest.contains("--help") || rest.contains("-h") {
      Terminal.say(command.usage)
      return .yes
    }
    do {
      return try command.run(Invocation(rest, of: command))
    } catch {
      Terminal.complain("\(error.sentence)\n\(command.usage.prefix { $0 != "\n" })")
      return .unusable
    }
  }

  /// Name and version, as it stands in every draft.
  static let name = "programme 0.1"

  private var shown: [Command] { commands.filter { !$0.isHidden } }

  private var help: String {
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

/// The program as a process: what was typed in, a status out.
public enum Program {
  /// Runs one command.
  ///
  /// - Parameter words: what was typed after the program's name.
  /// - Returns: the status to exit with, as the contract counts them.
  public static func run(_ words: [String]) -> Int32 {
    Tool(commands: [
      .new, .check, .tidy, .draft, .drafts, .restore, .review, .whatIf, .compare, .explain, .export,
      .import, .publish, .rules, .model, .whatIfWorker,
    ]).run(words).rawValue
  }
}
