// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Files
import Foundation
import Meetings
import Publishing
import Reports
import Results

/// Where drafts are written: the folder holds the last good draft whole, and the history beside it
/// every draft before.
struct DraftFolder {
  static let summaryName = "draft.json"
  /// What a run that found nothing writes beside the last good draft.
  static let failureName = "no-draft.json"
  static let scheduleName = "schedule.csv"
  private static let failureSet = "no-draft"

  /// What came of writing.
  struct Written {
    let folder: String
    let files: [String]
    /// The draft's number in the history; none without a schedule.
    var number: Int?
    /// Whether an earlier draft stays in the folder because the run found none.
    var keepsEarlier = false
  }

  let results: ResultFolder
  private let url: URL
  private let isForced: Bool

  init(_ path: String, isForced: Bool) {
    results = ResultFolder(
      path, set: "draft", isForced: isForced, olderRecord: Self.summaryName)
    url = URL(filePath: path)
    self.isForced = isForced
  }

  var path: String { results.path }

  /// Why nothing may or can be written here.
  var refusal: String? {
    do {
      try results.probe()
    } catch {
      return error.description
    }
    return results.refusal([
      Self.scheduleName, "programme.ics", "review.html", "review.md", "review.json",
      Self.summaryName,
    ])
  }

  /// Whether a draft with a schedule stands here.
  var holdsDraft: Bool {
    results.recorded[Self.scheduleName] != nil && results.bytes(Self.scheduleName) != nil
  }

  /// Writes a draft in place of the one before, which the history keeps.
  ///
  /// - Parameter command: as it was typed.
  func write(
    _ summary: DraftSummary, _ schedule: Schedule, _ report: Report, of scenario: Scenario,
    command: String
  ) throws -> Written {
    let files = try DraftFiles.all(summary, schedule, report, of: scenario)
    var number: Int?
    try results.write(files, removing: Self.failureSet) {
      do throws(DatabaseError) {
        let history = try DraftHistory(in: url)
        let parent = try keepPresent(in: history)
        number = try history.keep(Self.entry(summary, command, parent: parent), files)
        return nil
      } catch {
        return error.description
      }
    }
    return Written(
      folder: path, files: files.map { results.place(of: $0.name) }, number: number)
  }

  /// Writes that no draft was found: beside the last good one, or alone.
  func writeFailure(_ summary: DraftSummary) throws -> Written {
    let data = Data(DraftJSON.text(summary).utf8)
    guard holdsDraft else {
      try results.write([(Self.summaryName, data)], removing: Self.failureSet)
      return Written(folder: path, files: [results.place(of: Self.summaryName)])
    }
    let beside = ResultFolder(path, set: Self.failureSet, isForced: isForced)
    try beside.write([(Self.failureName, data)])
    return Written(
      folder: path, files: [beside.place(of: Self.failureName)], keepsEarlier: true)
  }

  /// Puts a draft of the history back in place of the one that stands here, which is kept.
  ///
  /// - Returns: the number under which what stood here is kept; none where nothing did.
  func restore(_ number: Int, from history: DraftHistory) throws -> Int? {
    let files = try history.files(of: number)
    var kept: Int?
    try results.write(files, removing: Self.failureSet) {
      do throws(DatabaseError) {
        kept = try keepPresent(in: history)
        return nil
      } catch {
        return error.description
      }
    }
    return kept
  }

  /// Keeps what stands here where the history does not have it yet.
  ///
  /// - Returns: its number; none where no draft stands here.
  private func keepPresent(in history: DraftHistory) throws(DatabaseError) -> Int? {
    let present = results.present
    guard present.contains(where: { $0.name == Self.scheduleName }) else { return nil }
    if let number = try history.number(of: present) { return number }
    let isFirst = try history.entries().isEmpty
    let data = present.first { $0.name == Self.summaryName }?.bytes ?? Data()
    let facts = DraftFacts(data)
    return try history.keep(
      DraftHistory.Entry(
        instant: Int(Date().timeIntervalSince1970), origin: isFirst ? .found : .edited,
        command: "", status: facts.status, objective: facts.objective, bound: facts.bound,
        seed: facts.seed, inputSHA256: facts.inputSHA256),
      present)
  }

  private static func entry(
    _ summary: DraftSummary, _ command: String, parent: Int?
  ) -> DraftHistory.Entry {
    DraftHistory.Entry(
      instant: Int(Date().timeIntervalSince1970), origin: .drafted, parent: parent,
      command: command, status: summary.status.rawValue, objective: summary.objective,
      bound: summary.bound, seed: summary.seed, inputSHA256: summary.inputSHA256)
  }
}

/// A draft's files, the summary with the digests of the others.
enum DraftFiles {
  static func all(
    _ summary: DraftSummary, _ schedule: Schedule, _ report: Report, of scenario: Scenario
  ) throws -> [FileSet.File] {
    var texts = [
      (name: DraftFolder.scheduleName, text: ScheduleCSV.text(schedule, of: scenario)),
      (name: "programme.ics", text: try CalendarFile.text(schedule, of: scenario)),
    ]
    texts += ReviewFiles.texts(report)
    var files: [FileSet.File] = texts.map { ($0.name, Data($0.text.utf8)) }
    var summary = summary
    summary.files = ResultFolder.digests(files)
    files.append((DraftFolder.summaryName, Data(DraftJSON.text(summary).utf8)))
    return files
  }
}
