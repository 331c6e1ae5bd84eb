// SPDX-License-Identifier: GPL-3.0-or-later

import Comparing
import Databases
import Explaining
import Foundation
import Meetings
import Results
import Rules
import ScenarioFiles
import Tables

/// What a study starts from: the schedule that was named, a draft that is there, or nothing yet.
struct WhatIfBase {
  static let fresh = Command.Option(
    name: "fresh-base", value: nil,
    help: "make the base anew, also where there is a draft that fits the tables")

  let origin: BaseOrigin
  /// `nil` where it has to be made.
  var schedule: Schedule?
  /// Proven with the draft, for these very tables.
  var bound: Int?

  /// - Returns: `nil` after the findings of a named schedule have been shown.
  /// - Throws: where it is a number that the history does not have.
  static func choose(
    _ typed: Invocation, _ scenario: Scenario, digest: String
  ) throws(UsageError) -> WhatIfBase? {
    if let word = typed.text("base") {
      let path = try DraftReference.schedule(word, typed, of: scenario.meeting.id).path
      return Loading.schedule(path, against: scenario).map {
        WhatIfBase(origin: .given, schedule: $0)
      }
    }
    if typed.has(fresh.name) { return WhatIfBase(origin: .made(.asked)) }
    let path = typed.text(DraftReference.option.name) ?? "Output/\(scenario.meeting.id)"
    let place = HistoryPlace(path: path, zone: scenario.meeting.zone.zone)
    return BaseSearch(scenario: scenario, digest: digest, place: place).best
  }

  /// As an answer: judged by the referee, proven where the draft's bound says so.
  func answer(_ name: String, of scenario: Scenario, notes: [String]) -> WhatIfAnswer {
    var answer = WhatIfAnswer(
      name: name, question: "The programme as it is.", state: .given, notes: notes,
      scenario: scenario, schedule: schedule)
    guard let schedule else { return answer }
    let review = Review(scenario: scenario, schedule: schedule)
    if case .draft = origin {
      // A bound above a schedule that keeps every rule is none.
      answer.bound = bound.flatMap { $0 <= review.objective ? $0 : nil }
      answer.objective = review.objective
      answer.state = answer.bound == review.objective ? .optimal : .feasible
    } else if !review.violations.isEmpty {
      let count = review.violations.count
      answer.notes.append(
        "The schedule that was handed in breaks hard rules in \(count)"
          + " \(count == 1 ? "place" : "places").")
    }
    return answer
  }
}

/// Looks for a draft that may serve as a base, in a folder of results and its history.
///
/// What stands in the folder and was drafted from these very tables comes first; then the newest draft
/// of these tables in the history; then what stands there, whatever its tables were. Each only where
/// the referee finds it whole and without a violation of the tables as they are.
private struct BaseSearch {
  let scenario: Scenario
  let digest: String
  let place: HistoryPlace

  private var results: ResultFolder {
    ResultFolder(place.path, set: "draft", isForced: false, olderRecord: DraftFolder.summaryName)
  }

  var best: WhatIfBase {
    let standing = standing
    if let standing, standing.draft.isOfTheseTables, standing.broken == 0 { return standing.base }
    if let kept = kept { return kept.base }
    guard let standing else { return WhatIfBase(origin: .made(.noDraft)) }
    guard standing.broken == 0 else {
      return WhatIfBase(origin: .made(.noneFits(broken: standing.broken)))
    }
    return standing.base
  }

  /// A draft that was looked at.
  private struct Candidate {
    var draft: BaseDraft
    var schedule: Schedule?
    var bound: Int?
    /// Hard rules that it breaks, in so many places; `nil` where it could not be read.
    var broken: Int?
    var base: WhatIfBase {
      WhatIfBase(origin: .draft(draft), schedule: schedule, bound: bound)
    }
  }

  /// What stands in the folder.
  private var standing: Candidate? {
    let present = results.present([DraftFolder.scheduleName])
    guard let schedule = present.first(where: { $0.name == DraftFolder.scheduleName }) else {
      return nil
    }
    let recorded = results.recorded
    func isAsLeft(_ name: String, _ bytes: Data) -> Bool { recorded[name] == SHA256.hex(bytes) }
    // A summary that somebody edited proves nothing.
    let summary = present.first {
      $0.name == DraftFolder.summaryName && isAsLeft($0.name, $0.bytes)
    }
    var draft = BaseDraft(
      folder: place.path,
      isOfTheseTables: summary.map { DraftFacts($0.bytes).inputSHA256 == digest } ?? false,
      isEdited: !isAsLeft(schedule.name, schedule.bytes))
    if let history = try? DraftHistory.reading(in: place.url),
      let number = try? history.number(of: results.present()),
      let entry = try? history.entries().first(where: { $0.number == number })
    {
      draft.number = number
      draft.day = day(entry)
    }
    return judged(draft, in: place.path, knowsBound: summary != nil)
  }

  /// The newest draft of these tables in the history.
  private var kept: Candidate? {
    guard let history = try? DraftHistory.reading(in: place.url),
      let entries = try? history.entries()
    else { return nil }
    for entry in entries.reversed()
    where entry.inputSHA256 == digest && entry.origin != .edited && entry.objective != nil {
      guard let folder = try? DraftReference.folder(of: entry.number, in: place) else { continue }
      let draft = BaseDraft(
        number: entry.number, day: day(entry), folder: place.path, isOfTheseTables: true,
        isEdited: false)
      let candidate = judged(draft, in: folder, knowsBound: true)
      if candidate.broken == 0 { return candidate }
    }
    return nil
  }

  /// Read with the tables as they are: sessions that are no more are passed over.
  private func judged(_ draft: BaseDraft, in folder: String, knowsBound: Bool) -> Candidate {
    let path = "\(folder)/\(DraftFolder.scheduleName)"
    let gone = Set(
      (ScheduleFile.read(URL(filePath: path), against: nil).schedule?.rows ?? [])
        .map(\.session)
    ).subtracting(scenario.sessions.map(\.id))
    let (schedule, findings) = ScheduleFile.read(
      URL(filePath: path), against: scenario, ignoring: gone)
    var candidate = Candidate(draft: draft)
    guard let schedule, !findings.contains(where: \.isGrave) else { return candidate }
    candidate.schedule = schedule
    candidate.broken = Review(scenario: scenario, schedule: schedule).violations.count
    if knowsBound { candidate.bound = KnownBound.beside(path, tables: digest).bound }
    return candidate
  }

  private func day(_ entry: DraftHistory.Entry) -> CalendarDate {
    scenario.meeting.zone.wallTime(atInstant: entry.instant).date
  }
}
