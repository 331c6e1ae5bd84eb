// SPDX-License-Identifier: GPL-3.0-or-later

import Languages
import Pages
import Programmes

/// The top of the page: which meeting, which publication, how firm, what is new.
struct PageHead {
  private let listing: Listing
  private var programme: PublishedProgramme { listing.programme }

  init(_ listing: Listing) { self.listing = listing }

  private var words: Words { listing.words }

  var html: HTML {
    Element.header.lines(.class("top")) {
      Element.h1 { Element.bdi { HTML.text(programme.name) } }
      Element.p(.class("dates")) {
        Element.bdi { HTML.text(words.span(listing.days.map(\.date))) }
      }
      Element.p(.class("stamp")) { "\(status) \(publication)" }
      banners
      Element.div.lines(.class("extras")) {
        ChangesSection(listing).html
        FeedsSection(listing).html
      }
    }
  }

  private var publication: HTML {
    let publication = programme.publication
    guard publication.number > 0 else { return words.html("page.not-published") }
    return HTML {
      words.html(
        "page.publication",
        [
          "number": "\(publication.number)",
          "when": listing.clock.moment(publication.instant, words),
        ])
      " "
      Element.span(.class("clock-name")) { HTML.text(programme.zone.zone.identifier) }
    }
  }

  private var status: HTML {
    programme.status == .final
      ? Element.strong(.class("status final")) { words.html("page.final") }
      : Element.strong(.class("status draft")) { words.html("page.draft") }
  }

  @HTMLBuilder private var banners: [HTML] {
    if programme.status == .draft {
      Element.p(.class("banner draft")) {
        Element.b { words.html("page.draft.head") }
        " "
        words.html("page.draft.words")
      }
    }
    if let reason = programme.violationsReason {
      Element.p(.class("banner broken")) {
        Element.b { words.html("page.broken.head") }
        " "
        words.html(
          "page.broken.words",
          ["reason": Element.bdi(.class("lines")) { HTML.text(keepingLines: reason) }])
      }
    }
    if !programme.note.isEmpty {
      Element.p(.class("banner note lines"), .autoDirection) {
        HTML.text(keepingLines: programme.note)
      }
    }
  }
}
