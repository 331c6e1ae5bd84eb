// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Foundation
import Results

extension Command {
  /// `programme drafts SCENARIO`: every draft that stood in the scenario's folder of results.
  static let drafts = Command(
    name: "drafts", arguments: ["[SCENARIO]"],
    summary: "lists every draft that was made, with date, cost, bound, seed and command",
    options: [
      HistoryPlace.option, Command.json,
    ],
    notes: HistoryPlace.notes
  ) { typed throws(UsageError) in
    let place = try HistoryPlace(typed, scenario: typed.arguments.first)
    do {
      let entries = try DraftHistory.reading(in: place.url)?.entries() ?? []
      let standing = try place.standing()
      if typed.has("json") {
        Terminal.say(HistoryText.json(entries, standing))
      } else {
        Terminal.say(HistoryText.list(entries, standing, place.zone, in: place.path))
      }
    } catch {
      Terminal.complain("\(error)")
      return .unusable
    }
    return .yes
  }

  /// `programme restore SCENARIO N`: an earlier draft back in its folder.
  static let restore = Command(
    name: "restore", arguments: ["[SCENARIO]", "N"],
    summary: "puts draft N of 'programme drafts' back in place; the one that stands there is kept",
    options: [
      Option(
        name: "scenario", value: "SCENARIO", help: "the scenario, where only a number is given"),
      HistoryPlace.option,
      Option(name: "force", value: nil, help: "also where files were edited; those are kept first"),
      Command.json,
    ],
    notes: HistoryPlace.notes
  ) { typed throws(UsageError) in
    guard let text = typed.arguments.last else { throw UsageError("missing N") }
    let named = typed.arguments.count > 1 ? typed.arguments[0] : nil
    if named != nil && typed.has("scenario") {
      throw UsageError("the scenario is given twice: '\(typed.arguments[0])' and --scenario")
    }
    guard let number = Int(text), number > 0 else {
      throw UsageError("'\(text)' is no draft's number; 'programme drafts SCENARIO' lists them")
    }
    let place = try HistoryPlace(typed, scenario: named ?? typed.text("scenario"))
    do {
      let numbers = try DraftHistory.reading(in: place.url)?.entries().map(\.number) ?? []
      guard numbers.contains(number) else {
        Terminal.complain(HistoryText.unknown(number, numbers, in: place.path))
        return .unusable
      }
      let folder = DraftFolder(place.path, isForced: typed.has("force"))
      let (kept, written) = try folder.restore(number, from: DraftHistory(in: place.url))
      Terminal.say(
        typed.has("json")
          ? JSONText.of(["number": number, "kept": kept ?? NSNull()], written: written)
          : HistoryText.restored(number, kept: kept, in: place.path))
    } catch {
      Terminal.complain("\(error)")
      return .unusable
    }
    return .yes
  }
}
