// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Results
import Texts

/// `programme drafts SCENARIO`: every draft that was in the scenario's folder of results.
enum DraftsCommand: Command {
  struct Options: CommandOptions {
    var scenario: String?
    var out: String?
    var isJSON = false
  }

  static let declaration = Declaration<Options>(
    name: "drafts",
    summary: "lists every draft that was made, with date, cost, bound, seed and command",
    arguments: [.optional("SCENARIO", \.scenario)],
    options: [
      .place("out", "DIR", \.out, "where the drafts are", usual: "Output/<scenario id>"),
      .json(\.isJSON),
    ],
    notes: HistoryPlace.notes)

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> DraftsAnswer {
    let place = try HistoryPlace(options.out, scenario: options.scenario, in: world)
    do {
      return DraftsAnswer(
        place: place, entries: try place.entries(), inFolder: try place.folderState(),
        boards: try place.boards())
    } catch {
      throw .notWritten(error)
    }
  }
}

/// The drafts of a folder, the oldest first.
struct DraftsAnswer: CommandAnswer {
  let place: HistoryPlace
  let entries: [DraftHistory.Entry]
  let inFolder: HistoryPlace.FolderState
  /// The drafts of boards, the oldest first.
  let boards: [BoardLog]

  var status: ExitStatus { .yes }

  func text(width: Int) -> String {
    BoardsText.list(boards, place.zone) + HistoryText.list(entries, inFolder, in: place)
  }

  func json() throws(CommandFailure) -> String {
    var object = HistoryText.object(entries, inFolder)
    object["boards"] = BoardsText.objects(boards)
    return try AnswerJSON.of(object)
  }
}
