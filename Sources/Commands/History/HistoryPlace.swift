// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Foundation
import Results

/// The folder in which a scenario's drafts lie, and their history.
struct HistoryPlace {
  static let option = Command.Option(
    name: "out", value: "DIR", help: "where the drafts are (Output/<scenario id>)")
  static let notes = """
    Without SCENARIO and --out, the one folder in Output/ that has drafts is meant.

    """

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
  /// - Throws: where nothing tells which folder is meant.
  init(_ typed: Invocation, scenario: String?) throws(UsageError) {
    let loaded = scenario.map { Loading($0, whatIf: nil) }
    let meeting = loaded?.meeting
    if let out = typed.text("out") {
      self.init(path: out, zone: meeting?.zone.zone)
    } else if let meeting {
      self.init(path: "Output/\(meeting.id)", zone: meeting.zone.zone)
    } else if let scenario, loaded?.isThere == false {
      throw UsageError(
        "there is no folder '\(scenario)'; name a scenario's folder, or that of its drafts with --out"
      )
    } else if let scenario {
      throw UsageError(
        "the id of the scenario '\(scenario)' cannot be read; name the folder of its drafts with"
          + " --out")
    } else {
      self.init(path: try Self.onlyOne())
    }
  }

  private static func onlyOne() throws(UsageError) -> String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "Output")) ?? []
    let found = names.sorted().filter {
      FileManager.default.fileExists(atPath: "Output/\($0)/\(DraftHistory.fileName)")
    }
    if found.count == 1 { return "Output/\(found[0])" }
    throw UsageError(
      "whose drafts? Name the scenario, or their folder with --out"
        + (found.isEmpty ? "" : "; in Output/ there are those of \(found.joined(separator: ", "))"))
  }

  /// Which draft stands in the folder, and whether somebody edited it there.
  func standing() throws(DatabaseError) -> HistoryText.Standing {
    let folder = ResultFolder(
      path, set: "draft", isForced: false, olderRecord: DraftFolder.summaryName)
    let present = folder.present()
    guard !present.isEmpty else { return .none }
    guard let history = try DraftHistory.reading(in: url) else { return .unkept }
    if let number = try history.number(of: present) { return .draft(number) }
    return .edited
  }
}
