// SPDX-License-Identifier: GPL-3.0-or-later

import Participants
import Programmes
import Texts

/// `changes.html`: what each publication changed, the latest first.
struct ChangesPage {
  private let history: PublicationHistory
  private let words: StayText

  init(_ history: PublicationHistory, _ words: StayText) {
    self.history = history
    self.words = words
  }

  var html: String {
    guard let latest = history.latest else { return "" }
    let name = latest.head.name
    var body = """
      <header>
      <h1 dir="auto">\(PageText.html(name)): what changed</h1>
      <p><a href="index.html">The programme</a> · <a href="calendars.html">Calendars</a> ·
      <a href="changes.atom">Atom feed</a> · <a href="changes.csv">CSV</a></p>
      </header>
      <main>

      """
    var previous: PublicationState?
    var sections: [String] = []
    for state in history.states {
      sections.append(section(state, previous))
      previous = state
    }
    body += sections.reversed().joined() + "</main>"
    return PlainPage.html(
      title: "\(name): what changed", style: PackageResources.changes_css, body: body)
  }

  private func section(_ state: PublicationState, _ previous: PublicationState?) -> String {
    let moment = words.clock.wallTime(atInstant: state.instant)
    let title =
      "Publication \(state.number), \(VenueClock.long(moment.date)), \(moment.clock)"
      + (state.head.status == .draft ? " (draft)" : "")
    return "<section><h2>\(PageText.html(title))</h2>\n"
      + Self.news(state, after: previous, words) + "</section>\n"
  }

  /// The changes of one publication, as they also stand in the Atom feed.
  static func news(
    _ state: PublicationState, after previous: PublicationState?, _ words: StayText
  ) -> String {
    var html = ""
    if !state.head.note.isEmpty {
      html += "<p dir=\"auto\">\(PageText.html(state.head.note))</p>\n"
    }
    if let reason = state.head.violationsReason {
      html += "<p>Published with rules of the programme broken: \(PageText.html(reason))</p>\n"
    }
    guard let previous else {
      let count = state.entries.count
      return html + "<p>The programme is out: \(Count.of(count, "session")).</p>\n"
    }
    if state.head.status != previous.head.status {
      html +=
        state.head.status == .final
        ? "<p>The programme is final.</p>\n" : "<p>The programme is a draft again.</p>\n"
    }
    let changes = EventChange.between(previous, state)
    guard !changes.isEmpty else { return html + "<p>No session changed.</p>\n" }
    html += "<ul class=\"changes\">\n"
    for change in changes {
      let title = change.after.event.title.isEmpty ? change.session : change.after.event.title
      html += "<li><b>\(PageText.html(StayText.words(change)))</b>: "
      html += "<bdi>\(PageText.title(title))</bdi>"
      html += words.lines(change).map { "<br>\(PageText.html($0))" }.joined() + "</li>\n"
    }
    return html + "</ul>\n"
  }
}
