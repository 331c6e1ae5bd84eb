// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Languages
import Pages
import Programmes

/// The calendars to subscribe to: a link that opens the calendar, and the address to paste, since
/// some browsers do nothing with `webcal`.
struct FeedsSection {
  private let programme: PublishedProgramme
  private let words: Words

  init(_ listing: Listing) {
    programme = listing.programme
    words = listing.words
  }

  var html: HTML {
    if programme.feeds.isEmpty { return .empty }
    return Element.details(.class("extra"), .id("feeds")) {
      Element.summary {
        words.html("page.subscribe")
        Element.span(.class("long")) { " \(words("page.subscribe.in-calendar"))" }
      }
      "\n"
      Element.p { words.html("page.subscribe.words") }
      "\n"
      Element.ul.lines(.class("feeds")) { for feed in programme.feeds { row(feed) } }
    }
  }

  private func row(_ feed: PublishedProgramme.Feed) -> HTML {
    Element.li {
      Element.bdi(.class("name")) { HTML.text(feed.name) }
      if let address = WebAddress(exactly: feed.webcal)?.text {
        " "
        Element.a(.class("button"), .href(address)) {
          words.html("page.subscribe")
          PageText.unseen(" \(words("page.subscribe.to", ["name": feed.name]))")
        }
      }
      if let address = WebAddress(exactly: feed.https)?.text {
        " "
        Element.a(.class("address"), .href(address), .leftToRight) { HTML.text(address) }
      }
    }
  }
}
