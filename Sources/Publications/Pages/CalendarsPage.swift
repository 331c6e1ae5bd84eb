// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Participants
import Programmes
import Texts

/// `calendars.html`: every feed with its two addresses and a code to scan.
///
/// The code holds the `webcal` address: a phone that scans `https` copies the sessions once, and
/// never hears of a change again.
struct CalendarsPage {
  private let head: PublicationHead
  private let feeds: [Feed]

  init(_ head: PublicationHead, _ feeds: [Feed]) {
    self.head = head
    self.feeds = feeds.filter { $0.key.group != .person || head.people == .listed }
  }

  private static let headings: [(Feed.Group, String)] = [
    (.whole, "Everything"), (.day, "By day"), (.kind, "By kind of session"),
    (.theme, "By theme"), (.room, "By room"), (.activity, "By activity"), (.person, "By person"),
  ]

  var html: String {
    var body = """
      <header>
      <h1 dir="auto">\(PageText.html(head.name)): calendars</h1>
      <p>A subscribed calendar follows every change by itself; a file that is opened once does not.
      Phones and Outlook look for news every few hours, Google at most twice a day.
      On Android, add the address in Google Calendar on the web (“From URL”).</p>
      <p><a href="index.html">The programme</a> · <a href="changes.html">What changed</a></p>
      </header>
      <main>

      """
    if head.address.isEmpty {
      body += "<p>Subscribe to the files below at the address that this page stands at.</p>\n"
    }
    for (group, heading) in Self.headings {
      let own = feeds.filter { $0.key.group == group }
      if own.isEmpty { continue }
      body += "<section><h2>\(heading)</h2>\n<ul class=\"feeds\">\n"
      for feed in own { body += row(feed) }
      body += "</ul></section>\n"
    }
    body += """
      </main>
      <footer><p>For programs: <a href="programme.jcal.json">jCal</a>, \
      <a href="programme.xcal.xml">xCal</a>, <a href="schedule.xml">schedule.xml</a>, \
      <a href="schedule.json">schedule.json</a>, <a href="changes.atom">Atom</a>, \
      <a href="changes.csv">changes as CSV</a>.</p></footer>
      """
    return PlainPage.html(
      title: "\(head.name): calendars", style: PackageResources.calendars_css, body: body)
  }

  private func row(_ feed: Feed) -> String {
    let name = PageText.title(feed.name)
    let count = feed.entries.count { !$0.event.status.isCancelled }
    let words = Count.of(count, "session")
    let anchor = PageText.anchor(feed.path.replacing("/", with: "-"))
    var html = "<li id=\"\(anchor)\"><div class=\"about\"><h3 dir=\"auto\">\(name)</h3>"
    html += "<p class=\"soft\">\(words)</p>\n"
    let address = FeedAddress(feed, head)
    guard !head.address.isEmpty, let https = WebAddress(exactly: address.https)?.text,
      let webcal = WebAddress(exactly: address.webcal)?.text
    else {
      return html + "<p><a href=\"\(PageText.html(feed.path))\">\(PageText.html(feed.path))</a></p>"
        + "</div></li>\n"
    }
    html += "<p><a class=\"button\" href=\"\(PageText.html(webcal))\">Subscribe"
    html += "<span class=\"unseen\"> to \(name)</span></a></p>\n"
    html += "<p class=\"address\"><a href=\"\(PageText.html(https))\" dir=\"ltr\">"
    html += "\(PageText.html(https))</a></p>\n"
    html += "<p class=\"address\" dir=\"ltr\">\(PageText.html(webcal))</p></div>\n"
    html += QRCode.svg(webcal, label: "Code to scan: \(name)") ?? ""
    return html + "</li>\n"
  }
}
