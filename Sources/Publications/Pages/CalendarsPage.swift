// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import EmbeddedFiles
import Pages
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
    let title = "\(head.name): calendars"
    return PlainPage.html(title: title, style: EmbeddedFile.calendarStyles) {
      Element.header.lines {
        Element.h1(.autoDirection) { HTML.text(title) }
        Element.p {
          """
          A subscribed calendar follows every change by itself; a file that is opened once does not.
          Phones and Outlook look for news every few hours, Google at most twice a day.
          On Android, add the address in Google Calendar on the web (“From URL”).
          """
        }
        Element.p { "\(Self.programme) · \(Self.file("changes.html", "What changed"))" }
      }
      Element.main.lines {
        if head.address.isEmpty {
          Element.p { "Subscribe to the files below at the address that this page stands at." }
        }
        for (group, heading) in Self.headings { section(group, heading) }
      }
      Element.footer { Element.p { forPrograms } }
    }
  }

  static let programme = file("index.html", "The programme")

  /// A link to a file of the publication.
  static func file(_ name: String, _ words: HTML) -> HTML { Element.a(.href(name)) { words } }

  private var forPrograms: HTML {
    let files = [
      Self.file("programme.jcal.json", "jCal"), Self.file("programme.xcal.xml", "xCal"),
      Self.file("schedule.xml", "schedule.xml"), Self.file("schedule.json", "schedule.json"),
      Self.file("changes.atom", "Atom"), Self.file("changes.csv", "changes as CSV"),
    ]
    return "For programs: \(files.joined(separator: ", "))."
  }

  private func section(_ group: Feed.Group, _ heading: String) -> HTML {
    let own = feeds.filter { $0.key.group == group }
    if own.isEmpty { return .empty }
    return Element.section {
      Element.h2 { HTML.text(heading) }
      "\n"
      Element.ul.lines(.class("feeds")) { for feed in own { row(feed) } }
    }
  }

  private func row(_ feed: Feed) -> HTML {
    let name = PageText.title(feed.name)
    let address = FeedAddress(feed, head)
    let anchor = PageText.anchor(feed.path.replacing("/", with: "-"))
    return Element.li(.id(anchor)) {
      if !head.address.isEmpty, let https = WebAddress(exactly: address.https)?.text,
        let webcal = WebAddress(exactly: address.webcal)?.text
      {
        about(feed, name) { addresses(name, https, webcal) }
        "\n"
        if let code = QRCode.svg(webcal, label: "Code to scan: \(name)") { code }
      } else {
        about(feed, name) { Element.p { Self.file(feed.path, .text(feed.path)) } }
      }
    }
  }

  private func about(
    _ feed: Feed, _ name: String, @HTMLBuilder rest: () -> [HTML]
  ) -> HTML {
    let count = feed.entries.count { !$0.event.status.isCancelled }
    return Element.div(.class("about")) {
      Element.h3(.autoDirection) { HTML.text(name) }
      Element.p(.class("soft")) { HTML.text(Count.of(count, "session")) }
      "\n"
      rest()
    }
  }

  @HTMLBuilder
  private func addresses(_ name: String, _ https: String, _ webcal: String) -> [HTML] {
    Element.p {
      Element.a(.class("button"), .href(webcal)) {
        "Subscribe"
        PageText.unseen(" to \(name)")
      }
    }
    "\n"
    Element.p(.class("address")) {
      Element.a(.href(https), .leftToRight) { HTML.text(https) }
    }
    "\n"
    Element.p(.class("address"), .leftToRight) { HTML.text(webcal) }
  }
}
