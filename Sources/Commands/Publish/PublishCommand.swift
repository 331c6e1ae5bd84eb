// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Programmes
import Publications
import Rules

/// `programme publish SCENARIO DRAFT`: calendars, pages and change pack, one publication after another.
enum PublishCommand: Command {
  struct Options: CommandOptions {
    var scenario = ""
    var schedule = ""
    var status: PublicationHead.Status?
    var note: String?
    /// Why it goes out although rules are broken.
    var reason: String?
    var cancelled: PublicationHead.Cancelled?
    var people: PublicationHead.People?
    var address: String?
    /// People, with `;` between them.
    var newAddresses: String?
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
    arguments: [.needed("SCENARIO", \.scenario), .needed("DRAFT", \.schedule)],
    options: [
      .choice(
        "status", \.status,
        "how firm it is (as in the last publication; draft in the first)"),
      .text("note", "TEXT", \.note, "what everyone should know about it"),
      .value(
        "with-violations", "REASON", \.reason,
        "although rules are broken; the page shows the reason", PublishValues.reason),
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
      .text(
        "new-address", "PERSON;…", \.newAddresses,
        "gives these people another secret address; the old one ends"),
      .flag("preview", \.isPreview, "says what calendars will show; writes nothing"),
      .place("out", "DIR", \.out, "where the register is", usual: "Output/<scenario id>"),
      .value(
        "now", "TIME", \.now, "time of publication, such as 2025-05-01T12:00:00Z",
        PublishValues.instant),
      .force(\.isForced, "replace published files that were edited since"),
      .drafts(\.drafts), .json(\.isJSON),
    ],
    notes: DraftLookup.notes("DRAFT"))

  static func answer(_ options: Options, in world: World) throws(CommandFailure) -> PublishAnswer {
    let scenario = try Loading(options.scenario).usable(world.console)
    let id = scenario.meeting.id
    let drafts = DraftLookup(options.drafts ?? options.out, of: id, in: world)
    let path = try drafts.schedule(options.schedule).path
    let schedule = try ScheduleReading.file(path, against: scenario)
    let review = Review(scenario: scenario, schedule: schedule)
    if !review.violations.isEmpty && options.reason == nil { return .refused(review) }
    let folder = URL(filePath: options.out ?? world.results(of: id))
    let publisher = Publisher(folder: folder)
    let request = Publisher.Request(
      now: options.now ?? world.now(),
      newAddresses: PublishValues.people(options.newAddresses ?? ""), isForced: options.isForced
    ) { previous in
      Proposal(Programme(schedule, of: scenario), wording(options, previous, scenario, review))
    }
    do {
      let outcome =
        try options.isPreview ? publisher.preview(request) : publisher.publish(request)
      return .done(
        PublishWords(outcome, folder: folder.relativePath, isPreview: options.isPreview))
    } catch {
      let findings = (error as? Publisher.Failure)?.findings ?? []
      throw .notPublished(error, findings.map { "\($0)" })
    }
  }

  /// What is not said stays as it was.
  private static func wording(
    _ options: Options, _ previous: PublicationHead?, _ scenario: Scenario, _ review: Review
  ) -> Proposal.Wording {
    let domain = scenario.meeting.calendar?.domain
    return Proposal.Wording(
      status: options.status ?? previous?.status ?? .draft,
      cancelled: options.cancelled ?? previous?.cancelled ?? .standard,
      people: options.people ?? previous?.people ?? .private,
      address: options.address ?? previous?.address ?? domain.map { "https://\($0)/" } ?? "",
      note: options.note ?? "",
      violationsReason: review.violations.isEmpty ? nil : options.reason,
      violations: review.violations.count)
  }
}

/// What became of a publication.
enum PublishAnswer: CommandAnswer {
  /// Rules are broken, and no reason was given.
  case refused(Review)
  case done(PublishWords)

  var status: ExitStatus {
    switch self {
    case .refused: .no
    case .done: .yes
    }
  }

  func text(width: Int) -> String {
    switch self {
    case .refused: ""
    case .done(let words): words.text
    }
  }

  func json() throws(CommandFailure) -> String {
    switch self {
    case .refused(let review): try AnswerJSON.of(ReviewText.object(review))
    case .done(let words): try words.json()
    }
  }

  var notes: [String] {
    switch self {
    case .refused(let review): [PublishWords.refusal(review)]
    case .done: []
    }
  }
}
