// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Programmes
import Publications
import Rules
import Tables
import Texts

/// What was published, or would be, in words and as data.
struct PublishWords {
  let outcome: Publisher.Outcome
  /// The number under which the history keeps the board's draft that was published.
  let kept: Int?
  private let preview: Preview
  let folder: String
  private let isPreview: Bool
  /// What was mended or left out of the tables' addresses.
  private let addresses: [Finding]

  init(
    _ outcome: Publisher.Outcome, folder: String, isPreview: Bool, addresses: [Finding] = [],
    kept: Int? = nil
  ) {
    self.outcome = outcome
    self.addresses = addresses
    self.folder = folder
    self.isPreview = isPreview
    self.kept = kept
    preview = Preview(outcome)
  }

  static func refusal(_ review: Review) -> String {
    let count = review.violations.count
    var text =
      "Not published: the schedule breaks the rules \(Count.times(count)).\n"
    for line in review.lines {
      text += "  \(line.rule.rawValue): \(CalendarText.line(line.words))\n"
    }
    return text + "To publish it all the same, give the reason: --with-violations REASON\n"
  }

  /// What has to be answered before anything is written.
  static func questions(_ questions: [RenameQuestion], isPreview: Bool) -> String {
    var text = ""
    for question in questions {
      text += CalendarText.line(question.words) + "\n"
      for answer in question.answers { text += "  \(answer)\n" }
    }
    return text + (isPreview ? "Nothing was written.\n" : "Not published; nothing was written.\n")
  }

  static func json(_ questions: [RenameQuestion], isPreview: Bool) throws(CommandFailure) -> String
  {
    let asked = questions.map { question -> [String: Any] in
      [
        "sort": question.rename.sort.rawValue, "from": question.rename.from,
        "to": question.rename.to, "agree": question.agree.map(\.rawValue),
        "before": question.before, "now": question.now,
      ]
    }
    return try AnswerJSON.of(["isNew": false, "isPreview": isPreview, "questions": asked])
  }

  /// Said where another publisher lets this one wait.
  static let waiting =
    "Another publication is being made, or another program holds the register open; waiting for it.\n"

  /// People whose own calendars stay where everybody could once read their addresses.
  private var stillListed: Int {
    guard let state = outcome.state, state.head.people == .private else { return 0 }
    return state.peopleOnceListed.count
  }

  private var aboutAddresses: String {
    var text = ""
    if outcome.renewed > 0 {
      let people = Count.of(outcome.renewed, "person", "people")
      text += "\(people) \(isPreview ? "would have" : outcome.renewed == 1 ? "has" : "have")"
      text +=
        " another address, and the old \(outcome.renewed == 1 ? "one ends" : "ones end"): tell"
      text += " them (team/people-addresses.csv).\n"
    }
    if stillListed > 0 {
      let own = stillListed == 1 ? "1 person has" : "\(stillListed) people have"
      text += "Warning: \(own) a private calendar at an address that stood on a public page while"
      text +=
        " people were listed, and whoever kept it still reads it. --new-addresses gives others;"
      text += " whoever subscribed to the old must then be told.\n"
    }
    return text
  }

  var text: String {
    guard let state = outcome.state else { return "Nothing to publish.\n" }
    guard outcome.isNew else {
      return "Nothing has changed since publication \(state.number); it stays as it is.\n"
        + (outcome.isOnlyLetters
          ? "The letters \(isPreview ? "would be" : "were") written anew: addresses for mail or languages"
            + " have changed.\n\(letters)" : "")
        + aboutAddresses
        + (isPreview ? "" : "Files: \(folder)/public, and for the Secretariat \(folder)/team.\n")
    }
    let status = state.head.status.rawValue
    var text =
      (isPreview ? "Would be publication" : "Publication") + " \(state.number) (\(status)): "
    text += summary + "\n"
    if state.head.address.isEmpty {
      text += "No address is known, so no calendar can be announced: give --address URL.\n"
    }
    text += aboutAddresses
    if isPreview { return text + letters + clients + feeds + "Nothing was written.\n" }
    return text
      + "Put \(folder)/public on the web"
      + (state.head.address.isEmpty ? "" : " at \(state.head.address)")
      + "; letters and people's addresses are in \(folder)/team.\n" + letters
  }

