// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import Texts

extension Command {
  /// `programme new DIR`, `programme new --workbook FILE.xlsx`: a scenario to begin from.
  static let new = Command(
    name: "new", arguments: ["[DIR]"],
    summary: "writes a commented scenario to begin from: a folder, or one workbook",
    options: [
      Option(
        name: "workbook", value: "FILE.xlsx",
        help: "a workbook with a sheet for each table, headings explained, drop-downs"),
      Command.json,
    ]
  ) { typed throws(UsageError) in
    let words: String
    let written: [String]
    do {
      switch (typed.arguments.first, typed.text("workbook")) {
      case (let folder?, nil):
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        written = try ScenarioTemplate.write(to: URL(filePath: folder)).map { prefix + $0 }
        words =
          "Wrote a scenario into \(folder). Its README.md explains every column.\n"
          + "Try: programme check \(ShellWord.quoted(folder))\n"
      case (nil, let file?):
        try ScenarioTemplate.write(workbook: URL(filePath: file))
        written = [file]
        words =
          "Wrote a scenario into \(file). Its first sheet and the headings' notes explain every"
          + " column.\nTry: programme draft \(ShellWord.quoted(file))\n"
      default: throw UsageError("either DIR or --workbook FILE.xlsx is expected")
      }
    } catch let error as UsageError {
      throw error
    } catch {
      Terminal.complain("\(error)")
      return .unusable
    }
    Terminal.say(typed.has("json") ? JSONText.of([:], written: written) : words)
    return .yes
  }
}
