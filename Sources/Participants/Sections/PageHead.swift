// SPDX-License-Identifier: GPL-3.0-or-later

import Pages
import Programmes

/// The top of the page: which meeting, which publication, how firm, what is new.
struct PageHead {
  private let listing: Listing
  private var programme: PublishedProgramme { listing.programme }

  init(_ listing: Listing) { self.listing = listing }

  var html: HTML {
    Element.header.lines(.class("top")) {
      Element.h1 { Element.bdi { HTML.text(programme.name) } }
      Element.p(.class("dates")) {
        Element.bdi { HTML.text(VenueClock.span(listing.days.map(\.date))) }
      }
      Element.p(.class("stamp")) { "\(status) \(publication)" }
      banners
      Element.div.lines(.class("extras")) {
        ChangesSection(listing).html
        FeedsSection(programme).html
      }
    }
  }

  private var publication: HTML {
    let publication = programme.publication
    guard publication.number > 0 else { return "Not published" }
    return HTML {
      "Publication \(publication.number), \(listing.clock.moment(publication.instant)) "
      Element.span(.class("clock-name")) { HTML.text(programme.zone.zone.identifier) }
    }
  }

  private var status: HTML {
    programme.status == .final
      ? Element.strong(.class("status final")) { "Final programme" }
      : Element.strong(.class("status draft")) { "Draft" }
  }

  @HTMLBuilder private var banners: [HTML] {
    if programme.status == .draft {
      Element.p(.class("banner draft")) {
        Element.b { "This programme is a draft." }
        " Times, rooms and sessions may still change."
      }
    }
    if let reason = programme.violationsReason {
      Element.p(.class("banner broken")) {
        Element.b { "Published with rules of the programme broken." }
        " The reason given: "
        Element.bdi(.class("lines")) { HTML.text(keepingLines: reason) }
      }
    }
    if !programme.note.isEmpty {
      Element.p(.class("banner note lines"), .autoDirection) {
        HTML.text(keepingLines: programme.note)
      }
    }
  }
}
