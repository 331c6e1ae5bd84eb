// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Files
import Foundation
import Languages
import Meetings
import Programmes
import Publications
import Rules
import Tables

/// One publication, or the preview of one, from options to an answer.
struct PublishRun {
  private let options: PublishCommand.Options
  private let world: World
  private let loaded: Loading
  private let scenario: Scenario
  private let drafts: DraftLookup
  private let schedule: Schedule
  private let review: Review
  private let publisher: Publisher
  /// The draft of the board that is published, if it is one.
  let board: BoardSchedule?
  /// The folder of the register and of the files.
  let folder: String

  /// Reads what is needed; nothing is written.
  ///
  /// - Throws: tables or a schedule that cannot be used, or a draft whose stage forbids it.
  init(_ options: PublishCommand.Options, in world: World) throws(CommandFailure) {
    self.options = options
    self.world = world
    loaded = Loading(options.scenario)
    scenario = try loaded.usable(world.console)
    drafts = DraftLookup(
      options.drafts ?? options.out, of: scenario, loaded.digest, in: world)
    if let name = options.board ?? options.schedule.flatMap(DraftLookup.boardName) {
      let named = try drafts.board(name, for: .publication)
      (board, schedule) = (named, named.schedule)
    } else {
      board = nil
      let path = try drafts.schedule(options.schedule ?? "").path
      schedule = try ScheduleReading.file(path, against: scenario)
    }
    review = Review(scenario: scenario, schedule: schedule)
    folder = options.out ?? world.results(of: scenario.meeting)
    let console = world.console
    publisher = Publisher(
      folder: URL(filePath: folder),
      waiting: .init { console.note(PublishWords.waiting) })
  }

  /// Of the tables.
  var tablesDigest: String { loaded.digest }

  /// Tells one schedule from another.
  var scheduleDigest: String { schedule.digest }

  /// What holds if nothing else is said: as in the last publication, or at first.
  ///
  /// - Throws: where the register cannot be read.
  func wording() throws(CommandFailure) -> Proposal.Wording {
    do { return wording(try publisher.latest()) } catch { throw .notPublished(error, []) }
  }

  /// Publishes, or says what that would do.
  ///
  /// - Parameter basis: what the register is to hold before; `nil`: whatever it holds.
  func answer(after basis: RegisterMark? = nil) throws(CommandFailure) -> PublishAnswer {
    if !review.violations.isEmpty && options.reason == nil { return .refused(review) }
    world.console.note(loaded.addressFindings)
    let request = Publisher.Request(
      now: options.now ?? world.now(),
      newAddresses: PublishValues.people(options.newAddresses ?? ""),
      renames: RenameAnswers(renamed: options.renamed, notRenamed: options.notRenamed),
      renewsListed: options.renewsListed, isForced: options.isForced, basis: basis
    ) { previous in Proposal(Programme(schedule, of: scenario), wording(previous)) }
    do {
      let kept = try keep(before: request)
      let outcome =
        try options.isPreview ? publisher.preview(request) : publisher.publish(request)
      return .done(
        PublishWords(
          outcome, folder: URL(filePath: folder).relativePath, isPreview: options.isPreview,
          addresses: loaded.addressFindings, kept: kept))
    } catch let refusal as RenameRefusal {
      guard refusal.faults.isEmpty else { throw .usage(refusal.faults.map { .rename($0) }) }
      return .asked(refusal.questions, isPreview: options.isPreview)
    } catch {
      let findings = (error as? PublicationFailure)?.findings ?? []
      throw .notPublished(error, findings.map { "\($0)" })
    }
  }

  /// What cannot be published is not kept, and what is published must have been kept.
  private func keep(before request: Publisher.Request) throws -> Int? {
    guard let board, !options.isPreview else { return nil }
    _ = try publisher.preview(request)
    let keeping = BoardKeeping(
      board: board, scenario: scenario, review: review, digest: loaded.digest, now: world.now())
    let number = try keeping.keep(in: drafts.place)
    world.console.note(
      "The board's draft '\(board.log.state.name)' is kept as draft \(number).\n")
    return number
  }

  /// What is not given stays as it was.
  private func wording(_ previous: PublicationHead?) -> Proposal.Wording {
    let typed = scenario.meeting.calendar?.domain
    let usual = typed.flatMap { DomainName.named(in: $0) }.map { "https://\($0)/" } ?? ""
    // What a domain that was typed as an address once became is no address.
    let isBroken = typed.map {
      DomainName.named(in: $0) != $0 && previous?.address == "https://\($0)/"
    }
    let before = isBroken == true ? nil : previous?.address
    return Proposal.Wording(
      status: options.status ?? previous?.status ?? .draft,
      cancelled: options.cancelled ?? previous?.cancelled ?? .standard,
      people: options.people ?? previous?.people ?? .private,
      address: options.address ?? before ?? usual,
      note: options.note ?? "",
      violationsReason: review.violations.isEmpty ? nil : options.reason,
      violations: review.violations.count,
      language: options.language ?? previous?.language ?? .english)
  }
}

extension Schedule {
  /// Tells one schedule from another: SHA-256 over where each session is.
  var digest: String {
    let rows = rows.map { row in
      "\(row.session) \(row.status.rawValue) \(row.start?.description ?? "-") \(row.room ?? "-")"
    }
    return SHA256.hex(Data(rows.joined(separator: "\n").utf8))
  }
}
