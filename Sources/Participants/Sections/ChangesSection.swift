// SPDX-License-Identifier: GPL-3.0-or-later

import Programmes
import Texts

/// What is otherwise than in the previous publication, as a report and as marks on each session.
struct ChangesSection {
  private let listing: Listing

  init(_ listing: Listing) { self.listing = listing }

  var html: String {
    guard let previous = listing.programme.previous else { return "" }
    let since =
      previous.number > 0
      ? "since publication \(previous.number), \(listing.clock.moment(previous.instant))"
      : "since the schedule before"
    let changes = listing.programme.changes
    guard !changes.isEmpty else { return "<p class=\"unchanged\">Nothing changed \(since).</p>\n" }
    let known = Dictionary(
      listing.sessions.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let word = Count.noun(changes.count, "change")
    var html = "<details class=\"extra\" id=\"changes\"><summary><span class=\"count\">"
    html += "\(changes.count)</span> \(word) <span class=\"since\">\(since)</span></summary>\n"
    html += "<ul class=\"changes\">\n"
    for change in changes {
      html += "<li>\(Self.badge(change.what)) "
      if let title = known[change.session] {
        html += "<a href=\"#\(PageText.anchor(ofSession: change.session))\" dir=\"auto\">"
        html += PageText.title(title) + "</a>"
      } else {
        let title = change.title.isEmpty ? change.session : change.title
        html += "<bdi>\(PageText.title(title))</bdi>"
      }
      html += values(change) + "</li>\n"
    }
    return html + "</ul></details>\n"
  }

  /// `Moved`, in a colour of its own.
  static func badge(_ what: PublishedProgramme.Change.What) -> String {
    let words =
      switch what {
      case .new: "New"
      case .moved: "Moved"
      case .room: "Room changed"
      case .title: "Retitled"
      case .cancelled: "Cancelled"
      case .people: "Other people"
      case .returned: "Back again"
      }
    return "<span class=\"badge change-\(what.rawValue)\">\(words)</span>"
  }

  /// What stood there before, struck out for the eye and named for the ear.
  func before(_ change: PublishedProgramme.Change) -> String {
    guard let before = change.before else { return "" }
    return
      "<span class=\"was\"><span class=\"unseen\">before: </span><s>\(words(before))</s></span>"
  }

  private func values(_ change: PublishedProgramme.Change) -> String {
    var html = before(change)
    if let after = change.after {
      html +=
        "<span class=\"is\"><span aria-hidden=\"true\" class=\"arrow\">→</span>"
        + "<span class=\"unseen\">now: </span>\(words(after))</span>"
    }
    return html.isEmpty ? "" : "<span class=\"values\">\(html)</span>"
  }

  private func words(_ value: PublishedProgramme.Change.Value) -> String {
    switch value {
    case .words(let text): "<bdi>\(PageText.title(text))</bdi>"
    case .stay(let start, let end):
      "\(listing.clock.moment(start))–\(listing.clock.clock(end))"
    }
  }
}
