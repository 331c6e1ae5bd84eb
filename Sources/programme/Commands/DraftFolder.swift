// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Publishing
import Reports
import Tables

/// Where a draft is written: its own earlier files are replaced, those edited since are not.
struct DraftFolder {
  private let folder: URL
  private let isForced: Bool

  static let summaryName = "draft.json"
  private static let names = [
    "schedule.csv", "programme.ics", "review.html", "review.md", "review.json",
  ]

  init(_ folder: URL, isForced: Bool) {
    self.folder = folder
    self.isForced = isForced
  }

  var path: String { folder.relativePath }

  /// Why nothing may be written here: a file is not as the draft beside it left it.
  var refusal: String? {
    guard !isForced else { return nil }
    let recorded = DraftJSON.recordedFiles(
      (try? Data(contentsOf: folder.appending(path: Self.summaryName))) ?? Data())
    for name in Self.names {
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { continue }
      guard let digest = recorded[name] else {
        return "\(path)/\(name) is not from a draft; name another folder with --out,"
          + " or --force to replace it"
      }
      if digest != SHA256.hex(data) {
        return "\(path)/\(name) was edited since it was drafted; name another folder with --out,"
          + " or --force to replace it"
      }
    }
    return nil
  }

  /// Writes each file under a temporary name, then all take their names.
  func write(
    _ summary: DraftSummary, _ schedule: Schedule?, _ report: Report?, of scenario: Scenario
  ) throws {
    var files: [(name: String, text: String)] = []
    if let schedule {
      files = [
        ("schedule.csv", ScheduleCSV.text(schedule, of: scenario)),
        ("programme.ics", try CalendarFile.text(schedule, of: scenario)),
      ]
    }
    if let report { files += ReviewFiles.texts(report) }
    var summary = summary
    summary.files = Dictionary(
      uniqueKeysWithValues: files.map { ($0.name, SHA256.hex(Data($0.text.utf8))) })
    files.append((Self.summaryName, DraftJSON.text(summary)))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in files {
      try AtomicFile.write(Data(file.text.utf8), to: folder.appending(path: file.name))
    }
    if schedule == nil {
      // An earlier draft's schedule beside the news that there is none would mislead.
      for name in Self.names {
        try? FileManager.default.removeItem(at: folder.appending(path: name))
      }
    }
  }
}
