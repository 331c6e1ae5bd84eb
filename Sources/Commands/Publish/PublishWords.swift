// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Programmes
import Publications
import Rules
import Texts

/// What was published, or would be, in words and as data.
struct PublishWords {
  private let outcome: Publisher.Outcome
  private let preview: Preview
  private let folder: String
  private let isPreview: Bool

  init(_ outcome: Publisher.Outcome, folder: String, isPreview: Bool) {
    self.outcome = outcome
    self.folder = folder
    self.isPreview = isPreview
    preview = Preview(outcome)
  }

  static func refusal(_ review: Review) -> String {
    let count = review.violations.count
    var text =
      "Not published: the schedule breaks the rules \(count == 1 ? "once" : "\(count) times").\n"
    for line in review.lines {
      text += "  \(line.rule.rawValue): \(CalendarText.line(line.words))\n"
    }
    return text + "To publish it all the same, give the reason: --with-violations REASON\n"
  }

  var text: String {
    guard let state = outcome.state else { return "Nothing to publish.\n" }
    guard outcome.isNew else {
      return "Nothing has changed since publication \(state.number); it stands as it is.\n"
        + (outcome.isOnlyLetters
          ? "The letters \(isPreview ? "would be" : "were") written anew: how people are written to is"
            + " otherwise.\n\(letters)" : "")
        + (isPreview ? "" : "Files: \(folder)/public, and for the Secretariat \(folder)/team.\n")
    }
    let status = state.head.status.rawValue
    var text =
      (isPreview ? "Would be publication" : "Publication") + " \(state.number) (\(status)): "
    text += summary + "\n"
    if state.head.address.isEmpty {
      text += "No address is known, so that no calendar can be announced: give --address URL.\n"
    }
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
    return Count.of(count.letters, "letter", "letters") + " to people: \(folder)/team/publication-\(state.number)/letters"
      + (count.withoutAddress == 0
        ? ".\n"
        : "; of \(count.withoutAddress) no address is known (the column email of people.csv).\n")
  }

  private var summary: String {
    guard outcome.previous != nil else { return "\(outcome.state?.entries.count ?? 0) sessions" }
    let counts = preview.counts.isEmpty ? "no session changed" : preview.counts
    let updated = preview.updated
    return counts + "; \(updated) of \(outcome.state?.entries.count ?? 0) events have news"
  }

  private var clients: String {
    guard outcome.previous != nil else {
      return "Everybody who subscribes sees all sessions as new.\n"
    }
    return Preview.Client.allCases.map { client in
      let lines = preview.lines(for: client)
      var text = "\n\(client.name) (\(client.delay)):\n"
      if let all = preview.forAll, client != .importOnce { text += "  \(all)\n" }
      if lines.isEmpty && preview.forAll == nil { text += "  nothing new\n" }
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
    return try AnswerJSON.of(object)
  }
}
