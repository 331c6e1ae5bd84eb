// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Explaining
import Files
import Foundation
import Meetings
import Results
import Rules
import ScenarioFiles
import Tables

/// Looks for a draft that may serve as a base, in a folder of results and its history.
///
/// The draft in the folder comes first, if it was made from these very tables; then the newest
/// draft of these tables in the history; then the draft in the folder, whatever its tables were.
/// Each counts only if the referee finds it complete and without a violation by the tables as they
/// are.
struct BaseSearch {
  private let scenario: Scenario
  private let digest: String
  private let place: HistoryPlace
  private let world: World
  private let results: ResultFolder
  /// `nil` if there is none or it cannot be read: the draft in the folder must then do.
  private let history: DraftHistory?
  /// Drafts of these tables, the newest first.
  private let ofTheseTables: [DraftHistory.Entry]

  /// - Parameter digest: of the tables as they are.
  init(
    _ scenario: Scenario, digest: String, in place: HistoryPlace, _ world: World
  ) {
    self.scenario = scenario
    self.digest = digest
    self.place = place
    self.world = world
    results = ResultFolder(
      place.path, set: "draft", isForced: false, olderRecord: DraftFolder.summaryName)
    history = (try? DraftHistory.reading(in: place.url)) ?? nil
    let entries = (try? history?.entries()) ?? []
    ofTheseTables = entries.reversed().filter {
      $0.inputSHA256 == digest && $0.origin != .edited && $0.objective != nil
    }
  }

  var best: WhatIfBase {
    let inFolder = inFolder
    if let inFolder, inFolder.draft.isOfTheseTables, inFolder.broken == 0 {
      return base(inFolder)
    }
    if let kept { return base(kept) }
    guard let inFolder else { return WhatIfBase(origin: .made(.noDraft)) }
    guard inFolder.broken == 0 else {
      return WhatIfBase(origin: .made(.noneFits(broken: inFolder.broken)))
    }
    return base(inFolder)
  }

  /// A draft that was looked at.
  private struct Candidate {
    var draft: BaseDraft
    var schedule: Schedule?
    /// In how many places it breaks hard rules; `nil` if it could not be read.
    var broken: Int?
  }

  private func base(_ candidate: Candidate) -> WhatIfBase {
    WhatIfBase(
      origin: .draft(candidate.draft), schedule: candidate.schedule, bound: provenBound)
  }

  /// The highest bound proven for any draft of these very tables: it holds for all of them.
  var provenBound: Int? {
    var summaries = ofTheseTables.compactMap { entry in
      try? history?.files(of: entry.number).first { $0.name == DraftFolder.summaryName }?.bytes
    }
    // The draft in the folder may be older than the history.
    if let summary = summaryInFolder { summaries.append(summary) }
    return summaries.compactMap { KnownBound.of(DraftFacts($0), tables: digest).bound }.max()
  }

  /// The `draft.json` in the folder as the program left it; one that somebody edited proves nothing.
  private var summaryInFolder: Data? {
    results.bytes(DraftFolder.summaryName).flatMap { bytes in
      isAsLeft(DraftFolder.summaryName, bytes) ? bytes : nil
    }
  }

  private func isAsLeft(_ name: String, _ bytes: Data) -> Bool {
    results.recorded[name] == SHA256.hex(bytes)
  }

  /// The draft in the folder.
  private var inFolder: Candidate? {
    guard let schedule = results.bytes(DraftFolder.scheduleName) else { return nil }
    let summary = summaryInFolder.map { DraftFacts($0) }
    var draft = BaseDraft(
      folder: place.path, isOfTheseTables: summary?.inputSHA256 == digest,
      isEdited: !isAsLeft(DraftFolder.scheduleName, schedule))
    if let number = try? history?.number(of: results.present()),
      let entry = try? history?.entries().first(where: { $0.number == number })
    {
      draft.number = number
      draft.day = day(entry)
    }
    return judged(draft, in: place.path)
  }

  /// The newest draft of these tables in the history.
  private var kept: Candidate? {
    for entry in ofTheseTables {
      guard let folder = try? DraftLookup(place, in: world).folder(of: entry.number) else {
        continue
      }
      let draft = BaseDraft(
        number: entry.number, day: day(entry), folder: place.path, isOfTheseTables: true,
        isEdited: false)
      let candidate = judged(draft, in: folder)
      if candidate.broken == 0 { return candidate }
    }
    return nil
  }

  /// Read with the tables as they are: sessions that no longer exist are passed over.
  private func judged(_ draft: BaseDraft, in folder: String) -> Candidate {
    let url = URL(filePath: folder).appending(path: DraftFolder.scheduleName)
    let rows = ScheduleFile.read(url, against: nil).schedule?.rows ?? []
    let gone = Set(rows.map(\.session)).subtracting(scenario.sessions.map(\.id))
    let (schedule, findings) = ScheduleFile.read(url, against: scenario, ignoring: gone)
    var candidate = Candidate(draft: draft)
    guard let schedule, !findings.contains(where: \.isGrave) else { return candidate }
    candidate.schedule = schedule
    candidate.broken = Review(scenario: scenario, schedule: schedule).violations.count
    return candidate
  }

  private func day(_ entry: DraftHistory.Entry) -> CalendarDate {
    scenario.meeting.zone.wallTime(atInstant: entry.instant).date
  }
}
