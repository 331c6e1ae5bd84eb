// SPDX-License-Identifier: GPL-3.0-or-later

import Programmes

/// The participants' page, `index.html`: one file that fetches nothing.
///
/// The HTML holds the whole programme by day and works as it stands. The script finds its data in
/// that HTML and adds what needs one: filters, other clocks, the timetable, an agenda of one's own.
/// The policy in the head names the style and the script by their digests, so that no text of a
/// table can ever run.
public struct ParticipantsPage: Sendable {
  private let programme: PublishedProgramme

  public init(_ programme: PublishedProgramme) { self.programme = programme }

  private var publication: String {
    let number = programme.publication.number
    return number > 0 ? "publication \(number)" : "not published"
  }

  /// The page: the same bytes for the same programme.
  public var html: String {
    let listing = Listing(programme)
    let name = PageText.html(programme.name)
    return """
      <!DOCTYPE html>
      <html lang="en" dir="ltr">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(ContentPolicy.text)">
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="publication" content="\(ServiceWorker.mark(programme.publication))">
      <title>\(name): programme</title>
      <style>\(PageStyle.css)</style>
      </head>
      <body>
      <a class="skip" href="#programme">Skip to the programme</a>
      \(PageHead(listing).html)
      <div id="controls"></div>
      <div class="bar">
      \(DaySections(listing).navigation)
      <div id="views"></div>
      </div>
      <main id="programme" tabindex="-1">
      <h2 class="unseen">Programme</h2>
      <div id="notices"></div>
      \(DaySections(listing).html)
      \(PeopleSection(listing).html)\
      </main>
      <footer><p>\(name), \(publication). This page is one file and \
      asks for nothing: once loaded, it works without a network as long as it stays open. What you \
      pick stays on your device.</p></footer>
      <script type="application/json" id="data">\(PageData(listing).json)</script>
      <script>\(PageScript.text)</script>
      </body>
      </html>

      """
  }
}
