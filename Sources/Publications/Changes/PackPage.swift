// SPDX-License-Identifier: GPL-3.0-or-later

import Participants

/// The change pack of one publication as a page: the changes, and every letter, ready to be copied.
enum PackPage {
  static func html(
    _ letters: Letters, _ state: PublicationState, after previous: PublicationState?,
    _ words: StayText
  ) -> String {
    let title = "\(state.head.name): change pack of publication \(state.number)"
    var body = """
      <header><h1 dir="auto">\(PageText.html(title))</h1>
      <p>For the Secretariat: it names people and is not for the public.</p></header>
      <main>
      <section><h2>What changed</h2>
      \(ChangesPage.news(state, after: previous, words))</section>

      """
    for audience in Letters.Audience.allCases {
      body += "<section><h2>\(audience.heading)</h2>\n"
      let own = letters.letters(to: audience)
      if own.isEmpty { body += "<p>Nothing changes for them.</p>\n" }
      for letter in own { body += "<pre dir=\"auto\">\(PageText.htmlLines(letter.text))</pre>\n" }
      body += "</section>\n"
    }
    return PlainPage.html(title: title, style: PackageResources.changes_css, body: body + "</main>")
  }
}
