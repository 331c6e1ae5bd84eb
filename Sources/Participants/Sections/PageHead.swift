// SPDX-License-Identifier: GPL-3.0-or-later

import Programmes

/// The top of the page: which meeting, which publication, how firm, what is new.
struct PageHead {
  private let listing: Listing
  private var programme: PublishedProgramme { listing.programme }

  init(_ listing: Listing) { self.listing = listing }

  var html: String {
    """
    <header class="top">
    <h1><bdi>\(PageText.html(programme.name))</bdi></h1>
    <p class="dates"><bdi>\(VenueClock.span(listing.days.map(\.date)))</bdi></p>
    <p class="stamp">\(status) \(publication)</p>
    \(banners)\
    <div class="extras">
    \(ChangesSection(listing).html)\(FeedsSection(programme).html)</div>
    </header>
    """
  }

  private var publication: String {
    let publication = programme.publication
    guard publication.number > 0 else { return "Not published" }
    return
      "Publication \(publication.number), \(listing.clock.moment(publication.instant)) "
      + "<span class=\"clock-name\">\(PageText.html(programme.zone.zone.identifier))</span>"
  }

  private var status: String {
    programme.status == .final
      ? "<strong class=\"status final\">Final programme</strong>"
      : "<strong class=\"status draft\">Draft</strong>"
  }

  private var banners: String {
    var html = ""
    if programme.status == .draft {
      html +=
        "<p class=\"banner draft\"><b>This programme is a draft.</b> Times, rooms and sessions "
        + "may still change.</p>\n"
    }
    if let reason = programme.violationsReason {
      html +=
        "<p class=\"banner broken\"><b>Published with rules of the programme broken.</b> The "
        + "reason given: <bdi class=\"lines\">\(PageText.htmlLines(reason))</bdi></p>\n"
    }
    if !programme.note.isEmpty {
      html +=
        "<p class=\"banner note lines\" dir=\"auto\">\(PageText.htmlLines(programme.note))</p>\n"
    }
    return html
  }
}
