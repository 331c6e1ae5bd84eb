// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles
import Texts

/// `programme new DIR`, `programme new --workbook FILE.xlsx`: a scenario to start from.
enum NewCommand: Command {
  struct Options: CommandOptions {
    var folder: String?
    var workbook: String?
    var isJSON = false
  }

  static let declaration = Declaration<Options>(
    name: "new", summary: "writes a commented scenario to start from: a folder, or one workbook",
    arguments: [.optional("DIR", \.folder)],
    options: [
      .text(
        "workbook", "FILE.xlsx", \.workbook,
        "a workbook with a sheet for each table, explained headings and drop-down lists"),
      .json(\.isJSON),
    ],
    quarrels: { ($0.folder == nil) == ($0.workbook == nil) ? [.quarrel(.folderOrWorkbook)] : [] })

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> NewAnswer {
    do {
      if let file = options.workbook {
        try ScenarioTemplate.write(workbook: URL(filePath: file))
        return NewAnswer(place: .workbook(file), written: [file])
      }
      let folder = options.folder ?? ""
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      let names = try ScenarioTemplate.write(to: URL(filePath: folder))
      return NewAnswer(place: .folder(folder), written: names.map { prefix + $0 })
    } catch {
      throw .notWritten(error)
    }
  }
}

/// A scenario that was written.
struct NewAnswer: CommandAnswer {
  enum Place: Equatable {
    case folder(String)
    case workbook(String)
  }

  let place: Place
  /// Paths of its files.
  let written: [String]

  var status: ExitStatus { .yes }

  func text(width: Int) -> String {
    switch place {
    case .folder(let folder):
      "Wrote a scenario into \(folder). Its README.md explains every column.\n"
        + "Try: programme check \(ShellWord.quoted(folder))\n"
    case .workbook(let file):
      "Wrote a scenario into \(file). Its first sheet and the headings' notes explain every"
        + " column.\nTry: programme draft \(ShellWord.quoted(file))\n"
    }
  }

  func json() throws(CommandFailure) -> String { try AnswerJSON.of([:], written: written) }
}
