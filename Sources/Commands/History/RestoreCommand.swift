// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Results
import Texts

/// `programme restore SCENARIO N`: puts an earlier draft back in its folder.
enum RestoreCommand: Command {
  struct Options: CommandOptions {
    /// The scenario, as the first of two words.
    var argument: String?
    var number = 0
    var scenario: String?
    var out: String?
    var isForced = false
    var isJSON = false
  }

  static let declaration = Declaration<Options>(
    name: "restore",
    summary: "puts draft N of 'programme drafts' back in place and keeps the one that it replaces",
    arguments: [.optional("SCENARIO", \.argument), .needed("N", \.number, draftNumber)],
    options: [
      .text(
        "scenario", "SCENARIO", \.scenario, "the scenario, if only a number is given"),
      .place("out", "DIR", \.out, "where the drafts are", usual: "Output/<scenario id>"),
      .force(\.isForced, "even if files were edited; those are kept first"),
      .json(\.isJSON),
    ],
    notes: HistoryPlace.notes,
    quarrels: { options in
      guard let argument = options.argument, options.scenario != nil else { return [] }
      return [.quarrel(.scenarioTwice(argument))]
    })

  private static func draftNumber(_ text: String) throws(UsageFault) -> Int {
    guard let number = Int(text), number > 0 else { throw .word(.notADraftNumber(text)) }
    return number
  }

  static func answer(
    _ options: Options, in world: World
  ) throws(CommandFailure) -> RestoreAnswer {
    let number = options.number
    let place = try HistoryPlace(
      options.out, scenario: options.argument ?? options.scenario, in: world)
    do {
      let known = try place.entries().map(\.number)
      guard known.contains(number) else {
        throw CommandFailure.noSuchDraft(
          UnknownDraft(number: number, known: known, folder: place.path))
      }
      let folder = DraftFolder(place.path, isForced: options.isForced, in: world)
      let (kept, written) = try folder.restore(number, from: DraftHistory(in: place.url))
      return RestoreAnswer(number: number, kept: kept, folder: place.path, written: written)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw .notWritten(error)
    }
  }
}

/// A draft that is back in its folder.
struct RestoreAnswer: CommandAnswer {
  let number: Int
  /// The number under which the draft before it is kept; `nil` if there was none.
  let kept: Int?
  let folder: String
  /// Paths of its files.
  let written: [String]

  var status: ExitStatus { .yes }

  func text(width: Int) -> String { HistoryText.restored(number, kept: kept, in: folder) }

  func json() throws(CommandFailure) -> String {
    try AnswerJSON.of(["number": number, "kept": kept ?? NSNull()], written: written)
  }
}