  /// How many people are written to.
  private var letters: String {
    let count = outcome.letters
    guard count.letters > 0, let state = outcome.state else { return "" }
    return Count.of(count.letters, "letter", "letters")
      + " to people: \(folder)/team/publication-\(state.number)/letters"
      + (count.withoutAddress == 0
        ? ".\n"
        : "; \(count.withoutAddress) of them without an address for mail (the column email of people.csv).\n")
  }

  /// What changed.
  var summary: String {
    let entries = outcome.state?.entries.count ?? 0
    guard outcome.previous != nil else { return Count.of(preview.standing, "session") }
    let cancelled = entries - preview.standing
    let kept = cancelled > 0 ? ", \(Count.are(cancelled)) cancelled" : ""
    return "\(preview.counts); \(Count.of(preview.standing, "session takes", "sessions take"))"
      + " place\(kept); \(Count.of(preview.updated, "event has", "events have")) news"
  }

  private var clients: String {
    guard outcome.previous != nil else {
      return "All subscribers will see every session as new.\n"
    }
    return Preview.Client.allCases.map { client in
      let lines = preview.lines(for: client)
      var text = "\n\(client.name) (\(client.delay)):\n"
      if let all = preview.forAll, client != .importOnce { text += "  \(all)\n" }
      if client != .importOnce { text += preview.rooms.map { "  \($0)\n" }.joined() }
      let isNothing = lines.isEmpty && preview.forAll == nil && preview.rooms.isEmpty
      if isNothing { text += "  nothing new\n" }
      for line in lines {
        text += "  \(line.session) “\(Self.short(line.title))” "
        text += "\(Self.word(line.sight)): \(CalendarText.line(line.words))\n"
      }
      return text
    }.joined()
  }

  private static func word(_ sight: Preview.Sight) -> String {
    switch sight {
    case .new: "NEW"
    case .moved: "MOVED"
    case .changed: "CHANGED"
    case .struckOut, .marked, .free, .gone: "CANCELLED"
    case .stale: "OLD"
    }
  }

  private static func short(_ title: String) -> String {
    let line = CalendarText.line(title)
    return line.count > 60 ? line.prefix(59) + "…" : line
  }

  private var feeds: String {
    let feeds = preview.feeds
    guard !feeds.isEmpty else { return "" }
    var text = "\nFeeds of a part, in which sessions appear or disappear:\n"
    for feed in feeds {
      let parts = feed.gained.map { "+\($0)" } + feed.lost.map { "−\($0)" }
      text += "  \(feed.path): \(parts.joined(separator: " "))\n"
    }
    return text
  }

  func json() throws(CommandFailure) -> String {
    var object: [String: Any] = [
      "publication": outcome.state?.number ?? 0, "isNew": outcome.isNew, "isPreview": isPreview,
      "status": outcome.state?.head.status.rawValue ?? "", "updated": preview.updated,
      "instant": outcome.state.map { UTCText.dashed($0.instant) } ?? "",
      "letters": [
        "count": outcome.letters.letters, "without_address": outcome.letters.withoutAddress,
      ],
      "files": outcome.files, "bytes": outcome.bytes,
      "addresses": FindingReport.objects(addresses), "renewed": outcome.renewed,
      "stillListed": stillListed,
      "written": isPreview ? [] : outcome.paths.map { "\(folder)/\($0)" },
    ]
    var clients: [String: Any] = [:]
    for client in Preview.Client.allCases {
      clients[client.rawValue] = preview.lines(for: client).map {
        ["session": $0.session, "title": $0.title, "sight": $0.sight.rawValue, "words": $0.words]
      }
    }
    object["clients"] = clients
    object["forAll"] = preview.forAll ?? NSNull()
    object["rooms"] = preview.rooms
    return try AnswerJSON.of(object)
  }
}
