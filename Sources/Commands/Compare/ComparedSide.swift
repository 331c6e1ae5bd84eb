// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Foundation
import Meetings
import ScenarioFiles
import Tables

/// A schedule or draft named on the command line, and the scenario that it belongs to: named too,
/// or found from the draft beside it.
struct ComparedSide {
  let name: String
  let file: URL
  /// What `draft.json` beside the schedule says of its tables.
  let scenarioID: String?
  let digest: String?

  /// - Throws: what is wrong with the name.
  init(_ path: String) throws(CommandFailure) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .usage([.place(.nothingThere(path))])
    }
    // '.' and paths that end in '/' need a name too.
    let url = URL(filePath: path).standardizedFileURL
    file = isFolder.boolValue ? url.appending(path: "schedule.csv") : url
    guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
      throw .usage([.place(.notADraftFolder(path))])
    }
    name =
      isFolder.boolValue || url.lastPathComponent != "schedule.csv"
      ? url.deletingPathExtension().lastPathComponent
      : url.deletingLastPathComponent().lastPathComponent
    // What the draft says counts only for its own schedule.
    let isDraft = file.lastPathComponent == DraftFolder.scheduleName
    let facts = isDraft ? DraftFacts.beside(file) : nil
    scenarioID = facts?.scenario
    digest = facts?.inputSHA256
  }

  /// The scenario, where it can be found: the folder that the schedule lies in, or the folder or
  /// workbook among the scenarios that the draft names.
  func scenario(in world: World) -> String? {
    let own = file.deletingLastPathComponent()
    if Self.isScenario(own.path(percentEncoded: false)) { return own.path(percentEncoded: false) }
    guard let scenarioID, Self.isPlain(scenarioID) else { return nil }
    let folder = "\(world.scenarios)/\(scenarioID)"
    if Self.isScenario(folder) { return folder }
    return [".xlsx", ".ods"].map { folder + $0 }.first {
      FileManager.default.fileExists(atPath: $0)
    }
  }

  private static func isScenario(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/meeting.json")
  }

  /// Whether it cannot lead out of the folder that it is appended to.
  private static func isPlain(_ id: String) -> Bool { !id.contains("/") && !id.hasPrefix(".") }

  /// The tables that the draft was made from: the scenario as it is, or the what-if whose tables
  /// have the draft's digest.
  func source(in folder: String) -> WhatIfSource? {
    guard let digest else { return nil }
    let url = URL(filePath: folder)
    if ScenarioFolder.read(url).digest == digest { return nil }
    return ScenarioFolder.whatIfs(in: url).lazy.map { WhatIfSource.named($0) }.first {
      ScenarioFolder.read(url, asking: $0).digest == digest
    }
  }

  /// Sessions and rooms of the schedule that the tables no longer have.
  private func sessionsGone(from scenario: Scenario) -> Set<String> {
    let rows = ScheduleFile.read(file, against: nil).schedule?.rows ?? []
    return Set(rows.map(\.session) + rows.compactMap(\.room))
      .subtracting(scenario.sessions.map(\.id) + scenario.rooms.map(\.id))
  }

  /// The side, read with its tables.
  ///
  /// - Parameters:
  ///   - folder: of the scenario.
  ///   - source: the what-if that it belongs to.
  ///   - name: what it is called in the answer.
  /// - Throws: the errors of the tables, or of the schedule read with them.
  func read(
    _ folder: String, asking source: WhatIfSource?, called name: String, in world: World
  ) throws(CommandFailure) -> Side {
    let reading = ScenarioFolder.read(URL(filePath: folder), asking: source)
    let grave = reading.findings.filter { $0.isGrave }
    guard grave.isEmpty, let scenario = reading.scenario else { throw .sideFindings(grave) }
    var removed: Set<String> = []
    if source != nil, let base = ScenarioFolder.read(URL(filePath: folder)).scenario {
      removed = Set((base.sessions.map(\.id) + base.rooms.map(\.id)))
      removed.subtract(scenario.sessions.map(\.id) + scenario.rooms.map(\.id))
    }
    if let digest, source == nil, reading.digest != digest {
      world.console.note(
        "The tables have changed since \(name) was drafted; it is judged by them as they are now.\n"
      )
      removed.formUnion(sessionsGone(from: scenario))
    }
    let path = file.path(percentEncoded: false)
    do throws(CommandFailure) {
      return Side(
        name, scenario, try ScheduleReading.file(path, against: scenario, ignoring: removed))
    } catch {
      guard case .findings(let findings) = error else { throw error }
      throw .sideFindings(findings)
    }
  }
}
