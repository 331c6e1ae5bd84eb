// SPDX-License-Identifier: GPL-3.0-or-later

import Pages
import Programmes

/// The calendars to subscribe to: a link that opens the calendar, and the address to paste, since
/// some browsers do nothing with `webcal`.
struct FeedsSection {
  private let programme: PublishedProgramme

  init(_ programme: PublishedProgramme) { self.programme = programme }

  var html: HTML {
    if programme.feeds.isEmpty { return .empty }
    return Element.details(.class("extra"), .id("feeds")) {
      Element.summary {
        "Subscribe"
        Element.span(.class("long")) { " in your calendar" }
      }
      "\n"
      Element.p {
        """
        A subscribed calendar follows every change by itself. If the link does nothing, copy \
        the address into your calendar (“from URL”).
        """
      }
      "\n"
      Element.ul.lines(.class("feeds")) { for feed in programme.feeds { row(feed) } }
    }
  }

  private func row(_ feed: PublishedProgramme.Feed) -> HTML {
    Element.li {
      Element.bdi(.class("name")) { HTML.text(feed.name) }
      if let address = WebAddress.linkable(feed.webcal, schemes: ["webcal", "webcals"]) {
        " "
        Element.a(.class("button"), .href(address)) {
          "Subscribe"
          PageText.unseen(" to \(feed.name)")
        }
      }
      if let address = WebAddress.linkable(feed.https) {
        " "
        Element.a(.class("address"), .href(address), .leftToRight) { HTML.text(address) }
      }
    }
  }
}
