// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import ScenarioFiles
import Tables

/// A scenario, a folder or a workbook, as it was read, with its findings.
struct Loading {
  let scenario: Scenario?
  /// The scenario also where its tables have errors, to judge a schedule by; `nil` where one of them
  /// cannot be read.
  let readable: Scenario?
  let findings: [Finding]
  let digest: String
  /// The meeting, also where other tables are wrong.
  let meeting: Meeting?
  /// Ids of the rows of sessions.csv that are no session: nothing can be judged of them.
  let unreadSessions: [String]
  /// Where each row and key stands.
  let places: RowPlaces

  static let whatIf = Command.Option(
    name: "what-if", value: "NAME", help: "with the changes of what-if/NAME.json")
  static let baseline = Command.Option(
    name: "baseline", value: "SCHEDULE.csv",
    help: "the schedule that moves are counted against: a file, a draft's folder or number")
  static let maxMoves = Command.Option(
    name: "max-moves", value: "N", help: "at most N sessions of the baseline may change")

  init(_ folder: String, whatIf: String?) {
    let reading = ScenarioFolder.read(URL(filePath: folder), whatIf: whatIf)
    findings = reading.findings
    digest = reading.digest
    places = reading.places
    meeting = reading.meeting
    unreadSessions = reading.unreadSessions
    // A scenario with errors is not to be planned, even where it could be put together.
    readable = findings.contains { $0.severity == .unreadable } ? nil : reading.scenario
    scenario = findings.contains { $0.isGrave } ? nil : reading.scenario
  }

  /// Whether there is a folder at all.
  var isThere: Bool { !findings.contains { $0.rule == "folder" } }

  /// The scenario, or nothing after its findings have been shown.
  func usable() -> Scenario? {
    if let scenario {
      // What was not read at all is said whatever the command; the rest is for 'check'.
      let unread = findings.filter {
        Self.unread.contains($0.rule) && $0.severity == .warning || $0.rule == "open-workbook"
      }
      if !unread.isEmpty { Terminal.note(FindingReport.text(unread)) }
      return scenario
    }
    Terminal.note(FindingReport.text(findings.filter { $0.isGrave }))
    return nil
  }

  /// Findings about files, sheets and columns that a scenario goes without.
  private static let unread: Set<String> = [
    "unknown-file", "unknown-sheet", "unknown-column", "no-heading",
  ]

  /// A schedule file, or nothing after its findings have been shown.
  static func schedule(
    _ path: String, against scenario: Scenario?, ignoring removed: Set<String> = [],
    allowsParts: Bool = false
  ) -> Schedule? {
    let (schedule, findings) = ScheduleFile.read(
      URL(filePath: path), against: scenario, ignoring: removed, allowsParts: allowsParts)
    let grave = findings.filter { $0.isGrave }
    guard grave.isEmpty, let schedule else {
      Terminal.note(FindingReport.text(grave))
      return nil
    }
    return schedule
  }
}
