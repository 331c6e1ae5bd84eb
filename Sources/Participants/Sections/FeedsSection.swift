// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Programmes

/// The calendars to subscribe to: a link that opens the calendar, and the address to paste, since
/// some browsers do nothing with `webcal`.
struct FeedsSection {
  private let programme: PublishedProgramme

  init(_ programme: PublishedProgramme) { self.programme = programme }

  var html: String {
    guard !programme.feeds.isEmpty else { return "" }
    var html =
      "<details class=\"extra\" id=\"feeds\"><summary>Subscribe<span class=\"long\"> in your "
      + "calendar</span></summary>\n"
      + "<p>A subscribed calendar follows every change by itself. If the link does nothing, copy "
      + "the address into your calendar (“from URL”).</p>\n<ul class=\"feeds\">\n"
    for feed in programme.feeds { html += row(feed) }
    return html + "</ul></details>\n"
  }

  private func row(_ feed: PublishedProgramme.Feed) -> String {
    let name = PageText.html(feed.name)
    var html = "<li><bdi class=\"name\">\(name)</bdi>"
    if let address = WebAddress(exactly: feed.webcal)?.text {
      html +=
        " <a class=\"button\" href=\"\(PageText.html(address))\">Subscribe"
        + "<span class=\"unseen\"> to \(name)</span></a>"
    }
    if let address = WebAddress(exactly: feed.https)?.text {
      let shown = PageText.html(address)
      html += " <a class=\"address\" href=\"\(shown)\" dir=\"ltr\">\(shown)</a>"
    }
    return html + "</li>\n"
  }
}
