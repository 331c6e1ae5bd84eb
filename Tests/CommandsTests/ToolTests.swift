// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Commands

@Test func everyHelpIsAsItWas() throws {
  let desk = try Desk()
  #expect(desk.run("help") == .yes)
  var text = desk.console.answers
  for command in Tool.shown + [CommandEntry(WorkerCommand.self)] {
    text += "== \(command.name)\n" + command.help
  }
  #expect(text == (try Repository.text("Tests/CommandsTests/Golden/help.txt")))
}

@Test func helpIsFoundInEveryWay() throws {
  let usage = CheckCommand.declaration.help
  for words in [["help", "check"], ["check", "--help"], ["check", "x", "y", "-h"]] {
    let desk = try Desk()
    #expect(Tool(world: desk.world).run(words) == .yes)
    #expect(desk.console.answers == usage)
    #expect(desk.console.notes.isEmpty)
  }
  let silent = try Desk()
  #expect(silent.run() == .unusable)
  #expect(silent.console.answers.hasPrefix("programme: drafts, reviews"))
  #expect(!silent.console.answers.contains("what-if-worker"))
  let version = try Desk()
  #expect(version.run("--version") == .yes)
  #expect(version.console.answers == "programme 0.1\n")
}

@Test func aSlipInACommandIsSaidWithTheNearestOne() throws {
  let desk = try Desk()
  #expect(desk.run("drft") == .unusable)
  #expect(
    desk.console.notes
      == "programme: unknown command 'drft'; did you mean 'draft'?; 'programme help' lists them\n")
  let far = try Desk()
  #expect(far.run("zzzzzz") == .unusable)
  #expect(
    far.console.notes == "programme: unknown command 'zzzzzz'; 'programme help' lists them\n")
}

@Test func faultsOfUsageStandAboveTheUsageLine() throws {
  let desk = try Desk()
  #expect(desk.run("check", "--jsn") == .unusable)
  #expect(
    desk.console.notes == """
      programme: unknown option --jsn; did you mean --json?
      usage: programme check SCENARIO [--what-if NAME] [--json]

      """)
  #expect(desk.console.answers.isEmpty)
}

@Test func anAnswerThatDoesNotArriveIsNone() throws {
  let full = try Desk(console: RecordedConsole(lostAnswer: ENOSPC))
  #expect(full.run("rules") == .unusable)
  #expect(full.console.notes.hasPrefix("programme: cannot write to standard output: "))
  // A reader who has gone is not told.
  let gone = try Desk(console: RecordedConsole(lostAnswer: EPIPE))
  #expect(gone.run("rules") == .unusable)
  #expect(gone.console.notes.isEmpty)
}

@Test func whatIsSaidFitsTheTerminalAndDataStaysWhole() throws {
  let console = RecordedConsole(width: 40)
  console.say("  a line of words that is longer than the terminal is wide\n")
  #expect(console.answers.split(separator: "\n").allSatisfy { $0.count <= 40 })
  let data = RecordedConsole(width: 40)
  data.say("{ \"a line of data that is longer than the terminal is wide\": 1 }")
  #expect(data.answers.split(separator: "\n").count == 1)
}

@Test func bashCompletesWhatTheDeclarationsSay() throws {
  let desk = try Desk()
  #expect(desk.run("completion") == .yes)
  try desk.write(desk.console.answers, to: "completion.bash")
  func completed(_ words: [String]) throws -> [String] {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/bash")
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    shell.arguments = [
      "-c",
      "source '\(desk.path("completion.bash"))'; COMP_WORDS=(programme \(quoted));"
        + " COMP_CWORD=\(words.count); _programme; echo ${COMPREPLY[*]}",
    ]
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    shell.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .map(String.init)
  }
  #expect(try completed(["re"]) == ["restore", "review"])
  #expect(try completed(["draft", "--m"]) == ["--max-moves"])
  #expect(try completed(["publish", "s", "d", "--status", ""]) == ["draft", "final"])
  #expect(try completed(["help", "x"]) == [])
}
