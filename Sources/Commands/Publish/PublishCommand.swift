// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Foundation
import Languages
import Meetings
import Programmes
import Publications
import Rules
import Tables

/// `programme publish SCENARIO DRAFT`: calendars, pages and change pack, one publication after another.
enum PublishCommand: Command {
  struct Options: CommandOptions {
    var scenario = ""
    var schedule: String?
    var board: String?
    var status: PublicationHead.Status?
    var note: String?
    /// Why it goes out although rules are broken.
    var reason: String?
    var cancelled: PublicationHead.Cancelled?
    var people: PublicationHead.People?
    var address: String?
    /// What the page and the letters are written in.
    var language: Language?
    /// People, with `;` between them.
    var newAddresses: String?
    var renamed: [RenameAnswers.Pair] = []
    var notRenamed: [String] = []
    /// Whether all get another one whose own stood on a public page.
    var renewsListed = false
    var isPreview = false
    var out: String?
    /// Seconds since 1970.
    var now: Int?
    var isForced = false
    var drafts: String?
    var isJSON = false
  }

  static let declaration = Declaration<Options>(
    name: "publish",
    summary: "publishes a reviewed schedule: calendars that follow it, pages, what changed",
    arguments: [
      .needed("SCENARIO", \.scenario), .needed("DRAFT", \.schedule, unless: "from-board"),
    ],
    options: [
      .fromBoard(\.board, "publish this draft of the board, which the history then keeps"),
      .choice(
        "status", \.status,
        "how firm it is (as in the last publication; draft in the first)"),
      .text("note", "TEXT", \.note, "what everyone should know about it"),
      .value(
        "with-violations", "REASON", \.reason,
        "publish although rules are broken; the page shows the reason", PublishValues.reason),
      .choice(
        "cancelled", \.cancelled,
        "cancelled sessions: as the standard says, or kept with the word in their title"),
      .choice(
        "people", \.people,
        "people's own calendars: at secret addresses, or listed for everybody"),
      .value(
        "address", "URL", \.address,
        "where the files will be found (as before; https://<calendar.domain>/ at first)",
        PublishValues.address),
      .choice(
        "language", \.language,
        "the language of the page's and the letters' fixed words (as before; en at first)"),
      .text(
        "new-address", "PERSON;…", \.newAddresses,
        "gives these people another secret address; the old one ends"),
      .values(
        "renamed", "OLD=NEW", \.renamed,
        "what was published under the one id goes on under the other (repeatable)",
        PublishValues.rename),
      .values(
        "not-renamed", "OLD", \.notRenamed,
        "what was published under this id is gone, also where something like it is new",
        PublishValues.id),
      .flag(
        "new-addresses", \.renewsListed,
        "gives all whose address stood on a public page another one; the old ones end"),
      .flag("preview", \.isPreview, "says what calendars will show; writes nothing"),
      .place("out", "DIR", \.out, "where the register is", usual: "Output/<scenario id>"),
      .value(
        "now", "TIME", \.now, "time of publication, such as 2025-05-01T12:00:00Z",
        PublishValues.instant),
      .force(\.isForced, "replace published files that were edited since"),
      .drafts(\.drafts), .json(\.isJSON),
    ],
    notes: DraftLookup.notes("DRAFT"),
    quarrels: { options in
      options.schedule != nil && options.board != nil ? [.quarrel(.besideBoard("DRAFT"))] : []
    })

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> PublishAnswer {
    let loaded = Loading(options.scenario)
    let scenario = try loaded.usable(world.console)
    let id = scenario.meeting.id
    let drafts = DraftLookup(options.drafts ?? options.out, of: id, in: world)
    var board: BoardSchedule?
    let schedule: Schedule
    if let name = options.board {
      let named = try boardDraft(name, of: scenario, loaded.digest, drafts, in: world)
      (board, schedule) = (named, named.schedule)
    } else {
      let path = try drafts.schedule(options.schedule ?? "").path
      schedule = try ScheduleReading.file(path, against: scenario)
    }
    let review = Review(scenario: scenario, schedule: schedule)
    if !review.violations.isEmpty && options.reason == nil { return .refused(review) }
    let folder = URL(filePath: options.out ?? world.results(of: id))
    let console = world.console
    console.note(loaded.addressFindings)
    let publisher = Publisher(
      folder: folder,
      waiting: .init { console.note(PublishWords.waiting) })
    let request = Publisher.Request(
      now: options.now ?? world.now(),
      newAddresses: PublishValues.people(options.newAddresses ?? ""),
      renames: RenameAnswers(renamed: options.renamed, notRenamed: options.notRenamed),
      renewsListed: options.renewsListed, isForced: options.isForced
    ) { previous in
      Proposal(Programme(schedule, of: scenario), wording(options, previous, scenario, review))
    }
    do {
      if let board, !options.isPreview {
        // What cannot be published is not kept, and what is published must have been kept.
        _ = try publisher.preview(request)
        let keeping = BoardKeeping(
          board: board, scenario: scenario, review: review, digest: loaded.digest,
          now: world.now())
        let number = try keeping.keep(in: drafts.place)
        console.note("The board's draft '\(board.log.state.name)' is kept as draft \(number).\n")
      }
      let outcome =
        try options.isPreview ? publisher.preview(request) : publisher.publish(request)
      return .done(
        PublishWords(
          outcome, folder: folder.relativePath, isPreview: options.isPreview,
          addresses: loaded.addressFindings))
    } catch let refusal as RenameRefusal {
      guard refusal.faults.isEmpty else { throw .usage(refusal.faults.map { .rename($0) }) }
      return .asked(refusal.questions, isPreview: options.isPreview)
    } catch {
      let findings = (error as? PublicationFailure)?.findings ?? []
      throw .notPublished(error, findings.map { "\($0)" })
    }
  }

  /// The draft of the board that is published, where its stage lets it.
  private static func boardDraft(
    _ name: String, of scenario: Scenario, _ digest: String, _ drafts: DraftLookup,
    in world: World
  ) throws(CommandFailure) -> BoardSchedule {
    let board = try BoardLookup(drafts.place).draft(name, of: scenario, digest: digest)
    try board.check(for: .publication)
    for note in board.notes { world.console.note(note) }
    return board
  }

  /// What is not given stays as it was.
  private static func wording(
    _ options: Options, _ previous: PublicationHead?, _ scenario: Scenario, _ review: Review
  ) -> Proposal.Wording {
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

/// What became of a publication.
enum PublishAnswer: CommandAnswer {
  /// Rules are broken, and no reason was given.
  case refused(Review)
  /// Ids changed, and it has to be said whether things were renamed.
  case asked([RenameQuestion], isPreview: Bool)
  case done(PublishWords)

  var status: ExitStatus {
    switch self {
    case .refused, .asked: .no
    case .done: .yes
    }
  }

  func text(width: Int) -> String {
    switch self {
    case .refused: ""
    case .asked(let questions, let isPreview):
      PublishWords.questions(questions, isPreview: isPreview)
    case .done(let words): words.text
    }
  }

  func json() throws(CommandFailure) -> String {
    switch self {
    case .refused(let review): try AnswerJSON.of(ReviewText.object(review))
    case .asked(let questions, let isPreview):
      try PublishWords.json(questions, isPreview: isPreview)
    case .done(let words): try words.json()
    }
  }

  var notes: [String] {
    switch self {
    case .refused(let review): [PublishWords.refusal(review)]
    case .asked, .done: []
    }
  }
}
