// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Languages
import Pages
import Programmes

/// What the head says of the page to search engines, messengers, readers of feeds and browsers' tabs.
///
/// Nothing of it is asked for when the page opens: the sign is part of the page, and what is published
/// beside it is only named.
struct PageAbout {
  private let listing: Listing
  private var programme: PublishedProgramme { listing.programme }

  init(_ listing: Listing) { self.listing = listing }

  @HTMLBuilder var html: [HTML] {
    PageShell.meta("publication", ServiceWorker.mark(programme.publication))
    PageShell.meta("description", description)
    property("og:type", "website")
    property("og:title", programme.name)
    property("og:description", description)
    if let address {
      property("og:url", address)
      VoidElement.link(.named("rel", "canonical"), .href(address))
      VoidElement.link(
        .named("rel", "alternate"), .named("hreflang", programme.language.tag), .href(address))
    }
    PageShell.meta("twitter:card", "summary")
    if programme.isPublished {
      alternate("application/atom+xml", "changes.atom", "page.file.atom")
      alternate("text/calendar", "programme.ics", "page.file.ics")
    }
  }

  private var words: Words { listing.words }

  private var address: String? { WebAddress(exactly: programme.address)?.text }

  /// `Programme of IGF 2023 Kyoto, 8–12 October 2023: 46 sessions.`
  private var description: String {
    let standing = listing.sessions.count { $0.status == .placed }
    return words(
      "page.description", count: standing,
      [
        "meeting": programme.name, "days": words.span(listing.days.map(\.date)),
        "count": "\(standing)",
      ])
  }

  private func property(_ name: String, _ content: String) -> HTML {
    VoidElement.meta(.named("property", name), .named("content", content))
  }

  /// What says the same in another form, for readers that look for it.
  private func alternate(_ type: String, _ path: String, _ key: String) -> HTML {
    VoidElement.link(
      .named("rel", "alternate"), .named("type", type), .href(path), .named("title", words(key)))
  }
}
