// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Foundation
import Results

extension Command {
  /// `programme drafts SCENARIO`: every draft that stood in the scenario's folder of results.
  static let drafts = Command(
    name: "drafts", arguments: ["SCENARIO"],
    summary: "lists every draft that was made, with date, cost, bound, seed and command",
    options: [
      Option(name: "out", value: "DIR", help: "where the drafts are (Output/<scenario id>)"),
      Command.json,
    ]
  ) { typed throws(UsageError) in
    guard let place = HistoryPlace(typed, scenario: typed.arguments[0]) else { return .unusable }
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
    name: "restore", arguments: ["SCENARIO", "N"],
    summary: "puts draft N of 'programme drafts' back in place; the one that stands there is kept",
    options: [
      Option(name: "out", value: "DIR", help: "where the drafts are (Output/<scenario id>)"),
      Option(name: "force", value: nil, help: "also where files were edited; those are kept first"),
    ]
  ) { typed throws(UsageError) in
    let text = typed.arguments[1]
    guard let number = Int(text), number > 0 else {
      throw UsageError("'\(text)' is no draft's number; 'programme drafts SCENARIO' lists them")
    }
    guard let place = HistoryPlace(typed, scenario: typed.arguments[0]) else { return .unusable }
    do {
      let numbers = try DraftHistory.reading(in: place.url)?.entries().map(\.number) ?? []
      guard numbers.contains(number) else {
        Terminal.complain(HistoryText.unknown(number, numbers, in: place.path))
        return .unusable
      }
      let folder = DraftFolder(place.path, isForced: typed.has("force"))
      let kept = try folder.restore(number, from: DraftHistory(in: place.url))
      Terminal.say(HistoryText.restored(number, kept: kept, in: place.path))
    } catch {
      Terminal.complain("\(error)")
      return .unusable
    }
    return .yes
  }
}

/// The folder in which a scenario's drafts lie, and their history.
struct HistoryPlace {
  let path: String
  /// The meeting's zone; `nil` where its tables cannot be read now.
  let zone: TimeZone?
  var url: URL { URL(filePath: path) }

  init(path: String, zone: TimeZone? = nil) {
    self.path = path
    self.zone = zone
  }

  /// - Parameter scenario: its folder; its tables may be wrong by now, only its id is needed, and that
  ///   only where no folder is named.
  init?(_ typed: Invocation, scenario: String) {
    let loaded = Loading(scenario, whatIf: nil)
    let meeting = loaded.meeting
    if let out = typed.text("out") {
      self.init(path: out, zone: meeting?.zone.zone)
    } else if let meeting {
      self.init(path: "Output/\(meeting.id)", zone: meeting.zone.zone)
    } else {
      _ = loaded.usable()
      Terminal.complain("the scenario's id is not known; name the folder of drafts with --out")
      return nil
    }
  }

  /// Which draft stands in the folder, and whether somebody edited it there.
  func standing() throws(DatabaseError) -> HistoryText.Standing {
    let folder = ResultFolder(
      path, set: "draft", isForced: false, olderRecord: DraftFolder.summaryName)
    let present = folder.present
    guard !present.isEmpty, let history = try DraftHistory.reading(in: url) else { return .none }
    if let number = try history.number(of: present) { return .draft(number) }
    return .edited
  }
}
