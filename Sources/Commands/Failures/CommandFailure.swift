// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPServing
import ScenarioFiles
import Tables

/// Why a command did not do what it was asked, as a value. Its exit status follows from the case, and
/// `say` puts it into words.
enum CommandFailure: Error, CustomStringConvertible {
  /// What was typed cannot be understood; everything that is wrong with it.
  case usage([UsageFault])
  case unknownCommand(String, near: String?)
  /// Tables or a schedule that cannot be used as they are.
  case findings([Finding])
  /// The same of a side of a comparison.
  case sideFindings([Finding])
  /// Rows that cannot be added to their tables.
  case rowsNotAdded(AddedRows.Failure)
  /// What could not be written, or may not be replaced.
  case notWritten(any Error)
  /// The same, where everything stays as it was.
  case nothingWritten(any Error)
  /// What would be lost in converting to another form.
  case wouldBeLost([Finding], target: String)
  /// A history that cannot be read cannot take a draft either.
  case unreadableHistory(any Error)
  case noSuchDraft(UnknownDraft)
  /// What could not be published, and what the checks of the published files found.
  case notPublished(any Error, [String])
  /// A schedule that breaks hard rules goes out only with a reason.
  case brokenRules
  /// A draft of a board whose stage lets nothing be made of it.
  case boardHold(BoardHold)
  /// A draft that could not be written where it was meant to go; where it is instead.
  case draftElsewhere(any Error, folder: String?)
  /// The same of the answers to what-ifs.
  case answersElsewhere(any Error, folder: String?)
  /// A fault of the program.
  case disagreement(Disagreement)
  /// The system had no process for a single run.
  case noProcess(WorkerFailure)
  /// A board that cannot be served.
  case notServed(ServingFailure)
  /// A store of drafts that a board cannot use; why.
  case noBoardStore(any Error)
  /// Ended by the user before there was anything to say.
  case interruptedEarly
  /// A worker was called by somebody other than the program; which command calls it.
  case notForPeople(worker: String, caller: String)
  /// Facts that cannot be written as JSON: a fault of the program.
  case notJSON(any Error)

  /// How the program ends with it.
  var status: ExitStatus {
    switch self {
    case .interruptedEarly, .brokenRules, .boardHold: .no
    default: .unusable
    }
  }

  /// Says it on standard error.
  ///
  /// - Parameter usage: the usage line of the command that was typed.
  func say(on console: any Console, usage: String) {
    switch self {
    case .usage(let faults):
      console.complain(faults.map(\.words).joined(separator: "\n") + "\n" + usage)
    case .findings(let findings): console.note(findings)
    case .sideFindings(let findings):
      console.note(FindingReport.text(findings))
      console.note("If a schedule is of the scenario with a what-if, name it with --what-if.\n")
    case .wouldBeLost(let findings, _):
      console.note(FindingReport.text(findings))
      console.complain(sentence)
    case .notPublished(_, let findings):
      console.complain(sentence)
      for finding in findings.prefix(50) { console.note("  \(finding)\n") }
    default: console.complain(sentence)
    }
  }

  /// The failure as a sentence.
  var description: String { sentence }

  /// What is printed after the program's name.
  private var sentence: String {
    switch self {
    case .usage(let faults): faults.map(\.words).joined(separator: "\n")
    case .findings(let findings), .sideFindings(let findings): FindingReport.text(findings)
    case .unknownCommand(let word, let near):
      "unknown command '\(word)'\(UsageFault.meant(near) ?? "")"
        + "; 'programme help' lists them"
    case .rowsNotAdded(let failure): "\(failure.words); nothing was written"
    case .notWritten(let error), .notPublished(let error, _): "\(error)"
    case .nothingWritten(let error): "\(error); nothing was written"
    case .wouldBeLost(_, let target):
      "these would be lost on the way to \(target); nothing was written"
    case .unreadableHistory(let error):
      "\(error); nothing is drafted until it is repaired or moved away, or another folder"
        + " is named with --out"
    case .noSuchDraft(let unknown): unknown.words
    case .brokenRules:
      "the schedule breaks hard rules; nothing is written. Mend it, or export it with"
        + " --with-violations \"why\""
    case .boardHold(let hold): hold.words
    case .draftElsewhere(let error, let folder): Self.draft(error, in: folder)
    case .answersElsewhere(let error, let folder):
      "\(error)" + (folder.map { "\nThe answers are in \($0)" } ?? "")
    case .disagreement(let disagreement): disagreement.words
    case .noProcess(let failure):
      "\(failure.words); nothing is written. Try again when the system has room for one"
    case .notServed(let failure): failure.words
    case .noBoardStore(let error):
      "\(error); the board is not opened until that is mended, or another folder is named with"
        + " --out. The tables are as they were"
    case .interruptedEarly: "interrupted before there was an answer; nothing is written"
    case .notForPeople(let worker, let caller):
      "'\(worker)' is for the program itself; see 'programme \(caller) --help'"
    case .notJSON(let error): "the answer cannot be written as JSON: \(error)"
    }
  }

  private static func draft(_ error: any Error, in folder: String?) -> String {
    guard let folder else {
      return "\(error)\nIt could not be written elsewhere either; what is printed is all there is"
    }
    return "\(error)\nThe draft is not lost: it is in \(folder)"
  }
}
