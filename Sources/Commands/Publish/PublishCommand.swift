// SPDX-License-Identifier: GPL-3.0-or-later

import Languages
import Publications
import Rules

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
    try PublishRun(options, in: world).answer()
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
