// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Drafts
import Files
import Foundation
import Meetings
import Programmes
import Reports
import Results

/// Where drafts are written: the folder holds the last good draft, whole, and the history in it
/// holds every earlier one.
struct DraftFolder {
  static let summaryName = "draft.json"
  /// What a run that found nothing writes beside the last good draft.
  static let failureName = "no-draft.json"
  static let scheduleName = "schedule.csv"
  private static let failureSet = "no-draft"
  private static let names = [
    scheduleName, "programme.ics", "review.html", "review.md", "review.json", summaryName,
  ]

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
  private let now: @Sendable () -> Int

  init(_ path: String, isForced: Bool, in world: World) {
    now = world.now
    results = ResultFolder(
      path, set: "draft", isForced: isForced, olderRecord: Self.summaryName)
    url = URL(filePath: path)
    self.isForced = isForced
  }

  var path: String { results.path }

  /// Tries whether a draft may and can be written here.
  ///
  /// - Throws: why not.
  func check() throws(CommandFailure) {
    try WritePlace.check(results, Self.names)
    do {
      // A history that cannot be read cannot take a draft either.
      _ = try DraftHistory.reading(in: url)?.entries()
    } catch {
      throw .unreadableHistory(error)
    }
  }

  /// Whether there is a draft here, even one that somebody took a file out of.
  var holdsDraft: Bool {
    Self.names.contains { $0 != Self.summaryName && results.bytes($0) != nil }
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
    try results.write(files, removing: Self.failureSet) { () throws(DatabaseError) in
      let history = try DraftHistory(in: url)
      let parent = try keepPresent(in: history, before: files)
      number = try history.keep(entry(summary, command, parent: parent), files)
    }
    return Written(folder: path, files: results.places(of: files), number: number)
  }

  /// Writes that no draft was found: beside the last good one, or alone.
  func writeFailure(_ summary: DraftSummary) throws -> Written {
    let data = Data(try DraftJSON.text(summary).utf8)
    guard holdsDraft else {
      try results.write([(Self.summaryName, data)], removing: Self.failureSet)
      return Written(folder: path, files: [results.place(of: Self.summaryName)])
    }
    let beside = ResultFolder(path, set: Self.failureSet, isForced: isForced)
    try beside.write([(Self.failureName, data)])
    return Written(
      folder: path, files: [beside.place(of: Self.failureName)], keepsEarlier: true)
  }

  /// Puts a draft from the history back in place of the one that is here, which is kept.
  ///
  /// - Returns: the number under which the present draft is kept, none if there was none; and the
  ///   paths of the files.
  func restore(
    _ number: Int, from history: DraftHistory
  ) throws -> (kept: Int?, written: [String]) {
    let files = try history.files(of: number)
    var kept: Int?
    try results.write(files, removing: Self.failureSet) { () throws(DatabaseError) in
      kept = try keepPresent(in: history, before: files)
    }
    return (kept, results.places(of: files))
  }

  /// Before other files replace what is here, keeps whatever the history does not have yet, even if
  /// it is not a draft's and is replaced by force.
  ///
  /// - Returns: its number; none if nothing is here, or only the answer that there was no draft.
  private func keepPresent(
    in history: DraftHistory, before files: [FileSet.File]
  ) throws(DatabaseError) -> Int? {
    let present = results.present(files.map(\.name))
    let isNewsOnly = present.allSatisfy { $0.name == Self.summaryName }
    if isNewsOnly && results.recorded == ResultFolder.digests(present) { return nil }
    guard !present.isEmpty else { return nil }
    if let number = try history.number(of: present) { return number }
    let isFirst = try history.entries().isEmpty
    let data = present.first { $0.name == Self.summaryName }?.bytes ?? Data()
    let facts = DraftFacts(data)
    return try history.keep(
      DraftHistory.Entry(
        instant: now(), origin: isFirst ? .found : .edited,
        command: "", status: facts.status, objective: facts.objective, bound: facts.bound,
        seed: facts.seed, inputSHA256: facts.inputSHA256),
      present)
  }

  private func entry(
    _ summary: DraftSummary, _ command: String, parent: Int?
  ) -> DraftHistory.Entry {
    DraftHistory.Entry(
      instant: now(), origin: .drafted, parent: parent,
      command: command, status: summary.status.rawValue, objective: summary.objective,
      bound: summary.bound, seed: summary.seed, inputSHA256: summary.inputSHA256)
  }
}

/// A draft's files, the summary with the digests of the others.
enum DraftFiles {
  static func all(
    _ summary: DraftSummary, _ schedule: Schedule, _ report: Report, of scenario: Scenario
  ) throws -> [FileSet.File] {
    let programme = Programme(schedule, of: scenario)
    var texts = [
      (name: DraftFolder.scheduleName, text: ScheduleCSV.text(programme)),
      (name: "programme.ics", text: try CalendarFile.text(programme)),
    ]
    texts += try ReviewFiles.texts(report)
    var files: [FileSet.File] = texts.map { ($0.name, Data($0.text.utf8)) }
    var summary = summary
    summary.files = ResultFolder.digests(files)
    files.append((DraftFolder.summaryName, Data(try DraftJSON.text(summary).utf8)))
    return files
  }
}
