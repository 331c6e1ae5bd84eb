// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Modalities
import Rules
import ScenarioFiles
import Tables

/// A scenario, a folder or a workbook, as it was read, with its findings.
struct Loading {
  let scenario: Scenario?
  /// The scenario even if its tables have errors, to judge a schedule by; `nil` if one of them
  /// cannot be read.
  let readable: Scenario?
  let findings: [Finding]
  let digest: String
  /// The meeting, even if other tables are wrong.
  let meeting: Meeting?
  /// Ids of the rows of sessions.csv that are not sessions: nothing about them can be judged.
  let unreadSessions: [String]
  /// Where each row and key is.
  let places: RowPlaces

  /// - Parameter whatIf: the name of a what-if whose changes are made.
  init(_ folder: String, whatIf: String? = nil) {
    self.init(ScenarioFolder.read(URL(filePath: folder), whatIf: whatIf))
  }

  /// The scenario with rows added that its tables do not have yet.
  init(_ folder: String, adding rows: [AddedRows.Row]) {
    self.init(
      ScenarioFolder.read(URL(filePath: folder), asking: .typed(TypedRows.adding(rows))))
  }

  private init(_ reading: ScenarioReading) {
    findings = reading.findings
    digest = reading.digest
    places = reading.places
    meeting = reading.meeting
    unreadSessions = reading.unreadSessions
    // A scenario with errors must not be planned, even if it could be put together.
    readable = findings.contains { $0.severity == .unreadable } ? nil : reading.scenario
    scenario = findings.contains { $0.isGrave } ? nil : reading.scenario
  }

  /// Whether there is a folder at all.
  var isThere: Bool { !findings.contains { $0.rule == "folder" } }

  /// The scenario to be planned; what was not read of it is reported, whatever the command.
  ///
  /// - Throws: its errors.
  func usable(_ console: any Console) throws(CommandFailure) -> Scenario {
    guard let scenario else { throw .findings(findings.filter { $0.isGrave }) }
    // The rest is for 'check'.
    console.note(
      findings.filter {
        Self.unread.contains($0.rule) && $0.severity == .warning || $0.rule == "open-workbook"
      })
    return scenario
  }

  /// Findings about files, sheets and columns that were not read.
  private static let unread: Set<String> = [
    "unknown-file", "unknown-sheet", "unknown-column", "no-heading",
  ]

  /// What was mended, or left out, of addresses that go out: said by whatever sends them out.
  var addressFindings: [Finding] { findings.filter { ["address", "calendar"].contains($0.rule) } }

  /// Everything that `check` has to say about the tables: how they read, what is impossible, what
  /// the modalities ask.
  var allFindings: [Finding] {
    guard let scenario else { return findings }
    let further =
      ImpossibilityCheck.findings(scenario, places) + ModalityFindings.all(scenario)
      + PeopleFindings.all(scenario)
    return findings + further.map(places.placed)
  }

  /// What no schedule can keep, found without a search.
  func impossible(_ scenario: Scenario) -> [Finding] {
    ImpossibilityCheck.findings(scenario, places).map(places.placed).filter {
      $0.severity == .error
    }
  }

  /// The sessions and rooms that a what-if takes away: a schedule of the whole scenario may still
  /// name them.
  ///
  /// - Returns: their names by id.
  /// - Throws: the errors of the scenario without the what-if.
  static func removed(
    _ folder: String, whatIf: String?, from scenario: Scenario, _ console: any Console
  ) throws(CommandFailure) -> [String: String] {
    guard whatIf != nil else { return [:] }
    let base = try Loading(folder).usable(console)
    let there = Set(scenario.sessions.map(\.id) + scenario.rooms.map(\.id))
    let before = base.sessions.map { ($0.id, $0.title) } + base.rooms.map { ($0.id, $0.name) }
    return Dictionary(before, uniquingKeysWith: { first, _ in first })
      .filter { !there.contains($0.key) }
  }
}
